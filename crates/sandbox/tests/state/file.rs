//! The state file: what is in it, what survives a restart, and what becomes of one that others touch.

use std::fs;
use std::path::PathBuf;

use sandbox::customers::Source;
use sandbox::state::Refused;
use tempfile::TempDir;

use crate::{folder, open, put, put_segment, record, segment, write};

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
    drop(store);
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
    drop(store);
    let store = open(&path);
    assert_eq!(record(&store, Source::Citibanamex, 2)["card_number"], three);
    assert_eq!(record(&store, Source::Citibanamex, 3)["card_number"], two);
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
    drop(store);
    assert_eq!(segment(&open(&path), 2), "40");
    fs::remove_dir_all(path.parent().expect("it has one")).expect("it can be removed");
}

#[test]
fn what_somebody_else_wrote_is_not_overwritten() {
    let (_folder, path) = folder();
    let store = open(&path);
    put_segment(&store, 2, "30").expect("it is right");
    let text = fs::read_to_string(&path).expect("it is there");
    // As long as it was, in the same file.
    let theirs = text.replace("\"30\"", "\"50\"");
    write(&path, &theirs);
    for refused in [
        put_segment(&store, 3, "30"),
        store.restore(Source::Citibanamex, 2),
    ] {
        assert!(
            matches!(refused, Err(Refused::WrittenByOthers)),
            "{refused:?}"
        );
    }
    assert_eq!(fs::read_to_string(&path).expect("it is there"), theirs);
    drop(store);
    let store = open(&path);
    assert_eq!(segment(&store, 2), "50");
    // A file that was taken away is made again, with every change.
    fs::remove_file(&path).expect("it is there");
    put_segment(&store, 4, "30").expect("it is right");
    drop(store);
    let store = open(&path);
    assert_eq!(
        (segment(&store, 2), segment(&store, 4)),
        ("50".into(), "30".into())
    );
}

#[cfg(unix)]
#[test]
fn a_link_stays_a_link_though_it_dangles() {
    let (folder, path) = folder();
    let link = folder.path().join("link.json");
    let further = folder.path().join("further.json");
    std::os::unix::fs::symlink("link.json", &further).expect("there is room");
    std::os::unix::fs::symlink(&path, &link).expect("there is room");
    for turn in ["30", "40"] {
        let store = open(&further);
        put_segment(&store, 2, turn).expect("it is right");
        drop(store);
        assert!(link.is_symlink() && further.is_symlink());
        assert!(!path.is_symlink());
        assert_eq!(segment(&open(&path), 2), turn);
    }
}

#[cfg(unix)]
#[test]
fn the_file_keeps_its_permissions() {
    use std::os::unix::fs::PermissionsExt as _;

    let (_folder, path) = folder();
    let store = open(&path);
    for mode in [0o644, 0o600, 0o664] {
        fs::set_permissions(&path, fs::Permissions::from_mode(mode)).expect("it is ours");
        put_segment(&store, 2, &mode.to_string()).expect("it is right");
        let now = fs::metadata(&path).expect("it is there").permissions();
        assert_eq!(now.mode() & 0o777, mode);
    }
}
