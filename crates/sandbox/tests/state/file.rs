//! The state file: what is in it, what survives a restart, and what is refused at the start.

use std::fs;
use std::path::{Path, PathBuf};

use sandbox::customers::{Customers, Source};
use sandbox::state::{Refused, Store};
use tempfile::TempDir;

use crate::{COUNT, SEED, open, put, put_segment, record, segment, write};

fn folder() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("there is room for tests");
    let path = folder.path().join("state.json");
    (folder, path)
}

#[test]
fn changes_survive_a_restart_and_the_file_is_always_the_same() {
    let (_folder, path) = folder();
    let store = open(&path);
    put_segment(&store, 3, "30").expect("it is right");
    put_segment(&store, 2, "40").expect("it is right");
    put(
        &store,
        Source::HongKong,
        1,
        "/profile/customerType",
        "OTHER",
    )
    .expect("it is right");
    let text = fs::read_to_string(&path).expect("it is there");
    let store = open(&path);
    assert_eq!(
        (segment(&store, 2), segment(&store, 3)),
        ("40".into(), "30".into())
    );
    assert_eq!(
        record(&store, Source::HongKong, 1)["profile"]["customerType"],
        "OTHER"
    );
    // In another order, the same file.
    let (_other, elsewhere) = folder_of("elsewhere.json");
    let store = open(&elsewhere);
    put(
        &store,
        Source::HongKong,
        1,
        "/profile/customerType",
        "OTHER",
    )
    .expect("it is right");
    put_segment(&store, 2, "20").expect("it is right");
    put_segment(&store, 2, "40").expect("it is right");
    put_segment(&store, 3, "30").expect("it is right");
    assert_eq!(fs::read_to_string(&elsewhere).expect("it is there"), text);
    let shown = text
        .lines()
        .map(|line| line.chars().take(100).collect::<String>());
    insta::assert_snapshot!(shown.collect::<Vec<_>>().join("\n"));
}

fn folder_of(name: &str) -> (TempDir, PathBuf) {
    let (folder, _) = folder();
    let path = folder.path().join(name);
    (folder, path)
}

#[test]
fn a_restored_customer_leaves_the_file() {
    let (_folder, path) = folder();
    let store = open(&path);
    let empty = fs::read(&path).expect("it is made at the start");
    put_segment(&store, 3, "30").expect("it is right");
    assert_ne!(fs::read(&path).expect("it is there"), empty);
    store
        .restore(Source::Citibanamex, 3)
        .expect("nobody has its keys");
    assert_eq!(fs::read(&path).expect("it is there"), empty);
}

/// What is said of a file, which has to stay as it is.
fn said(path: &Path, text: &str) -> String {
    write(path, text);
    said_with(path, SEED, COUNT)
}

fn said_with(path: &Path, seed: u64, count: usize) -> String {
    let before = fs::read(path).ok();
    let opened = Store::open(Customers::invented(seed, count), Some(path));
    let error = opened.expect_err("the file is to be refused");
    assert_eq!(fs::read(path).ok(), before, "a refused file was changed");
    let folder = path.parent().map(|it| it.display().to_string());
    error
        .to_string()
        .replace(&folder.expect("it is in a folder"), "folder")
}

#[test]
fn a_file_that_is_none_of_ours_is_refused_with_what_to_do() {
    let (_folder, path) = folder();
    let mut shown = Vec::new();
    let mut show = |said: String| shown.push(said);
    show(said(&path, ""));
    show(said(
        &path,
        "{\"name\": \"package\",\n\"version\": \"1.0.0\"}",
    ));
    show(said(
        &path,
        "{\"what\": \"something else\", \"version\": 1}",
    ));
    show(said(
        &path,
        "{\"what\": \"state of a sandbox\", \"version\": 2, \"news\": []}",
    ));
    let store = {
        fs::remove_file(&path).expect("it is there");
        open(&path)
    };
    put_segment(&store, 7, "30").expect("it is right");
    let text = fs::read_to_string(&path).expect("it is there");
    show(said(&path, &text[..text.len() / 2]));
    show(said(&path, &text.replace("citibanamex", "another")));
    show(said(&path, &text.replace("\"30\"", "30")));
    show(said(&path, &text.replace("\"7\"", "\"70\"")));
    write(&path, &text);
    show(said_with(&path, SEED + 1, COUNT));
    show(said_with(&path, SEED, 6));
    insta::assert_snapshot!(shown.join("\n\n"));
}

#[test]
fn records_of_one_file_may_not_share_keys() {
    let (_folder, path) = folder();
    let store = open(&path);
    put(&store, Source::Citibanamex, 2, "/card_number", "42").expect("it is free");
    put(&store, Source::Citibanamex, 3, "/card_number", "43").expect("it is free");
    let text = fs::read_to_string(&path).expect("it is there");
    let said = said(&path, &text.replace("\"43\"", "\"42\""));
    assert!(said.ends_with("citibanamex 2: expected what no other customer has, but found something else at /card_number"), "{said}");
}

#[test]
fn keys_that_two_customers_swapped_are_read_again() {
    let (_folder, path) = folder();
    let store = open(&path);
    let card = |number| record(&store, Source::Citibanamex, number)["card_number"].clone();
    let (two, three) = (card(2), card(3));
    put(&store, Source::Citibanamex, 2, "/card_number", "42").expect("it is free");
    put(&store, Source::Citibanamex, 3, "/card_number", two.clone()).expect("it is free");
    put(
        &store,
        Source::Citibanamex,
        2,
        "/card_number",
        three.clone(),
    )
    .expect("it is free");
    let store = open(&path);
    assert_eq!(record(&store, Source::Citibanamex, 2)["card_number"], three);
    assert_eq!(record(&store, Source::Citibanamex, 3)["card_number"], two);
}

#[test]
fn a_file_that_cannot_be_made_or_read_is_noticed_at_the_start() {
    let (folder, path) = folder();
    let nowhere = folder.path().join("nowhere").join("state.json");
    let opened = Store::open(Customers::invented(SEED, COUNT), Some(&nowhere));
    let said = opened.expect_err("there is no such folder").to_string();
    assert!(
        said.starts_with("expected to make the state file"),
        "{said}"
    );
    fs::create_dir(&path).expect("there is room");
    let opened = Store::open(Customers::invented(SEED, COUNT), Some(&path));
    let said = opened.expect_err("it is a folder").to_string();
    assert!(
        said.starts_with("expected to read the state file"),
        "{said}"
    );
}

#[test]
fn a_folder_that_vanishes_refuses_changes_and_loses_none() {
    let (folder, path) = folder();
    let store = open(&path);
    put_segment(&store, 2, "30").expect("it is right");
    folder.close().expect("it can be removed");
    let refused = put_segment(&store, 2, "40");
    assert!(matches!(refused, Err(Refused::Unwritten(_))));
    assert_eq!(segment(&store, 2), "30");
    fs::create_dir(path.parent().expect("it has one")).expect("there is room");
    put_segment(&store, 2, "40").expect("the folder is there again");
    assert_eq!(segment(&open(&path), 2), "40");
    fs::remove_dir_all(path.parent().expect("it has one")).expect("it can be removed");
}

#[test]
fn what_somebody_else_wrote_is_not_overwritten() {
    let (_folder, path) = folder();
    let (one, other) = (open(&path), open(&path));
    put_segment(&one, 2, "30").expect("it is right");
    let refused = put_segment(&other, 3, "30");
    assert!(matches!(refused, Err(Refused::Unwritten(_))));
    assert_eq!(segment(&open(&path), 2), "30");
    // A file that was taken away is made again, with every change.
    fs::remove_file(&path).expect("it is there");
    put_segment(&one, 4, "30").expect("it is right");
    let store = open(&path);
    assert_eq!(
        (segment(&store, 2), segment(&store, 4)),
        ("30".into(), "30".into())
    );
}

#[cfg(unix)]
#[test]
fn a_link_stays_a_link() {
    let (folder, path) = folder();
    drop(open(&path));
    let link = folder.path().join("link.json");
    std::os::unix::fs::symlink(&path, &link).expect("there is room");
    let store = open(&link);
    put_segment(&store, 2, "30").expect("it is right");
    assert!(link.is_symlink());
    assert_eq!(segment(&open(&path), 2), "30");
}
