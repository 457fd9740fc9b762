//! What a disk does that cannot be had in a test: it is full, or lets go after half of a file.

use std::fs::{self, File};
use std::io::{self, ErrorKind, Write as _};
use std::path::Path;

use super::file::Disk;
use super::{Refused, Store};
use crate::customers::{Citibanamex, Customers, Source};

fn open(path: &Path) -> Store {
    Store::open(Customers::invented(1, 5), Some(path)).expect("the file is one of ours")
}

/// A record of customer 2 with another segment.
fn changed(store: &Store, segment: &str) -> Vec<u8> {
    let record = store.get::<Citibanamex>(2).expect("there is one");
    let mut record = (*record).clone();
    record.customer.customer_segment = segment.to_owned();
    serde_json::to_vec(&record).expect("a record is JSON")
}

fn segment(store: &Store) -> String {
    let record = store.get::<Citibanamex>(2).expect("there is one");
    record.customer.customer_segment.clone()
}

/// A disk that is full after half of the text.
fn half(file: &mut File, text: &[u8]) -> io::Result<()> {
    file.write_all(&text[..text.len() / 2])?;
    Err(ErrorKind::StorageFull.into())
}

fn with_disk(store: &Store, disk: Disk) {
    let mut file = store.file();
    file.as_mut().expect("there is a file").disk = disk;
}

/// The names of what is in a folder.
fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("it is a folder");
    let names = entries.map(|entry| entry.expect("it is an entry").file_name());
    let mut names: Vec<_> = names.map(|it| it.to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

#[test]
fn a_change_that_the_disk_does_not_confirm_is_made_and_said_to_be_uncertain() {
    let folder = tempfile::tempdir().expect("there is room for tests");
    let path = folder.path().join("state.json");
    let store = open(&path);
    let broken = |_: &File| Err(io::Error::other("the cable was pulled"));
    with_disk(
        &store,
        Disk {
            sync: broken,
            ..Disk::REAL
        },
    );
    for turn in ["30", "40"] {
        let said = store.put(Source::Citibanamex, 2, &changed(&store, turn));
        assert!(matches!(said, Err(Refused::Uncertain(_))), "{said:?}");
        assert_eq!(segment(&store), turn, "readers see what is in the file");
    }
    // What is in the file is what readers see, and further changes are taken.
    with_disk(&store, Disk::REAL);
    let other = store.json(Source::Citibanamex, 3).expect("there is one");
    store
        .put(Source::Citibanamex, 3, other.as_bytes())
        .expect("the disk is well again");
    drop(store);
    let store = open(&path);
    assert_eq!(segment(&store), "40");
    with_disk(
        &store,
        Disk {
            sync: broken,
            ..Disk::REAL
        },
    );
    let said = store.restore(Source::Citibanamex, 2);
    assert!(matches!(said, Err(Refused::Uncertain(_))), "{said:?}");
    let invented = store.customers().get::<Citibanamex>(2);
    assert_eq!(store.get::<Citibanamex>(2), invented);
    drop(store);
    assert_eq!(open(&path).get::<Citibanamex>(2), invented);
}

#[test]
fn a_full_disk_refuses_the_change_and_keeps_what_was() {
    let folder = tempfile::tempdir().expect("there is room for tests");
    let path = folder.path().join("state.json");
    let store = open(&path);
    store
        .put(Source::Citibanamex, 2, &changed(&store, "30"))
        .expect("there is room");
    let before = fs::read(&path).expect("it is there");

    with_disk(
        &store,
        Disk {
            fill: half,
            ..Disk::REAL
        },
    );
    let refused = store.put(Source::Citibanamex, 2, &changed(&store, "40"));
    assert!(
        matches!(refused, Err(Refused::Unwritten(error)) if error.kind() == ErrorKind::StorageFull)
    );
    let refused = store.restore(Source::Citibanamex, 2);
    assert!(matches!(refused, Err(Refused::Unwritten(_))));
    assert_eq!(segment(&store), "30");
    assert_eq!(fs::read(&path).expect("it is there"), before);
    let files = names(folder.path());
    assert_eq!(
        files,
        ["state.json", "state.json.lock"],
        "half a file was left behind"
    );

    // When there is room again, changes are taken again, and those that were refused stay so.
    with_disk(&store, Disk::REAL);
    let other = store.json(Source::Citibanamex, 3).expect("there is one");
    store
        .put(Source::Citibanamex, 3, other.as_bytes())
        .expect("there is room");
    assert_eq!(segment(&store), "30");
    drop(store);
    assert_eq!(segment(&open(&path)), "30");
}

#[test]
fn half_a_file_beside_is_passed_over() {
    let folder = tempfile::tempdir().expect("there is room for tests");
    let path = folder.path().join("state.json");
    let store = open(&path);
    store
        .put(Source::Citibanamex, 2, &changed(&store, "30"))
        .expect("there is room");
    // What a kill in the middle of a write leaves.
    let mut beside = tempfile::Builder::new()
        .prefix(".state.json.")
        .suffix(".partial")
        .tempfile_in(folder.path())
        .expect("there is room");
    half(beside.as_file_mut(), &fs::read(&path).expect("it is there")).expect_err("it is cut");
    let (_, _left) = beside.keep().expect("it stays");
    drop(store);
    let store = open(&path);
    assert_eq!(segment(&store), "30");
    store
        .put(Source::Citibanamex, 2, &changed(&store, "40"))
        .expect("there is room");
    drop(store);
    assert_eq!(segment(&open(&path)), "40");
}
