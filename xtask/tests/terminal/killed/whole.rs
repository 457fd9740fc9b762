//! Whether every file is whole: as it was, or as it is due.

use std::collections::{BTreeMap, BTreeSet};

/// Files by path below `spec/`.
pub(crate) type Files = BTreeMap<String, Vec<u8>>;

/// The paths of files that are neither as before nor as due, for whatever reason.
pub(crate) fn torn(after: &Files, before: &Files, due: &Files) -> Vec<String> {
    let paths: BTreeSet<&String> = after
        .keys()
        .chain(before.keys())
        .chain(due.keys())
        .collect();
    let whole = |path: &String| {
        let is = after.get(path);
        is == before.get(path) || is == due.get(path)
    };
    let torn = paths.into_iter().filter(|path| !whole(path));
    torn.cloned().collect()
}

fn files(files: &[(&str, &str)]) -> Files {
    let owned = |(path, text): &(&str, &str)| ((*path).to_owned(), text.as_bytes().to_vec());
    files.iter().map(owned).collect()
}

/// Checks which files are torn where `a` was `old` and is to be `new, and more`, and `b` is to go.
#[track_caller]
fn check(after: &[(&str, &str)], expected: &[&str]) {
    let before = files(&[("a", "old"), ("b", "orphan")]);
    let due = files(&[("a", "new, and more"), ("c/d", "fresh")]);
    assert_eq!(torn(&files(after), &before, &due), expected);
}

#[test]
fn old_and_new_files_are_whole() {
    check(&[("a", "old"), ("b", "orphan")], &[]);
    check(&[("a", "new, and more"), ("b", "orphan")], &[]);
    check(&[("a", "new, and more"), ("c/d", "fresh")], &[]);
}

#[test]
fn a_file_of_which_half_is_written_is_torn() {
    check(&[("a", "new, an"), ("b", "orphan")], &["a"]);
    check(&[("a", ""), ("b", "orphan")], &["a"]);
    check(
        &[("a", "new"), ("b", "orp"), ("c/d", "")],
        &["a", "b", "c/d"],
    );
}

#[test]
fn a_file_that_is_lost_or_strange_is_torn() {
    check(&[("b", "orphan")], &["a"]);
    check(&[("a", "old"), ("b", "orphan"), ("e", "what?")], &["e"]);
    check(&[("a", "old"), ("staged-x1", "fre")], &["staged-x1"]);
}
