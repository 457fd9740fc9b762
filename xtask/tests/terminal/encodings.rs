//! What people give as text: with a byte order mark it is read as without, in another encoding it
//! is refused by name.

use crate::Sandbox;
use crate::bad_input::with_pages;

const MARK: &str = "\u{feff}";

/// The same text as an editor of another system saves it.
fn utf_16(text: &str) -> Vec<u8> {
    let units = text.encode_utf16().flat_map(u16::to_le_bytes);
    [0xff, 0xfe].into_iter().chain(units).collect()
}

fn marked(sandbox: &Sandbox, file: &str) {
    let text = sandbox.text(file);
    sandbox.write(file, format!("{MARK}{text}"));
}

/// What is given as a file of its own is read as without the mark: the same is said.
#[track_caller]
fn reads(arguments: &[&str], files: &[&str]) {
    let sandbox = with_pages();
    sandbox.write("given.json", sandbox.text("spec/openapi.json"));
    sandbox.run(&["read", "--pages", "pages"]);
    let due = sandbox.session(arguments);
    for file in files {
        marked(&sandbox, file);
    }
    assert_eq!(sandbox.session(arguments), due);
    assert!(!due.ends_with("[exit 2]\n"), "invalid test case: {due}");
}

#[test]
fn a_byte_order_mark_is_no_part_of_a_text() {
    reads(&["diff", "given.json"], &["given.json"]);
    reads(&["diff", "0.1.0", "given.json"], &["given.json"]);
    reads(
        &["diff", "given.json"],
        &["given.json", "spec/openapi.json"],
    );
    reads(&["explain", "CitiEmail.emailKey"], &["spec/openapi.json"]);
    reads(
        &["explain", "CitiEmail.emailKey"],
        &["spec/readings.toml", "spec/claims/citi-australia.csv"],
    );
    reads(&["check"], &["spec/readings.toml"]);
    reads(&["check"], &["spec/releases/SHA256SUMS"]);
    reads(
        &["check", "--pages", "pages"],
        &["pages/citi-australia.txt"],
    );
    reads(
        &["read", "--pages", "pages", "--check"],
        &["pages/flexiti-customers.txt"],
    );
    let page = "pages/citi-australia.txt";
    reads(&["drift", page, "pages/citi-hong-kong.txt"], &[page]);
}

/// A release is never changed: a mark is a change, and is said to be one.
#[test]
fn a_byte_order_mark_in_a_release_is_an_edit() {
    let sandbox = Sandbox::new();
    marked(&sandbox, "spec/releases/0.1.0.json");
    let session = sandbox.session(&["check"]);
    assert!(session.contains("its digest is not that"), "{session}");
    assert!(!session.contains("expected value"), "{session}");
}

/// Nobody sees a mark in what a difference shows.
#[test]
fn a_file_of_ours_that_differs_by_its_encoding_is_told_so() {
    let sandbox = Sandbox::new();
    marked(&sandbox, "spec/openapi.json");
    sandbox.write(
        "spec/openapi.yaml",
        utf_16(&sandbox.text("spec/openapi.yaml")),
    );
    let report = "spec/reports/traceability.csv";
    sandbox.write(report, sandbox.text(report).trim_start_matches(MARK));
    let session = sandbox.session(&["check"]);
    for due in [
        "export begins the file with a byte order mark, and the file has none\n            file spec/reports/traceability.csv",
        "the file begins with a byte order mark, and export writes none\n            file spec/openapi.json",
        "line 1: expected UTF-8, but found UTF-16 instead; save the file as UTF-8\n            file spec/openapi.yaml",
    ] {
        assert!(session.contains(due), "{session}");
    }
    assert!(session.ends_with("[exit 1]\n"), "{session}");
}

#[track_caller]
fn refuses(arguments: &[&str], file: &str) {
    let sandbox = with_pages();
    sandbox.write("given.json", sandbox.text("spec/openapi.json"));
    sandbox.write(file, utf_16(&sandbox.text(file)));
    let session = sandbox.session(arguments);
    let due =
        format!("{file}: line 1: expected UTF-8, but found UTF-16 instead; save the file as UTF-8");
    assert!(session.contains(&due), "{session}");
    assert!(session.ends_with("[exit 2]\n"), "{session}");
}

#[test]
fn another_encoding_is_named() {
    refuses(&["diff", "given.json"], "given.json");
    refuses(&["explain", "CitiEmail.emailKey"], "spec/openapi.json");
    refuses(&["check"], "spec/readings.toml");
    refuses(&["export"], "spec/claims/citi-australia.csv");
    refuses(&["read", "--pages", "pages"], "pages/citi-australia.txt");
    let page = "pages/citi-australia.txt";
    refuses(&["drift", page, page], page);
}
