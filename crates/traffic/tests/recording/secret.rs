//! No text of a recording is in what is said of it.

use std::fs;
use std::ops::ControlFlow;
use std::path::PathBuf;

use traffic::decode;
use traffic::recording::read;

/// What must not be said. Each place of a file has it.
const MARK: &str = "Nelson";

/// Everything that is said of files: problems, and exchanges in `Debug`.
fn said(files: &[PathBuf]) -> Vec<String> {
    let mut all = Vec::new();
    let _ = read(files, &mut |read| {
        all.push(format!("{read:?}"));
        match read {
            Ok(exchange) => {
                all.push(format!("{:?} {:?}", exchange.request, exchange.response));
                for message in [&exchange.request, &exchange.response] {
                    all.extend(decode::text(message).err().map(|it| format!("{it:?} {it}")));
                }
            }
            Err(problem) => all.push(problem.to_string()),
        }
        ControlFlow::Continue(())
    });
    all
}

#[test]
fn marks_in_every_place_of_a_file_are_in_no_message() {
    let m = MARK;
    let whole = format!(
        r#"{{"log": {{"{m}": "{m}", "entries": [{{"startedDateTime": "{m}2026-11-26", "{m}": ["{m}"],
        "request": {{"method": "GET", "url": "https://{m}.example/{m}?{m}={m}", "headers": [{{"name": "{m}", "value": "{m}"}}],
            "postData": {{"mimeType": "{m}/{m}", "text": "{m}"}}}},
        "response": {{"status": 200, "headers": {{"content-encoding": "{m}", "{m}": "{m}"}},
            "content": {{"mimeType": "a/b; charset={m}", "encoding": "base64", "text": "{m}"}}}}}}]}}}}"#
    );
    let files = [
        whole.clone(),
        format!("{m}{whole}"),
        format!("{{\"{m}\": \"{m}\", \"openapi\": \"{m}\"}}"),
        format!("{{\"{m}\": {{\"{m}\": [\"{m}\"]}}}}"),
        format!("[\"{m}\"]"),
        format!("\"{m}\""),
        format!("{{\"log\" {m}"),
        format!("{{\"request\": {{\"{m}\" {m}}}}}\n{{\"request\": {m}}}\n{{\"{m}\": 1}}"),
        whole.replace("\"GET\"", &format!("{m}\"GET\"")),
        whole.replace("\"GET\"", &format!("\"GET {m}\"")),
        whole.replace("\"url\":", &format!("\"{m}\":")),
        whole.replace("\"status\": 200", &format!("\"status\": {m}200")),
    ];
    let folder = tempfile::tempdir().expect("a folder");
    let mut given = vec![folder.path().join(format!("{m}.har"))];
    for (number, file) in files.iter().enumerate() {
        given.push(folder.path().join(format!("{number} {m}.json")));
        #[expect(clippy::disallowed_methods, reason = "a test writes what it tests")]
        fs::write(&given[number + 1], file).expect("a file");
        for cut in 1..file.len() {
            assert_quiet(said_of(&file.as_bytes()[..cut]));
        }
    }
    given.push(folder.path().to_owned());
    let said = said(&given);
    assert!(said.len() > files.len(), "{said:?}");
    assert_quiet(said);
}

/// Everything that is said of one recording in memory.
fn said_of(bytes: &[u8]) -> Vec<String> {
    let mut all = Vec::new();
    let _ = traffic::recording::read_from(super::FIRST, bytes, &mut |read| {
        all.push(format!("{read:?}"));
        all.extend(read.err().map(|it| it.to_string()));
        ControlFlow::Continue(())
    });
    all
}

#[track_caller]
fn assert_quiet(said: Vec<String>) {
    for line in said {
        assert!(!line.contains(MARK), "{line}");
    }
}
