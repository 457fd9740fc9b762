//! A state file that cannot be written, or that is not one.

use std::fs;
use std::path::Path;

use tempfile::TempDir;

use crate::changes::Customer;
use crate::sandbox::{Sandbox, program, refusal};

/// A folder, and the path of the state file in it.
fn folder() -> (TempDir, String) {
    let folder = TempDir::new().expect("a folder");
    let state = folder.path().join("state.json");
    let state = state.to_str().expect("text").to_owned();
    (folder, state)
}

#[test]
fn a_change_is_there_after_a_restart() {
    let (_folder, state) = folder();
    let arguments = ["--state", state.as_str()];
    let customer = Customer(2);
    {
        let sandbox = Sandbox::start(&arguments);
        let record = customer.record(&sandbox);
        let status = customer.rename(&sandbox, &record, "KEPT");
        assert_eq!(status.expect("an answer"), 200);
    }
    // It was killed right after its answer.
    assert_eq!(customer.name(&Sandbox::start(&arguments)), "KEPT");
}

/// A file may not grow any more, as on a disk that is full: the write fails.
#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_refuses_changes_and_loses_none() {
    use rlimit::{Resource, prlimit};

    let (folder, state) = folder();
    // A full disk sends no signal, this limit does where nobody ignores it.
    let mut ignoring = std::process::Command::new("sh");
    ignoring.args(["-c", "trap '' XFSZ; exec \"$@\"", "sh"]);
    ignoring.arg(env!("CARGO_BIN_EXE_sandbox"));
    ignoring.args(["--port", "0", "--log", "off", "--state", &state]);
    let sandbox = Sandbox::of(ignoring);
    let process = i32::try_from(sandbox.id()).expect("an identifier");
    let (mut soft, mut hard) = (0, 0);
    let before = Some((&mut soft, &mut hard));
    prlimit(process, Resource::FSIZE, None, before).expect("the limit is known");
    let limit = |bytes| {
        let limit = Some((bytes, hard));
        prlimit(process, Resource::FSIZE, limit, None).expect("the limit can be set");
    };

    let customer = Customer(2);
    let invented = customer.record(&sandbox);
    let rename = |customer: &Customer, name| customer.rename(&sandbox, &invented, name);
    assert_eq!(rename(&customer, "KEPT").expect("an answer"), 200);
    let kept = fs::read(&state).expect("a state file");

    limit(0);
    assert_eq!(rename(&customer, "REFUSED").expect("an answer"), 507);
    assert_eq!(customer.name(&sandbox), "KEPT");
    assert_eq!(fs::read(&state).expect("a state file"), kept);
    assert_eq!(
        files(folder.path()),
        ["state.json", "state.json.lock"],
        "nothing is left"
    );
    sandbox.serves_others();
    // Some of the file finds room, and not all of it.
    limit(100);
    assert_eq!(rename(&customer, "REFUSED").expect("an answer"), 507);
    assert_eq!(fs::read(&state).expect("a state file"), kept);
    assert_eq!(
        files(folder.path()),
        ["state.json", "state.json.lock"],
        "nothing is left"
    );

    limit(soft);
    assert_eq!(rename(&customer, "AGAIN").expect("an answer"), 200);
    drop(sandbox);
    let sandbox = Sandbox::start(&["--state", &state]);
    assert_eq!(customer.name(&sandbox), "AGAIN");
}

fn files(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("the folder can be read");
    let names = entries.map(|entry| entry.expect("an entry").file_name());
    let mut names: Vec<String> = names.map(|it| it.to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

/// What the sandbox says of a state file with such bytes; it does not start, and leaves the file.
#[expect(clippy::disallowed_methods, reason = "a test breaks files on purpose")]
fn refused(bytes: &[u8], more: &[&str]) -> String {
    let (_folder, state) = folder();
    fs::write(&state, bytes).expect("the file can be written");
    let mut program = program();
    program.args(["--port", "0", "--log", "off", "--state", &state]);
    let said = refusal(program.args(more));
    assert_eq!(fs::read(&state).expect("the file is there"), bytes);
    assert!(said.contains(&state), "it names the file: {said}");
    assert_eq!(
        said.lines().filter(|it| it.starts_with("error: ")).count(),
        1
    );
    said
}

#[test]
fn a_damaged_state_file_is_refused_and_left_as_it_is() {
    let (_folder, state) = folder();
    let sandbox = Sandbox::start(&["--state", &state]);
    let customer = Customer(2);
    let record = customer.record(&sandbox);
    let status = customer.rename(&sandbox, &record, "SECRET");
    assert_eq!(status.expect("an answer"), 200);
    drop(sandbox);
    let whole = fs::read(&state).expect("a state file");
    let half = &whole[..whole.len() / 2];
    for damaged in [&b""[..], b"{}", b"[]", b"\xff\xfe", b"null", half] {
        let said = refused(damaged, &[]);
        assert!(!said.contains("SECRET"), "a value is repeated: {said}");
    }
    // Of other customers than these.
    refused(&whole, &["--seed", "7"]);
}

#[test]
fn a_state_file_in_no_folder_is_refused() {
    let (folder, _) = folder();
    let state = folder.path().join("no/such/folder/state.json");
    let mut program = program();
    let said = refusal(
        program
            .args(["--port", "0", "--log", "off", "--state"])
            .arg(&state),
    );
    assert!(said.contains("no/such/folder"), "{said}");
}
