//! The files of `spec/reports/` and the overlay of provenance.

use std::collections::BTreeMap;

use claims::{DocumentClaim, PageClaims};
use contract::catalogue::Catalogue;
use document::Documents;
use review::coverage::Reviewed;
use review::{
    Contradiction, Expected, Finding, Locator, Market, Readings, Review, Statement, Traced,
};

use crate::Declared;

/// All that the reports are made of.
pub(crate) struct Reports<'r> {
    pub(crate) catalogue: &'r Catalogue,
    pub(crate) documents: &'r Documents,
    pub(crate) readings: &'r Readings,
    /// How many claims each reading covers.
    pub(crate) covered: &'r [usize],
    /// The claims of each page of the catalogue that has a file.
    pub(crate) pages: &'r [&'r PageClaims],
    /// The statements of all these pages, page by page.
    pub(crate) statements: &'r [Statement],
    /// What each page's document must say.
    pub(crate) markets: &'r [Market],
    /// What each provider's document says, by page.
    pub(crate) made: &'r BTreeMap<String, Vec<DocumentClaim>>,
    /// What the consolidated document must say.
    pub(crate) expected: &'r Expected,
    /// What it says.
    pub(crate) document: &'r [DocumentClaim],
    pub(crate) findings: &'r [Finding],
    /// Where the sources contradict each other or themselves.
    pub(crate) contradictions: &'r [Contradiction],
}

impl Reports<'_> {
    /// The files by path below `spec/`.
    pub(crate) fn files(&self) -> BTreeMap<String, String> {
        let pages = self.pages();
        let Self {
            readings,
            expected,
            document,
            findings,
            ..
        } = *self;
        let coverage = review::coverage(&pages, expected, document, readings, findings);
        let review = Review {
            pages: &pages,
            expected,
            document,
            readings,
            covered: self.covered,
            coverage: &coverage,
            contradictions: self.contradictions,
        };
        let declared = Declared::of(self.catalogue);
        let source = |pointer: &str| declared.at(pointer);
        let locator = Locator::new(self.pages.iter().copied(), readings, &source);
        let consolidated = &self.documents.consolidated;
        let traced = Traced {
            document: consolidated,
            made: document,
            expected,
            readings,
        };
        let provenance = review::provenance(consolidated, expected, document, readings);
        [
            ("reports/REVIEW.md", review::review_md(&review)),
            ("reports/coverage.json", coverage.json()),
            (
                "reports/review.sarif",
                review::sarif::sarif(findings, self.contradictions, &locator),
            ),
            ("reports/traceability.csv", review::traceability(&traced)),
            ("overlays/provenance.overlay.yaml", provenance),
        ]
        .map(|(path, text)| (path.to_owned(), text))
        .into()
    }

    /// Each page with all that was made of it, in the order of the catalogue.
    fn pages(&self) -> Vec<Reviewed<'_>> {
        let providers = self.catalogue.providers.iter();
        let reviewed = providers.filter_map(|provider| {
            let page = self.pages.iter().find(|page| page.page == provider.id)?;
            let market = self
                .markets
                .iter()
                .find(|market| market.page == provider.id)?;
            Some(Reviewed {
                vendor: provider.group,
                title: provider.title,
                page,
                statements: self.statements_of(provider.id),
                expected: &market.expected,
                document: self.made.get(provider.id)?,
            })
        });
        reviewed.collect()
    }

    fn statements_of(&self, page: &str) -> &[Statement] {
        let mut runs = self
            .statements
            .chunk_by(|one, other| one.page == other.page);
        let run = runs.find(|run| &*run[0].page == page);
        run.unwrap_or_default()
    }
}
