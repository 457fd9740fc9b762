//! The state of customers: what a change may be, who sees it, and that it is never lost.

mod concurrent;
mod file;
mod found;
mod judged;
mod killed;
mod lock;
mod opened;
mod precise;

use std::fs::OpenOptions;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use sandbox::customers::{Customers, Source};
use sandbox::state::{Refused, Store};
use serde_json::{Value, json};
use tempfile::TempDir;

const SEED: u64 = 1;
const COUNT: usize = 20;

fn in_memory() -> Store {
    Store::open(Customers::invented(SEED, COUNT), None).expect("no file, no error")
}

/// A folder, and the path of a state file in it that is not there yet.
fn folder() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("there is room for tests");
    let path = folder.path().join("state.json");
    (folder, path)
}

fn open(path: &Path) -> Store {
    let opened = Store::open(Customers::invented(SEED, COUNT), Some(path));
    opened.unwrap_or_else(|error| panic!("{error}"))
}

/// The record of a customer.
fn record(store: &Store, source: Source, number: usize) -> Value {
    let record = store.json(source, number).expect("there is one");
    serde_json::from_str(&record).expect("it is JSON")
}

/// Puts the record of a customer with one value changed.
fn put(
    store: &Store,
    source: Source,
    number: usize,
    pointer: &str,
    value: impl Into<Value>,
) -> Result<(), Refused> {
    let mut changed = record(store, source, number);
    let (parent, name) = pointer.rsplit_once('/').expect("it is a pointer");
    let parent = changed.pointer_mut(parent).expect("the record has it");
    match parent {
        Value::Array(items) => {
            let index: usize = name.parse().expect("it is an index");
            items[index] = value.into();
        }
        _ => parent[name] = value.into(),
    }
    store.put(source, number, json!(changed).to_string().as_bytes())
}

fn segment(store: &Store, number: usize) -> String {
    let record = record(store, Source::Citibanamex, number);
    let segment = record["customer"]["customerSegment"].as_str();
    segment.expect("it is a text").to_owned()
}

/// Puts a segment into the record of a customer of Citibanamex.
fn put_segment(store: &Store, number: usize, segment: &str) -> Result<(), Refused> {
    put(
        store,
        Source::Citibanamex,
        number,
        "/customer/customerSegment",
        segment,
    )
}

/// Writes a file as somebody else would.
fn write(path: &Path, text: &str) {
    let mut options = OpenOptions::new();
    let file = options.write(true).create(true).truncate(true).open(path);
    let written = file.and_then(|mut file| file.write_all(text.as_bytes()));
    written.expect("the test may write here");
}
