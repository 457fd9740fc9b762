//! One sandbox at a time has a state file.

use std::env::current_exe;
use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use sandbox::customers::Customers;
use sandbox::state::{OpenError, Store};

use crate::{COUNT, SEED, folder, open, put_segment, segment};

const FILE: &str = "state.json";

fn second(path: &Path) -> Result<Store, OpenError> {
    Store::open(Customers::invented(SEED, COUNT), Some(path))
}

#[test]
fn a_second_store_is_refused_with_what_to_do() {
    let (_folder, path) = folder();
    let store = open(&path);
    let refused = second(&path).expect_err("the first one has it");
    let shown = path.display();
    assert_eq!(
        refused.to_string(),
        format!(
            "expected the state file {shown} to be free, but found that another sandbox has it; \
             stop that sandbox, or name another file with --state"
        )
    );
    // Who was refused has touched nothing, and the file is free when the first one is gone.
    put_segment(&store, 2, "30").expect("it is right");
    drop(store);
    assert_eq!(segment(&open(&path), 2), "30");
}

#[cfg(unix)]
#[test]
fn a_link_leads_to_the_same_lock() {
    let (folder, path) = folder();
    let link = folder.path().join("link.json");
    std::os::unix::fs::symlink(&path, &link).expect("there is room");
    let _store = open(&link);
    assert!(matches!(second(&path), Err(OpenError::Taken { .. })));
    assert!(matches!(second(&link), Err(OpenError::Taken { .. })));
}

#[test]
fn a_lock_that_cannot_be_had_is_said() {
    let (folder, path) = folder();
    std::fs::create_dir(folder.path().join("state.json.lock")).expect("there is room");
    let refused = second(&path).expect_err("a folder cannot be locked");
    assert!(matches!(refused, OpenError::Unlockable { .. }));
    assert!(refused.to_string().contains("state.json.lock"), "{refused}");
    assert!(!path.exists(), "nothing is made");
}

/// Another process that has the file, until it is killed.
#[test]
#[ignore = "it never ends: another test runs it and kills it"]
fn has_the_file_until_it_is_killed() {
    let _store = open(Path::new(FILE));
    println!("it is mine");
    loop {
        std::thread::park();
    }
}

fn other_process(folder: &Path) -> Child {
    let mut child = Command::new(current_exe().expect("this is a test"))
        .args(["--exact", "lock::has_the_file_until_it_is_killed"])
        .args(["--ignored", "--nocapture"])
        .current_dir(folder)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("a test can be run");
    let out = BufReader::new(child.stdout.take().expect("it is piped"));
    let mut lines = out.lines().map_while(Result::ok);
    assert!(lines.any(|line| line.contains("it is mine")), "it ended");
    child
}

#[test]
fn another_process_is_refused_until_the_first_one_is_gone_however_it_went() {
    let (folder, path) = folder();
    let mut child = other_process(folder.path());
    let refused = second(&path);
    child.kill().expect("it runs");
    child.wait().expect("it was killed");
    assert!(
        matches!(refused, Err(OpenError::Taken { .. })),
        "{refused:?}"
    );
    drop(open(&path));
}
