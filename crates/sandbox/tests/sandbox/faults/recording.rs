//! What a sandbox records, and what happens if it cannot.

use std::ops::ControlFlow;
use std::path::PathBuf;

use traffic::decode;
use traffic::recording::read;

use super::answer::Answer;
use super::program::{GOOD, Sandbox, WITH_BODY, program, refusal};

/// Every exchange of a record in a line.
fn exchanges(file: &str) -> Vec<String> {
    let mut all = Vec::new();
    let _ = read(&[PathBuf::from(file)], &mut |read| {
        let it = read.expect("an exchange");
        let text = |message| decode::text(message).expect("text").unwrap_or_default();
        let (sent, answered) = (text(&it.request), text(&it.response));
        let path = it.url.split_once("sandbox").expect("its host").1;
        let day = it.day.map_or(0, str::len);
        all.push(format!(
            "{day} {} {path} {sent} -> {} {answered}",
            it.method, it.status
        ));
        ControlFlow::Continue(())
    });
    all
}

fn text(answer: Answer) -> String {
    String::from_utf8(answer.body).expect("text")
}

#[test]
fn every_exchange_is_recorded_when_it_has_stopped() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("record.ndjson").display().to_string();
    let mut sandbox = Sandbox::start(&["--record", &file]);
    let good = sandbox.ask(format!("{GOOD}\r\n"));
    let body = r#"{"customerId":"321116471234"}"#;
    let found = sandbox.send(WITH_BODY, body.as_bytes());
    sandbox.ask("PUT /health HTTP/1.1\r\nHost: sandbox\r\n\r\n");
    for _ in 0..2000 {
        sandbox.serves_others();
    }
    sandbox.terminate();
    assert_eq!(sandbox.ended().code(), Some(0));
    let said = exchanges(&file);
    assert_eq!(said.len(), 2003);
    let basic = "10 GET /citi-australia/v1/customers/profiles/basic  -> 200 ";
    assert_eq!(said[0], format!("{basic}{}", text(good)));
    let retrieve = "10 POST /citibanamex-segments/v1/customers/segments/retrieve";
    assert_eq!(said[1], format!("{retrieve} {body} -> 200 {}", text(found)));
    assert!(
        said[2].starts_with("10 PUT /health  -> 405 {"),
        "{}",
        said[2]
    );
}

#[test]
#[cfg(target_os = "linux")]
fn a_disk_that_is_full_ends_the_record_and_not_the_sandbox() {
    let mut sandbox = Sandbox::start(&["--record", "/dev/full"]);
    for _ in 0..1100 {
        sandbox.serves_others();
    }
    sandbox.terminate();
    assert_eq!(sandbox.ended().code(), Some(0));
}

#[test]
fn a_record_that_cannot_be_written_is_said_before_it_serves() {
    let folder = tempfile::tempdir().expect("a folder");
    let said = refusal(
        program()
            .args(["--port", "0", "--record"])
            .arg(folder.path()),
    );
    assert!(said.contains("expected to write the record"), "{said}");
}
