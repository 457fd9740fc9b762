//! What a disk does that cannot be had in a test: it is full, or lets go after half of a file.

use std::fs::{self, File};
use std::io::{self, ErrorKind, Write as _};
use std::path::Path;

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

fn fill_with(store: &Store, fill: super::file::Fill) {
    let mut file = store.file();
    file.as_mut().expect("there is a file").fill = fill;
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

    fill_with(&store, half);
    let refused = store.put(Source::Citibanamex, 2, &changed(&store, "40"));
    assert!(
        matches!(refused, Err(Refused::Unwritten(error)) if error.kind() == ErrorKind::StorageFull)
    );
    let refused = store.restore(Source::Citibanamex, 2);
    assert!(matches!(refused, Err(Refused::Unwritten(_))));
    assert_eq!(segment(&store), "30");
    assert_eq!(fs::read(&path).expect("it is there"), before);
    let files = fs::read_dir(folder.path()).expect("it is a folder").count();
    assert_eq!(files, 1, "half a file was left behind");

    // When there is room again, changes are taken again, and those that were refused stay so.
    fill_with(&store, super::file::fill);
    let other = store.json(Source::Citibanamex, 3).expect("there is one");
    store
        .put(Source::Citibanamex, 3, other.as_bytes())
        .expect("there is room");
    assert_eq!(segment(&store), "30");
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
    let store = open(&path);
    assert_eq!(segment(&store), "30");
    store
        .put(Source::Citibanamex, 2, &changed(&store, "40"))
        .expect("there is room");
    assert_eq!(segment(&open(&path)), "40");
}
