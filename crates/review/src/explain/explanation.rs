//! What is known of one element: its statements, each with its evidence.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use claims::{Aspect, Claim};

use crate::expected::Evidence;
use crate::reading::{Basis, Certainty, rests_on};

/// What a statement rests on, the strongest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Ground {
    /// A line of the page says exactly this.
    Documented,
    /// A line of the page describes it, and the words are ours.
    Described,
    /// The weakest of the readings that lead to it has this basis, and all of them are this sure.
    Read(Basis, Option<Certainty>),
    /// Neither page nor reading supports it.
    Unsupported,
    /// The page says it, and a reading leaves it out of the document.
    Omitted,
}

impl Ground {
    /// The ground's name in reports: `vendor`, or `vendor (likely)`.
    #[must_use]
    pub fn name(self) -> Cow<'static, str> {
        let name = match self {
            Self::Documented => "documented",
            Self::Described => "described",
            Self::Read(basis, certainty) => return rests_on(basis, certainty),
            Self::Unsupported => "unsupported",
            Self::Omitted => "omitted",
        };
        name.into()
    }
}

/// One statement: what is said of what within the element.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Claimed {
    /// What within the element it is about; empty for the element itself.
    pub about: String,
    /// What is said of it.
    pub aspect: Aspect,
    /// The value; empty where being said is all there is.
    pub value: String,
}

impl fmt::Display for Claimed {
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

/// One statement, in the words of the document, and where it comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stated {
    /// What is said.
    pub statement: Claimed,
    /// The wording that the document has, where the statement is that there is one.
    pub words: Option<String>,
    /// Where it comes from.
    pub origins: BTreeMap<Origin, Lines>,
    /// Which of the values of a list in the document it is.
    pub(super) index: usize,
}

/// The evidence for one element of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explanation {
    /// What is explained, as it is called.
    pub title: String,
    /// The JSON pointer (RFC 6901) to it, or to what it is within.
    pub pointer: String,
    /// Whether the pointer is to what it is within: nothing is said of it alone.
    pub within: bool,
    /// The schema of the body of each status, if it is an operation.
    pub bodies: BTreeMap<String, String>,
    /// Every statement, with its evidence: by what it is about and what it says of that, the
    /// values of a list in the order of the page.
    pub statements: Vec<Stated>,
}

impl Explanation {
    /// How many statements rest on what; each counts once, by the strongest.
    #[must_use]
    pub fn grounds(&self) -> BTreeMap<Ground, usize> {
        let mut grounds = BTreeMap::new();
        for stated in &self.statements {
            if let Some(((ground, _), _)) = stated.origins.first_key_value() {
                *grounds.entry(*ground).or_default() += 1;
            }
        }
        grounds
    }

    /// The readings that any statement rests on, by their places in [`crate::Readings::all`].
    #[must_use]
    pub fn readings(&self) -> BTreeSet<usize> {
        let origins = self.statements.iter().flat_map(|it| it.origins.keys());
        origins.flat_map(|(_, by)| by).copied().collect()
    }
}

impl Stated {
    /// Listed values go in the order of the page, those of one line in that of the document.
    pub(super) fn order(&self) -> (&str, Aspect, Option<(&str, u32)>, usize) {
        let Claimed { about, aspect, .. } = &self.statement;
        let is_list = matches!(aspect, Aspect::Enum | Aspect::EnumDescription);
        let lines = self.origins.values().flatten();
        let lines = lines.filter_map(|(page, lines)| Some((page.as_str(), *lines.first()?)));
        let first = lines.min().filter(|_| is_list);
        let index = if is_list { self.index } else { 0 };
        (about, *aspect, first, index)
    }
}

/// Adds a statement, or more evidence for it.
pub(super) fn add<'f>(
    found: &'f mut BTreeMap<Claimed, Stated>,
    about: String,
    claim: &Claim,
    evidence: &[Evidence],
    ground: impl Fn(&[usize]) -> Ground,
) -> &'f mut Stated {
    let statement = Claimed {
        about,
        aspect: claim.aspect,
        value: claim.value.to_string(),
    };
    let stated = found.entry(statement.clone()).or_insert_with(|| Stated {
        statement,
        words: None,
        origins: BTreeMap::new(),
        index: 0,
    });
    let origins = &mut stated.origins;
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
    stated
}
