//! The kinds of findings as rules of a scanner: what each means and what to do about it.

use super::Kind;

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

/// What a scanner shows of a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rule {
    /// What such a finding is, in a few words.
    pub short: &'static str,
    /// What it is, in a sentence or two.
    pub full: &'static str,
    /// What to do about it.
    pub help: &'static str,
    /// Where what it rests on is explained.
    pub address: &'static str,
}

// This workspace has no public address, and an invented one would lead nowhere: rules lead to the
// specification of what they hold a file to, and the tool to that of what it checks.

/// What a document is; the tool's own address as well.
pub(crate) const OPENAPI: &str = "https://spec.openapis.org/oas/v3.1.0.html";
/// What a claims file is.
const CSV: &str = "https://www.rfc-editor.org/rfc/rfc4180.html";
/// What the file of readings is.
const TOML: &str = "https://toml.io/en/v1.0.0";
/// Why files are what the same input gives again.
const REPRODUCIBLE: &str = "https://reproducible-builds.org/docs/definition/";
/// Why a release is never changed, and what a version says.
const VERSIONS: &str = "https://semver.org/spec/v2.0.0.html";

const CONTRACT: &str = "Correct the type or operation in crates/contract and run `cargo xtask \
                        export`, or record a reading in spec/readings.toml.";
const EXPORT: &str = "Run `cargo xtask export` and commit what it writes.";
const READ: &str = "Run `cargo xtask read --pages DIR` and review the difference in spec/claims.";
const READINGS: &str = "Correct, narrow or remove the entry in spec/readings.toml.";

impl Kind {
    /// How grave a finding of this kind is; any finding fails the check.
    #[must_use]
    pub const fn level(self) -> Level {
        match self {
            Self::StaleReading | Self::OrphanedFile => Level::Warning,
            _ => Level::Error,
        }
    }

    /// The kind as a rule of a scanner.
    #[must_use]
    pub const fn rule(self) -> Rule {
        let (short, full, help, address) = match self {
            Self::Missing => (
                "The document lacks what the page says.",
                "A page makes a statement, or a reading leads to one, that the document does not make.",
                CONTRACT,
                OPENAPI,
            ),
            Self::Contradicted => (
                "Page and document say different things.",
                "A page, under the readings about it, gives one value, and the document another.",
                CONTRACT,
                OPENAPI,
            ),
            Self::Unsupported => (
                "The document says what nothing supports.",
                "The document makes a statement that no page makes and to which no reading leads.",
                CONTRACT,
                OPENAPI,
            ),
            Self::StaleReading => (
                "A recorded decision explains nothing.",
                "A reading, a part of one or a misspelling applies to no statement of any page, or supplies what the page states itself.",
                READINGS,
                TOML,
            ),
            Self::ContestedClaim => (
                "Two recorded decisions are about one statement.",
                "Two readings decide what one statement of a page means, so that neither does.",
                READINGS,
                TOML,
            ),
            Self::StaleClaims => (
                "The claims on file are not those of the page.",
                "The captured page makes other statements than its file in spec/claims has.",
                READ,
                CSV,
            ),
            Self::EditedClaims => (
                "A file of claims was changed by hand.",
                "The seal of the file does not fit its rows: they are not those that were read from the page.",
                READ,
                CSV,
            ),
            Self::InvalidDocument => (
                "The document is not valid.",
                "The document breaks OpenAPI or JSON Schema, a reference leads nowhere, an example does not fit, a rule of crates/document/src/lint.rs is broken, or the catalogue contradicts itself.",
                "Correct crates/contract and run `cargo xtask export`.",
                OPENAPI,
            ),
            Self::StaleFile => (
                "A file is not what the contract gives.",
                "A file in spec/ holds something else than an export writes.",
                EXPORT,
                REPRODUCIBLE,
            ),
            Self::MissingFile => (
                "A file is not there.",
                "An export writes a file in spec/ that is not there.",
                EXPORT,
                REPRODUCIBLE,
            ),
            Self::OrphanedFile => (
                "Nothing writes a file.",
                "A file in spec/ is neither written by an export nor kept by people.",
                "Run `cargo xtask export`, which removes what an earlier export wrote and nobody changed; move any other file out of spec/.",
                REPRODUCIBLE,
            ),
            Self::EditedRelease => (
                "A released document is not what was released.",
                "A file in spec/releases does not have the digest that was recorded when it was released, or one of the two is not there.",
                "Restore spec/releases from the commit of the release.",
                VERSIONS,
            ),
        };
        Rule {
            short,
            full,
            help,
            address,
        }
    }
}
