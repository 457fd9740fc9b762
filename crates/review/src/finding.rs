//! What does not add up.

use claims::Claim;
use serde::Serialize;

/// The kind of a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// The page says it, the document does not.
    Missing,
    /// The page says one thing, the document another.
    Contradicted,
    /// The document says it, neither page nor reading does.
    Unsupported,
    /// A sentence of a page looks like a rule, and nothing carries it.
    UnreadRule,
    /// A page renders one body twice, and the two do not say the same.
    UnequalRenderings,
    /// A reading, or a part of one, explains nothing.
    StaleReading,
    /// A reading is a draft that nobody has completed.
    UnfinishedReading,
    /// Two readings decide about one claim.
    ContestedClaim,
    /// The claims on file are not what the captured page says.
    StaleClaims,
    /// A claims file was changed by hand.
    EditedClaims,
    /// The page words what a description of ours renders differently than when it was confirmed.
    StaleDescription,
    /// The page words what a value of an enum means differently than when it was confirmed.
    StaleMeaning,
    /// The page words the row differently that a reading names by its number.
    StaleBinding,
    /// The lines that a reading cites as evidence are not there, or have other words now.
    StaleEvidence,
    /// A field or parameter has no class.
    UnclassedElement,
    /// A class, or a part of one, is that of nothing.
    StaleClass,
    /// A file of what a second description says cannot be read, or says nothing of the document.
    UnheardWitness,
    /// A crosswalk to a public standard does not fit the document or the facts of the standard.
    UnfitMapping,
    /// The document is not valid.
    InvalidDocument,
    /// A file is not what the contract gives.
    StaleFile,
    /// A file is not there.
    MissingFile,
    /// A file that nothing writes.
    OrphanedFile,
    /// A released document is not what was released.
    EditedRelease,
}

impl Kind {
    /// Every kind, in the order of the enum.
    pub const ALL: [Self; 23] = [
        Self::Missing,
        Self::Contradicted,
        Self::Unsupported,
        Self::UnreadRule,
        Self::UnequalRenderings,
        Self::StaleReading,
        Self::UnfinishedReading,
        Self::ContestedClaim,
        Self::StaleClaims,
        Self::EditedClaims,
        Self::StaleDescription,
        Self::StaleMeaning,
        Self::StaleBinding,
        Self::StaleEvidence,
        Self::UnclassedElement,
        Self::StaleClass,
        Self::UnheardWitness,
        Self::UnfitMapping,
        Self::InvalidDocument,
        Self::StaleFile,
        Self::MissingFile,
        Self::OrphanedFile,
        Self::EditedRelease,
    ];

    /// The kind's name in reports.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::Contradicted => "contradicted",
            Self::Unsupported => "unsupported",
            Self::UnreadRule => "unread-rule",
            Self::UnequalRenderings => "unequal-renderings",
            Self::StaleReading => "stale-reading",
            Self::UnfinishedReading => "unfinished-reading",
            Self::ContestedClaim => "contested-claim",
            Self::StaleClaims => "stale-claims",
            Self::EditedClaims => "edited-claims",
            Self::StaleDescription => "stale-description",
            Self::StaleMeaning => "stale-meaning",
            Self::StaleBinding => "stale-binding",
            Self::StaleEvidence => "stale-evidence",
            Self::UnclassedElement => "unclassed-element",
            Self::StaleClass => "stale-class",
            Self::UnheardWitness => "unheard-witness",
            Self::UnfitMapping => "unfit-mapping",
            Self::InvalidDocument => "invalid-document",
            Self::StaleFile => "stale-file",
            Self::MissingFile => "missing-file",
            Self::OrphanedFile => "orphaned-file",
            Self::EditedRelease => "edited-release",
        }
    }

    /// How grave a finding of this kind is; any finding fails the check.
    #[must_use]
    pub const fn level(self) -> Level {
        match self {
            Self::StaleReading | Self::StaleClass | Self::OrphanedFile => Level::Warning,
            _ => Level::Error,
        }
    }
}

/// How grave a finding of a kind is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// Documents, pages and readings do not agree.
    Error,
    /// They agree, and something is left over.
    Warning,
}

impl Level {
    /// Its name in SARIF and in workflow commands of GitHub.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }
}

/// A difference that nothing explains, with its place on the page and in the document.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Finding {
    /// What sort of difference it is.
    pub kind: Kind,
    /// The page, where one is concerned.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub page: Option<String>,
    /// Its lines, from 1.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub lines: Vec<u32>,
    /// The file, where one is concerned, by its path from the folder of the artefacts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub file: Option<String>,
    /// The JSON pointer (RFC 6901) into that file.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pointer: Option<String>,
    /// The reading, where one is concerned.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reading: Option<String>,
    /// What is wrong.
    pub problem: String,
    /// What to do about it, a command where there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fix: Option<String>,
    /// The claim on which page and document differ, where it is one.
    #[serde(skip)]
    pub claim: Option<Claim>,
    /// A reading that settles it, if its `page` was wider.
    #[serde(skip)]
    pub too_narrow: Option<TooNarrow>,
}

/// A reading that would say just what a page lacks if its `page` was wider.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct TooNarrow {
    /// Its id.
    pub reading: String,
    /// Its line in the file of readings, from 1.
    pub line: u32,
    /// The pages that it is about.
    pub page: String,
    /// The pages that it would be about.
    pub wider: String,
}

impl Finding {
    /// A finding with its kind and its problem; the rest is added later.
    #[must_use]
    pub fn new(kind: Kind, problem: impl Into<String>) -> Self {
        Self {
            kind,
            page: None,
            lines: Vec::new(),
            file: None,
            pointer: None,
            reading: None,
            problem: problem.into(),
            fix: None,
            claim: None,
            too_narrow: None,
        }
    }

    /// Whether page and document disagree about a claim.
    #[must_use]
    pub const fn is_of_a_claim(&self) -> bool {
        matches!(
            self.kind,
            Kind::Missing | Kind::Contradicted | Kind::Unsupported
        )
    }

    /// The same on lines of a page.
    #[must_use]
    pub fn on(mut self, page: &str, lines: impl IntoIterator<Item = u32>) -> Self {
        self.page = Some(page.to_owned());
        self.lines = lines.into_iter().collect();
        self.lines.sort_unstable();
        self.lines.dedup();
        self
    }

    /// The same in a file, by its path from the folder of the artefacts.
    #[must_use]
    pub fn in_file(mut self, file: &str) -> Self {
        self.file = Some(file.to_owned());
        self
    }

    /// The same about a claim.
    pub(crate) fn about(mut self, claim: &Claim) -> Self {
        self.claim = Some(claim.clone());
        self
    }

    /// The same at a JSON pointer.
    #[must_use]
    pub fn at(mut self, pointer: &impl ToString) -> Self {
        self.pointer = Some(pointer.to_string());
        self
    }

    /// The same with what to do about it.
    #[must_use]
    pub fn fixed_by(mut self, fix: impl Into<String>) -> Self {
        self.fix = Some(fix.into());
        self
    }
}

/// A claim as a sentence of a finding has it: `GET /v1/offers · 200 · offerType · type = string`.
pub(crate) fn words(claim: &Claim) -> String {
    format!("`{claim}`")
}

/// The finding that an entry of the readings file is about nothing.
pub(crate) fn stale(id: &str, problem: String) -> Finding {
    let mut finding = Finding::new(Kind::StaleReading, problem).in_file("readings.toml");
    finding.reading = Some(id.to_owned());
    finding
}
