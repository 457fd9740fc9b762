//! What our side says and rests on: a page, a folder, or a description with or without evidence.

use std::collections::BTreeMap;
use std::panic::resume_unwind;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver};
use std::thread::{self, Scope, ScopedJoinHandle};

use claims::openapi::{Operation, OperationReader};
use claims::{DocumentClaim, PageClaims};
use cli::{Trouble, terminal, text};
use review::witness::{self, Answer, Operations, Testimony};
use review::{Case, Cases, Readings};
use serde_json::Value;

use crate::folder::{FILE, description, readings_in};
use crate::trial::names;
use crate::{Folder, Page};

/// The file of readings in a folder of artefacts.
const READINGS: &str = "readings.toml";

/// Our side.
#[derive(Debug, Default)]
pub(super) struct Evidence {
    pages: Vec<PageClaims>,
    pub(super) readings: Readings,
    /// `Null` if there are pages only.
    description: Value,
}

impl Evidence {
    /// Reads our side.
    pub(super) fn of(ours: Option<&Path>, layout: Option<&str>) -> Result<Self, Trouble> {
        let Some(path) = ours else {
            return Ok(Self::in_folder(Folder::read(Path::new("."))?));
        };
        if Page::is_one(path) {
            let page = Page::read(path, &Page::id(path), layout)?;
            return Ok(Self {
                pages: vec![page.claims],
                ..Self::default()
            });
        }
        let description = description(path)?;
        let around = path.parent().filter(|it| it.join(FILE).is_file());
        if let Some(read) = around.map(Folder::read) {
            if let Ok(mut folder) = read {
                folder.description = description;
                return Ok(Self::in_folder(folder));
            }
            terminal::note("no line and no reading is named; see `witness check` in the folder");
        }
        let mut evidence = Self {
            description: description.document,
            ..Self::default()
        };
        if let Some(spec) = artefacts(path) {
            evidence.readings = readings_in(&spec.join(READINGS))?;
            evidence.pages = claims_of(&spec, &Page::id(path))?;
        }
        Ok(evidence)
    }

    /// The pages and the description of a folder, which call their operations alike.
    fn in_folder(folder: Folder) -> Self {
        Self {
            pages: folder.called(),
            readings: folder.readings,
            description: folder.description.document,
        }
    }

    /// What a second description says of it. Only wanted answers are kept; unless all are, those that
    /// confirm what no reading supports are not even made.
    pub(super) fn testimony(
        &self,
        theirs: &Value,
        keeps_all: bool,
        wanted: impl Fn(&Answer) -> bool,
    ) -> Testimony {
        // What the pages lead to is the evidence; what our description says is read below.
        let case = |page| Case::of(page, &self.readings, &Value::Null);
        let mut ours = match self.pages.as_slice() {
            [page] => case(page).reviewed,
            pages => {
                let pages = pages.iter().map(case).collect();
                Cases::of(pages, &self.readings, &Value::Null).consolidated
            }
        };
        if self.description.is_null() {
            let mut reader = OperationReader::lenient(theirs);
            let theirs = claims::openapi::operations(theirs);
            let theirs: Vec<_> = theirs.iter().flat_map(|it| reader.claims(it)).collect();
            let theirs = theirs.iter().map(|made| (&made.claim, Some(&made.pointer)));
            return witness::testify(&ours, theirs);
        }
        ours.document = &self.description;
        let operations = Operations::between(
            &names::of_description(&self.description),
            &names::of_description(theirs),
        );
        let documents = [&self.description, theirs];
        let mut testimony = Testimony::of_shared(operations.len());
        // What confirms is counted where nobody looks at it and no reading is the better for it.
        let counts_only = self.readings.all().is_empty() && !keeps_all;
        let mut hear = |own: &[DocumentClaim], theirs: &[DocumentClaim]| {
            let [own, theirs] = [own, theirs].map(|said| -> Vec<_> {
                said.iter()
                    .map(|made| (&made.claim, Some(&made.pointer)))
                    .collect()
            });
            let mut heard = witness::hear(&ours, &own, &theirs, &operations, counts_only);
            let told = heard.answers.iter_mut();
            told.for_each(|answer| answer.tell_types_apart(documents));
            testimony.add(heard, &wanted);
        };
        let own = claims::openapi::operations(&self.description).into_iter();
        let mut own: BTreeMap<String, _> = own.map(|it| (it.name(), it)).collect();
        let pairs = claims::openapi::operations(theirs)
            .into_iter()
            .map(|their| {
                let called = operations.ours(&their.name());
                (called.and_then(|name| own.remove(&**name)), Some(their))
            });
        let (mut ahead, mut theirs): (Vec<_>, Vec<_>) = pairs.unzip();
        ahead.extend(own.into_values().map(Some));
        theirs.resize(ahead.len(), None);
        let cut = thread::scope(|scope| {
            let (own, reader) = read(scope, documents[0], ahead);
            let (theirs, _) = read(scope, documents[1], theirs);
            for (own, theirs) in own.iter().zip(theirs) {
                hear(&own, &theirs);
            }
            reader.join().unwrap_or_else(|panic| resume_unwind(panic))
        });
        if cut > 0 {
            let most = claims::openapi::MOST;
            let cut = terminal::count(cut, "schema");
            terminal::note(format_args!(
                "{cut} of more than {most} statements: not compared in full depth"
            ));
        }
        testimony.answers.sort();
        testimony
    }
}

/// Reads operations of a description in a thread of its own, a few ahead of whoever takes what they say;
/// where there is none, nothing is said. The thread returns how many schemas were too much to be read.
fn read<'s, 'd: 's>(
    scope: &'s Scope<'s, '_>,
    description: &'d Value,
    operations: Vec<Option<Operation<'d>>>,
) -> (Receiver<Vec<DocumentClaim>>, ScopedJoinHandle<'s, usize>) {
    const AHEAD: usize = 4;
    let (sender, receiver) = mpsc::sync_channel(AHEAD);
    let reader = scope.spawn(move || {
        let mut reader = OperationReader::lenient(description);
        for operation in operations {
            let said = operation.map(|operation| reader.claims(&operation));
            if sender.send(said.unwrap_or_default()).is_err() {
                break;
            }
        }
        reader.cut().count()
    });
    (receiver, reader)
}

/// The folder of artefacts that a description is in: the closest above it with readings and claims.
fn artefacts(path: &Path) -> Option<PathBuf> {
    let folders = path.ancestors().skip(1);
    let here = |folder: &Path| {
        if folder.as_os_str().is_empty() {
            PathBuf::from(".")
        } else {
            folder.to_owned()
        }
    };
    let mut folders = folders.map(here);
    folders.find(|it| it.join(READINGS).is_file() && it.join("claims").is_dir())
}

/// The claims on file of the page that the description is of, or of all pages.
fn claims_of(spec: &Path, id: &str) -> Result<Vec<PageClaims>, Trouble> {
    let folder = spec.join("claims");
    let entries = std::fs::read_dir(&folder).map_err(|error| Trouble::at(&folder, error))?;
    let mut ids: Vec<String> = entries
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter_map(|name| name.strip_suffix(".csv").map(str::to_owned))
        .filter(|name| !name.contains('.'))
        .collect();
    ids.sort();
    if ids.iter().any(|known| known == id) {
        ids = vec![id.to_owned()];
    }
    let mut trouble = Trouble::default();
    let mut pages = Vec::new();
    for id in ids {
        let path = folder.join(format!("{id}.csv"));
        let read = text::parse(&path, |text| claims::csv::parse(&id, text));
        pages.extend(trouble.take(read).map(|file| file.page));
    }
    trouble.or(pages)
}
