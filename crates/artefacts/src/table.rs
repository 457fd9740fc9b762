//! The one table of the artefacts: what each file below `spec/` is, who writes it, who reads it.
//!
//! Which files export may remove, the first table of `spec/README.md` and `.gitattributes` follow
//! from it.

use std::fmt::Write as _;

use contract::catalogue::Catalogue;
use semver::Version;

/// The consolidated document.
pub const CONSOLIDATED: &str = "openapi.json";
/// The consolidated document as YAML.
pub const YAML: &str = "openapi.yaml";
/// The edition in OpenAPI 3.0.
pub const OPENAPI_3_0: &str = "openapi-3.0.json";
/// The edition in OpenAPI 3.2.
pub const OPENAPI_3_2: &str = "openapi-3.2.json";
/// The decisions that people recorded.
pub const READINGS: &str = "readings.toml";
/// What kind of data each field and parameter is.
pub const CLASSES: &str = "classes.toml";
/// Which words of the pages each text of ours was written for.
pub const ANCHORS: &str = "anchors.csv";
/// What the public generators made of the documents.
pub const GENERATORS: &str = "reports/generators.md";
/// The review.
pub const REVIEW: &str = "reports/REVIEW.md";
/// Every decision, with what rests on it.
pub const DECISIONS: &str = "reports/readings.csv";
/// Where the sources contradict each other or themselves.
pub const CONTRADICTIONS: &str = "reports/contradictions.csv";
/// The numbers of the review.
pub const COVERAGE: &str = "reports/coverage.json";
/// The evidence of every claim.
pub const TRACEABILITY: &str = "reports/traceability.csv";

/// What each file is.
pub const README: &str = "README.md";

/// Who writes an artefact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Writer {
    /// `cargo xtask export`, which also removes what it no longer writes.
    Export,
    /// `cargo xtask read`.
    Read,
    /// `cargo xtask release`.
    Release,
    /// `cargo harness generate --all`.
    Generate,
    /// People.
    People,
}

/// One kind of file below `spec/`.
#[derive(Clone, Copy, Debug)]
pub struct Artefact {
    /// Its path below `spec/`; `<page>`, `<vendor>`, `<source>` and `<version>` stand for names.
    pub path: &'static str,
    /// What it is.
    pub what: &'static str,
    /// Who reads it.
    pub readers: &'static str,
    /// Who writes it.
    pub writer: Writer,
    /// Whether reviewers read its changes, line by line.
    pub reviewed: bool,
    /// Whether programs import it: the npm package has it, and exports it.
    pub imported: bool,
}

const fn exported(path: &'static str, what: &'static str, readers: &'static str) -> Artefact {
    Artefact {
        path,
        what,
        readers,
        writer: Writer::Export,
        reviewed: false,
        imported: false,
    }
}

impl Artefact {
    const fn written_by(mut self, writer: Writer) -> Self {
        self.writer = writer;
        self
    }

    /// The same, read by reviewers.
    const fn reviewed(mut self) -> Self {
        self.reviewed = true;
        self
    }

    /// The same, imported by programs.
    const fn imported(mut self) -> Self {
        self.imported = true;
        self
    }

    /// Whether a path below `spec/` is one of this kind; pages are those of the catalogue.
    fn is_at(&self, path: &str, catalogue: &Catalogue) -> bool {
        let Some((kind, name)) = self.name(path) else {
            return path == self.path;
        };
        match kind {
            "page" => catalogue.providers.iter().any(|it| it.id == name),
            "version" => name.parse::<Version>().is_ok(),
            _ => !name.contains('/'),
        }
    }

    /// What stands in a path for a name in angle brackets, and which that is.
    fn name<'p>(&self, path: &'p str) -> Option<(&'static str, &'p str)> {
        let (before, rest) = self.path.split_once('<')?;
        let (kind, after) = rest.split_once('>')?;
        let name = path.strip_prefix(before)?.strip_suffix(after)?;
        Some((kind, name))
    }
}

/// Every artefact, in the order of the table in `spec/README.md`.
pub const ARTEFACTS: &[Artefact] = &[
    exported(
        CONSOLIDATED,
        "the consolidated document, OpenAPI 3.1",
        "generators, portals, linters",
    )
    .reviewed()
    .imported(),
    exported(YAML, "the same as YAML", "people, portals").imported(),
    exported(
        OPENAPI_3_0,
        "the same in OpenAPI 3.0.3",
        "tools that stop at 3.0",
    )
    .imported(),
    exported(
        OPENAPI_3_2,
        "the same in OpenAPI 3.2.0, with the tags of a vendor's pages below a tag of the vendor",
        "tools that show nested tags",
    )
    .imported(),
    exported(
        "providers/<page>.json",
        "the document of one page, OpenAPI 3.1",
        "generators of one client, reviewers and portals of that page",
    )
    .imported(),
    exported(
        "schemas/<vendor>.schema.json",
        "the vendor's types, JSON Schema 2020-12",
        "validators, form builders",
    )
    .imported(),
    exported(
        "overlays/provenance.overlay.yaml",
        "an OpenAPI Overlay 1.0.0 that adds `x-provenance` to every element of `openapi.json`; apply it or leave it",
        "portals, reviewers",
    )
    .imported(),
    exported(
        "overlays/classification.overlay.yaml",
        "an OpenAPI Overlay 1.0.0 that adds `x-data-classification` to every property and parameter of `openapi.json`: our judgement from `classes.toml`; apply it or leave it",
        "log and gateway configurations, portals, reviewers",
    )
    .imported(),
    exported(
        "claims/<page>.csv",
        "what the page says, one claim a row, in the order of its lines",
        "reviewers",
    )
    .written_by(Writer::Read)
    .reviewed(),
    exported(
        "claims/<page>.lines.csv",
        "the lines of the captured page, one a row: the digest of its words, and `read` or the rule that says why it states nothing",
        "`cargo xtask check`, to find lines that moved",
    )
    .written_by(Writer::Read),
    exported(
        ANCHORS,
        "each of our descriptions, with a digest of the words of the page behind it; run `cargo xtask confirm` after reading changed words",
        "reviewers",
    )
    .reviewed(),
    exported(
        READINGS,
        "every decision with its reason and evidence, and what people found misspelt or contradictory",
        "reviewers",
    )
    .written_by(Writer::People)
    .reviewed(),
    exported(
        CLASSES,
        "what kind of data each field and parameter is, and how sensitive: our judgement, each with its reason",
        "reviewers, whoever writes logs",
    )
    .written_by(Writer::People)
    .reviewed(),
    exported(
        "witnesses/<source>.csv",
        "what a description of the vendor's own says, one claim a row; `readings.toml` has the source of that name with its address and day",
        "reviewers",
    )
    .written_by(Writer::People)
    .reviewed(),
    exported(
        "crosswalk/concepts.toml",
        "which properties of the document belong to a name, an address, a phone, an email, an identification, a segment or an offer; the tables answer for each of them",
        "reviewers",
    )
    .written_by(Writer::People)
    .reviewed(),
    exported(
        "crosswalk/<target>.sssom.tsv",
        "what each of them is in one public standard, and what is lost: mappings in SSSOM/TSV, which `cargo xtask translate` runs",
        "whoever maps these customers, reviewers",
    )
    .written_by(Writer::People)
    .reviewed(),
    exported(
        "crosswalk/targets/<target>.csv",
        "the properties of that standard with types and lengths, its version and where they were read",
        "reviewers",
    )
    .written_by(Writer::People)
    .reviewed(),
    exported(
        "crosswalk/targets/<target>.toml",
        "what is printed of that standard, and the defaults for what it requires",
        "`cargo xtask translate`",
    )
    .written_by(Writer::People)
    .reviewed(),
    exported(
        "crosswalk/README.md",
        "what follows from the tables: what each standard requires and who has it, and whose address can be the structured address of a payment",
        "whoever maps these customers: start here",
    ),
    exported(
        "crosswalk/<concept>.md",
        "the matrix of one concept: our properties, those of each standard, and the lengths of both",
        "whoever maps these customers",
    ),
    exported(
        REVIEW,
        "the review, to read in ten minutes: what to know first, what is covered, where each statement comes from, what was decided, what the pages contradict",
        "reviewers: start here",
    )
    .reviewed(),
    exported(
        "reports/CLASSES.md",
        "where personal data is, what of it is sent in URLs, and every class with its reason",
        "reviewers of data protection",
    )
    .reviewed(),
    exported(
        DECISIONS,
        "every decision: its basis, how much rests on it, what would be wrong if it were, and what to ask the vendor",
        "reviewers",
    ),
    exported(
        CONTRADICTIONS,
        "every contradiction within the pages, between them and with other material, with its lines",
        "reviewers",
    ),
    exported(
        "reports/questions/<vendor>.md",
        "the questions to one vendor, as a letter to send",
        "whoever writes to the vendor",
    )
    .reviewed(),
    exported(COVERAGE, "the numbers of `REVIEW.md`", "dashboards"),
    exported(
        "reports/review.sarif",
        "SARIF 2.1.0: the findings as errors and warnings, the contradictions of the pages as notes",
        "code scanning",
    ),
    exported(
        TRACEABILITY,
        "every claim of `openapi.json`: pointer, page, the lines that state it, readings, basis",
        "reviewers",
    ),
    exported(
        GENERATORS,
        "the public generators that were run on the documents, with versions and options",
        "people who generate code",
    )
    .written_by(Writer::Generate),
    exported(
        "releases/<version>.json",
        "`openapi.json` as it was released, never changed again",
        "people who ask what changed since",
    )
    .written_by(Writer::Release),
    exported(
        "releases/<version>.SHA256SUMS",
        "the digest of every file as it was at that version, never changed again",
        "people who take a file of a release",
    )
    .written_by(Writer::Release),
    exported(
        "releases/SHA256SUMS",
        "the digests of the files of all releases, for `sha256sum --check`",
        "`cargo xtask check`, to find a release that was edited",
    )
    .written_by(Writer::Release),
    exported(
        super::SUMS,
        "the digest of every other file, for `sha256sum --check SHA256SUMS`. It also tells `export` which old files are its own to remove: those that it wrote and nobody changed",
        "people who take files, `cargo xtask export`",
    ),
    exported(README, "this page", "everybody"),
];

/// The artefact that a path below `spec/` is, if it is one.
#[must_use]
pub fn artefact(path: &str, catalogue: &Catalogue) -> Option<&'static Artefact> {
    ARTEFACTS.iter().find(|it| it.is_at(path, catalogue))
}

/// Whether a path has the form of a file that another command or a person writes, whatever page or
/// version it names.
pub(crate) fn is_of_others(path: &str) -> bool {
    let mut others = ARTEFACTS.iter().filter(|it| it.writer != Writer::Export);
    others.any(|it| path == it.path || it.name(path).is_some())
}

/// The rows of the first table of `spec/README.md`.
pub(crate) fn rows() -> String {
    ARTEFACTS.iter().fold(String::new(), |mut rows, it| {
        let writer = match it.writer {
            Writer::Export => "`export`",
            Writer::Read => "`read`",
            Writer::Release => "`release`",
            Writer::Generate => "`generate`",
            Writer::People => "people",
        };
        let (path, what, readers) = (it.path, it.what, it.readers);
        let _ = writeln!(rows, "| `{path}` | {what} | {readers} | {writer} |");
        rows
    })
}

/// The lines of `.gitattributes` about `spec/`: reviewers see the changes of the files that they
/// review, and those of all other files on demand.
#[must_use]
pub fn attributes() -> String {
    let hidden = ARTEFACTS.iter().filter(|it| !it.reviewed);
    hidden.fold(String::new(), |mut lines, it| {
        let named = it.path.split_once('<').and_then(|(start, rest)| {
            let (_, end) = rest.split_once('>')?;
            Some(format!("{start}*{end}"))
        });
        let path = named.as_deref().unwrap_or(it.path);
        let _ = writeln!(lines, "spec/{path} linguist-generated");
        lines
    })
}

#[cfg(test)]
mod tests {
    use contract::catalogue::CATALOGUE;

    use super::{artefact, attributes};

    #[test]
    fn a_path_is_of_one_kind_or_of_none() {
        let page = CATALOGUE.providers[0].id;
        let known = |path: &str| artefact(path, &CATALOGUE).map(|it| it.path);
        assert_eq!(known("openapi.json"), Some("openapi.json"));
        assert_eq!(
            known(&format!("claims/{page}.csv")),
            Some("claims/<page>.csv")
        );
        assert_eq!(known("claims/another-page.csv"), None);
        assert_eq!(
            known("releases/1.2.3.json"),
            Some("releases/<version>.json")
        );
        assert_eq!(known("releases/SHA256SUMS"), Some("releases/SHA256SUMS"));
        assert_eq!(
            known("releases/1.2.3.SHA256SUMS"),
            Some("releases/<version>.SHA256SUMS")
        );
        assert_eq!(known("releases/a/b.json"), None);
        assert_eq!(known("releases/notes.json"), None);
        assert_eq!(known("draft.md"), None);
    }

    #[test]
    fn git_hides_what_nobody_reviews() {
        let told = include_str!("../../../.gitattributes");
        let told: Vec<&str> = told.lines().filter(|it| it.starts_with("spec/")).collect();
        assert_eq!(told.join("\n") + "\n", attributes(), "mend .gitattributes");
    }
}
