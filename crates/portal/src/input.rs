//! What the site is made of.

use std::collections::BTreeMap;

use contract::catalogue::Catalogue;
use reports::Coverage;
use review::{Cases, Contradiction};

use crate::prefill::Prefill;
use crate::recorded::Recorded;
use crate::samples::Samples;

/// All that the site is made of.
#[derive(Clone, Copy, Debug)]
pub struct Input<'i> {
    /// The pages and their operations.
    pub catalogue: &'static Catalogue,
    /// What each page and each document says, and how the two compare.
    pub cases: &'i Cases<'i>,
    /// Where the sources contradict each other or themselves.
    pub contradictions: &'i [Contradiction],
    /// How much of the pages is in the documents.
    pub coverage: &'i Coverage,
    /// What recorded traffic shows of the claims, if somebody has recorded any.
    pub recorded: Option<&'i Recorded>,
    /// The files of `spec/`, by path below it; those that portals offer are part of the site.
    pub artefacts: &'i BTreeMap<String, String>,
    /// What changed, release by release, in Markdown.
    pub changelog: &'i str,
    /// The requests of [`requests`](crate::requests) in other languages; without any, pages show none.
    pub samples: &'i Samples,
    /// What forms and samples are filled with where a page gives no example.
    pub prefills: &'i [Prefill],
    /// Redoc's standalone bundle, as [`offline`](crate::offline) gives it.
    pub redoc: &'i str,
}

/// The evidence of every claim, below `spec/`.
pub(crate) const TRACEABILITY: &str = "reports/traceability.csv";

impl<'i> Input<'i> {
    /// The files that the portal offers: documents, schemas, and the evidence of every claim.
    pub(crate) fn offered(&self) -> impl Iterator<Item = (&'i String, &'i String)> {
        self.artefacts.iter().filter(|(path, _)| {
            let offered = ["openapi", "providers/", "schemas/", TRACEABILITY];
            offered.iter().any(|start| path.starts_with(start))
        })
    }

    /// What a parameter or field of a page's operations is filled with, if its page gives no
    /// example.
    pub(crate) fn prefill(&self, page: &str, place: &str, name: &str) -> Option<&'i str> {
        let mut prefills = self.prefills.iter();
        let known = prefills.find(|it| (&*it.page, &*it.place, &*it.name) == (page, place, name));
        known.map(|it| &*it.value)
    }
}
