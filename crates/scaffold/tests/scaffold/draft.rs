//! Drafts beside this repository's contract.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use artefacts::Inputs;
use claims::PageClaims;
use contract::catalogue::CATALOGUE;
use document::Documents;
use scaffold::{CONTRACT, Input, READINGS, Scaffold, scaffold};

static ROOT: LazyLock<std::path::PathBuf> =
    LazyLock::new(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../.."));

static DOCUMENTS: LazyLock<Documents> =
    LazyLock::new(|| document::build(&CATALOGUE).expect("documents"));

static INPUTS: LazyLock<Inputs> = LazyLock::new(|| {
    Inputs::load(&ROOT.join("spec"), &CATALOGUE, |path| {
        fs::read_to_string(path)
    })
    .expect("inputs")
});

/// What a draft is made of.
pub(crate) struct Draft {
    page: PageClaims,
    vendor: String,
    pub(crate) url: Option<&'static str>,
    pub(crate) sources: BTreeMap<String, String>,
}

/// A draft with the files that it changes.
pub(crate) struct Drafted {
    pub(crate) scaffold: Scaffold,
    pub(crate) sources: BTreeMap<String, String>,
}

pub(crate) fn page(id: &str, text: &str) -> PageClaims {
    pages::read(id, text.as_bytes()).expect("a page that can be read")
}

pub(crate) fn drafted(id: &str, vendor: &str, text: &str) -> Drafted {
    let draft = Draft::of(id, vendor, text);
    let scaffold = draft.scaffold().expect("a draft");
    Drafted {
        scaffold,
        sources: draft.sources,
    }
}

impl Draft {
    pub(crate) fn of(id: &str, vendor: &str, text: &str) -> Self {
        let mut sources = BTreeMap::new();
        walk(CONTRACT.trim_end_matches('/'), &mut sources);
        sources.insert(READINGS.to_owned(), read(READINGS));
        let (page, vendor) = (page(id, text), vendor.to_owned());
        Self {
            page,
            vendor,
            url: None,
            sources,
        }
    }

    pub(crate) fn scaffold(&self) -> Result<Scaffold, Vec<String>> {
        let documents = &*DOCUMENTS;
        let cases = INPUTS.cases(
            &CATALOGUE,
            |id| &documents.providers[id],
            &documents.consolidated,
        );
        scaffold(&Input {
            page: &self.page,
            vendor: &self.vendor,
            title: "Harbour of Oslo",
            url: self.url,
            catalogue: &CATALOGUE,
            cases: &cases.pages,
            readings: &INPUTS.readings,
            sources: &self.sources,
        })
    }

    /// New files whole, of the others the lines that are added; then what is said to people.
    pub(crate) fn show(scaffold: &Scaffold, sources: &BTreeMap<String, String>) -> String {
        let mut shown = String::new();
        for (path, file) in &scaffold.files {
            shown += &format!("=== {path}\n");
            let mut before = sources
                .get(path)
                .map(String::as_str)
                .unwrap_or_default()
                .lines()
                .peekable();
            for line in file.text.lines() {
                if before.next_if_eq(&line).is_none() {
                    shown += &format!("{line}\n");
                }
            }
        }
        for note in &scaffold.notes {
            shown += &format!("note {note}\n");
        }
        for narrow in &scaffold.too_narrow {
            shown += &format!(
                "widen {} from {} to {}\n",
                narrow.reading, narrow.page, narrow.wider
            );
        }
        shown
    }
}

impl Drafted {
    pub(crate) fn shown(&self) -> String {
        Draft::show(&self.scaffold, &self.sources)
    }
}

fn read(path: &str) -> String {
    fs::read_to_string(ROOT.join(path)).expect("a file of the repository")
}

fn walk(folder: &str, files: &mut BTreeMap<String, String>) {
    for entry in fs::read_dir(ROOT.join(folder)).expect("a folder of the repository") {
        let entry = entry.expect("an entry");
        let path = format!("{folder}/{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            walk(&path, files);
        } else {
            files.insert(path.clone(), read(&path));
        }
    }
}
