//! A copy of `spec/` that has always something for an export to do.
#![expect(clippy::disallowed_methods, reason = "a test breaks files on purpose")]

use std::fs;
use std::os::unix::fs::MetadataExt as _;
use std::path::Path;

use tempfile::TempDir;

use artefacts::table::{ANCHORS, Writer};
use artefacts::{SUMS, Sums};
use contract::catalogue::CATALOGUE;

use super::whole::Files;

/// What people write: an export reads it and does not touch it.
const READINGS: &str = "readings.toml";

/// A copy of `spec/`, and the readings of two states that lead to different files.
pub(crate) struct Folder {
    folder: TempDir,
    readings: [String; 2],
}

impl Folder {
    pub(crate) fn new() -> Self {
        let folder = TempDir::new().expect("a folder for the test");
        let from = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../spec"));
        for (path, bytes) in cli::disk::files(from).expect("spec/ can be read") {
            write(&folder.path().join(path), &bytes);
        }
        let readings = fs::read_to_string(from.join(READINGS)).expect("the readings");
        // Another reason stands in every report on the reading. Its id stays: the lines that it cites
        // are tied to it.
        let reason = "\nreason = \"";
        assert!(readings.contains(reason), "invalid test case: no reason");
        let other = readings.replace(reason, "\nreason = \"For another reason: ");
        let readings = [readings, other];
        Self { folder, readings }
    }

    pub(crate) fn spec(&self) -> &Path {
        self.folder.path()
    }

    /// Every file below `spec/`.
    pub(crate) fn files(&self) -> Files {
        cli::disk::files(self.spec()).expect("the files can be read")
    }

    /// Gives the next export the readings of one state.
    pub(crate) fn set_state(&self, state: usize) {
        write(&self.spec().join(READINGS), self.readings[state].as_bytes());
    }

    /// Makes every generated file stale, one missing and one orphaned; removes nothing that a
    /// killed export left.
    pub(crate) fn age(&self, number: u32) {
        // What people and other commands write, an export reads or leaves as it is.
        let by_export = |path: &String| {
            let known = artefacts::table::artefact(path, &CATALOGUE);
            known.is_some_and(|known| known.writer == Writer::Export)
        };
        // What was confirmed is read before it is written, and the digests say what may be removed.
        let written = |path: &String| by_export(path) && path != ANCHORS && path != SUMS;
        let files: Vec<String> = self.files().into_keys().filter(written).collect();
        for path in &files {
            let old = format!("What {path} was before export {number}.\n")
                .repeat(1 + number as usize % 7);
            write(&self.spec().join(path), old.as_bytes());
        }
        // Kills that come early leave fewer and fewer.
        if let [first, .., last] = files.as_slice() {
            let missing = if number.is_multiple_of(2) {
                first
            } else {
                last
            };
            fs::remove_file(self.spec().join(missing)).expect("the file is there");
        }
        let (orphan, text) = (format!("reports/orphan-{number}.md"), b"Written once.\n");
        write(&self.spec().join(&orphan), text);
        let sums = Sums::of_file(self.files().get(SUMS).map(Vec::as_slice));
        let sums = sums.with(&orphan, text).to_string();
        write(&self.spec().join(SUMS), sums.as_bytes());
    }

    /// How many staged files stand beside the first one of them.
    pub(crate) fn staged(&self) -> usize {
        staged(self.spec())
    }

    /// How many staged files there are.
    pub(crate) fn left(&self) -> usize {
        let folders = ["", "overlays", "providers", "reports", "schemas"];
        folders
            .map(|folder| staged(&self.spec().join(folder)))
            .iter()
            .sum()
    }

    /// Which file is at the place of the first one that an export moves; none if it is missing.
    pub(crate) fn first(&self) -> Option<u64> {
        let first = fs::metadata(self.spec().join("README.md"));
        first.ok().map(|file| file.ino())
    }
}

fn staged(folder: &Path) -> usize {
    let entries = fs::read_dir(folder).expect("the folder can be read");
    let names = entries.flatten().map(|entry| entry.file_name());
    names
        .filter(|name| name.to_string_lossy().starts_with(".staged-"))
        .count()
}

fn write(path: &Path, bytes: &[u8]) {
    fs::create_dir_all(path.parent().expect("a folder")).expect("the folder can be made");
    fs::write(path, bytes).expect("the file can be written");
}
