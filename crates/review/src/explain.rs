//! The evidence for one element of a document: what it says, and where each statement comes from.

mod closest;
mod query;
mod render;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use claims::{Aspect, Claim, DocumentClaim};
use serde_json::Value;

use crate::expected::{Evidence, Expected};
use crate::reading::{Basis, Readings};

pub use closest::Unknown;
pub use render::text;

use query::Subject;

/// A document and what is known about it.
#[derive(Clone, Copy, Debug)]
pub struct Sources<'s> {
    /// The document.
    pub document: &'s Value,
    /// Its claims.
    pub made: &'s [DocumentClaim],
    /// What it must say, with the evidence.
    pub expected: &'s Expected,
    /// The readings that the evidence names.
    pub readings: &'s Readings,
}

/// What a statement rests on, the strongest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Ground {
    /// A line of the page says just this.
    Documented,
    /// The weakest of the readings that lead to it has this basis.
    Read(Basis),
    /// Neither page nor reading supports it.
    Unsupported,
    /// The page says it, and a reading leaves it out of the document.
    Omitted,
}

impl Ground {
    /// The ground's name in reports.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Documented => "documented",
            Self::Read(basis) => basis.as_str(),
            Self::Unsupported => "unsupported",
            Self::Omitted => "omitted",
        }
    }
}

/// One statement: what is said of what within the element.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Statement {
    /// What within the element it is about; empty for the element itself.
    pub about: String,
    /// What is said of it.
    pub aspect: Aspect,
    /// The value; empty where being said is all there is.
    pub value: String,
}

impl fmt::Display for Statement {
    /// `emailKey · type = integer`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{}",
            Claim::new("", "", &self.about, self.aspect, &self.value)
        )
    }
}

/// Where a statement comes from: what it rests on and by which readings.
pub type Origin = (Ground, Vec<usize>);

/// Lines by page.
pub type Lines = BTreeMap<String, BTreeSet<u32>>;

/// The evidence for one element of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explanation {
    /// What is explained, as it is called.
    pub title: String,
    /// The JSON pointer (RFC 6901) to it.
    pub pointer: String,
    /// Every statement, with its evidence.
    pub statements: BTreeMap<Statement, BTreeMap<Origin, Lines>>,
}

impl Explanation {
    /// How many statements rest on what; each counts once, by the strongest.
    #[must_use]
    pub fn grounds(&self) -> BTreeMap<Ground, usize> {
        let mut grounds = BTreeMap::new();
        for origins in self.statements.values() {
            if let Some(((ground, _), _)) = origins.first_key_value() {
                *grounds.entry(*ground).or_default() += 1;
            }
        }
        grounds
    }

    /// The readings that any statement rests on, by their places in [`Readings::all`].
    #[must_use]
    pub fn readings(&self) -> BTreeSet<usize> {
        let origins = self.statements.values().flat_map(BTreeMap::keys);
        origins.flat_map(|(_, by)| by).copied().collect()
    }
}

/// Explains a JSON pointer, an operation (`GET /v1/offers` or its id), a schema (`CitiEmail`) or a
/// property (`CitiEmail.emailKey`).
///
/// # Errors
///
/// That nothing in the document is called so, with the closest names, or that it says nothing.
pub fn explain(sources: &Sources, query: &str) -> Result<Explanation, Unknown> {
    let subject =
        query::find(sources.document, query).ok_or_else(|| Unknown::of(sources.document, query))?;
    let mut explanation = Explanation {
        title: subject.title(query),
        pointer: subject.pointer().to_owned(),
        statements: BTreeMap::new(),
    };
    for made in sources.made {
        if let Some(about) = subject.about(&made.claim, &made.pointer.to_string()) {
            let evidence = sources.expected.claims.get(&made.claim);
            let evidence = evidence.map(Vec::as_slice).unwrap_or_default();
            explanation.add(about, &made.claim, evidence, |by| {
                let basis = sources.readings.basis(by, &made.claim);
                basis.map_or(Ground::Documented, Ground::Read)
            });
        }
    }
    if let Subject::Operation { name, .. } = &subject {
        let omitted = sources.expected.omitted.iter();
        for (claim, evidence) in omitted.filter(|(claim, _)| *claim.operation == **name) {
            explanation.add(query::within(claim), claim, evidence, |_| Ground::Omitted);
        }
    }
    if explanation.statements.is_empty() {
        return Err(Unknown::silent(query));
    }
    Ok(explanation)
}

impl Explanation {
    fn add(
        &mut self,
        about: String,
        claim: &Claim,
        evidence: &[Evidence],
        ground: impl Fn(&[usize]) -> Ground,
    ) {
        let statement = Statement {
            about,
            aspect: claim.aspect,
            value: claim.value.to_string(),
        };
        let origins = self.statements.entry(statement).or_default();
        if evidence.is_empty() {
            let origin = (Ground::Unsupported, Vec::new());
            origins.entry(origin).or_default();
        }
        for Evidence {
            page,
            line,
            readings,
            ..
        } in evidence
        {
            let origin = (ground(readings), readings.clone());
            let lines = origins.entry(origin).or_default();
            lines.entry(page.to_string()).or_default().insert(*line);
        }
    }
}
