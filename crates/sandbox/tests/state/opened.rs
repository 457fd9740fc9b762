//! What is refused at the start, with what to do, and is left as it is.

use std::fs;
use std::path::Path;

use sandbox::customers::{Customers, Source};
use sandbox::state::Store;

use crate::{COUNT, SEED, folder, open, put, put_segment, write};

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
    drop(store);
    let text = fs::read_to_string(&path).expect("it is there");
    show(said(&path, &text[..text.len() / 2]));
    show(said(&path, &text.replace("citibanamex", "another")));
    show(said(&path, &text.replace("\"30\"", "30")));
    show(said(&path, &text.replace("\"7\"", "\"70\"")));
    show(said(&path, &text.replace("\"7\"", "\"0\"")));
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
    drop(store);
    let text = fs::read_to_string(&path).expect("it is there");
    let said = said(&path, &text.replace("\"43\"", "\"42\""));
    assert!(said.ends_with("citibanamex 2: expected what no other customer has, but found something else at /card_number"), "{said}");
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
    assert_eq!(
        said.split_once(path.to_str().expect("it is a text")),
        Some((
            "expected a regular file as the state file, but found something else at ",
            "; name another with --state"
        ))
    );
}

#[cfg(unix)]
#[test]
fn a_pipe_is_refused_and_nobody_waits_for_it() {
    let (_folder, path) = folder();
    let made = std::process::Command::new("mkfifo").arg(&path).status();
    assert!(made.expect("mkfifo is a program of the system").success());
    let opened = Store::open(Customers::invented(SEED, COUNT), Some(&path));
    let said = opened.expect_err("it is a pipe").to_string();
    assert!(said.starts_with("expected a regular file"), "{said}");
    let null = Path::new("/dev/null");
    let opened = Store::open(Customers::invented(SEED, COUNT), Some(null));
    let said = opened.expect_err("it is a device").to_string();
    assert!(said.starts_with("expected a regular file"), "{said}");
}
