//! What is said of files that are no recordings, and of broken ones.

use super::{check, har, lines};

const NO_RECORDING: &str = "recording 1: expected recorded exchanges (HAR, NDJSON, Newman's JSON report, or a \
     Postman collection), but found ";
const GOOD: &str = r#"{"request": {"method": "GET", "url": "https://a.example/"}}"#;

fn read(number: usize) -> String {
    format!("{number} - GET https://a.example/ -> no body -> 0 no body")
}

#[track_caller]
fn refused(file: impl AsRef<[u8]>, seen: &str) {
    let said = lines(file);
    assert_eq!(said.len(), 1, "{said:?}");
    let found = said[0].strip_prefix(NO_RECORDING).expect("a refusal");
    assert!(found.starts_with(&format!("{seen} instead")), "{found}");
}

#[test]
fn another_file_is_refused_with_what_it_is() {
    refused("", "an empty file");
    refused(" \n", "an empty file");
    refused("<?xml version=\"1.0\"?><har/>", "XML or HTML");
    refused("PK\u{3}\u{4}...", "a ZIP archive");
    refused([0xff, 0xfe, b'{', 0], "text in UTF-16");
    refused("\"log\"", "text or a number");
    refused("openapi: 3.1.0", "something that is not JSON");
    let none = |it: &str| format!("a JSON object with {it} and no list of exchanges");
    refused(
        r#"{"openapi": "3.1.0", "info": {}}"#,
        &none("`info`, `openapi`"),
    );
    refused(r#"{"log": {}}"#, &none("`log`"));
    refused(r#"{"log": []}"#, &none("`log`"));
    refused(r#"{"collection": {}}"#, &none("`collection`"));
    refused(
        r#"{"Dory": 1, "Nelson": 2}"#,
        "a JSON object with 2 members of other names",
    );
    refused("{}", "a JSON object with 0 members of other names");
    check("[]", &[]);
}

#[test]
fn one_broken_exchange_is_told_and_the_others_are_read() {
    let broken = r#"{"request": {"method": GET}}"#;
    check(
        har(&format!("{GOOD}, {broken}, {GOOD}")),
        &[
            &read(0),
            "recording 1, exchange 1, byte 129: expected JSON, but found something else; this exchange is skipped",
            &read(2),
        ],
    );
    check(
        har(&format!("null, 5, {GOOD}")),
        &[
            "recording 1, exchange 0, byte 68: expected a method, but found something else; this exchange is skipped",
            "recording 1, exchange 1, byte 74: expected a method, but found something else; this exchange is skipped",
            &read(2),
        ],
    );
    check(
        format!("{{\"request\": {{\"method\": GET}}\n{GOOD}"),
        &[
            "recording 1, exchange 0, byte 0: expected JSON, but found something else; this exchange is skipped",
            &read(1),
        ],
    );
    let without = r#"{"request": {"method": "GET"}}"#;
    check(
        har(&format!("{without}, {GOOD}")),
        &[
            "recording 1, exchange 0, byte 68: expected an address, but found something else; this exchange is skipped",
            &read(1),
        ],
    );
}

#[test]
fn bytes_that_are_no_text_cost_one_exchange() {
    let mut file = har(&format!("{GOOD}, {GOOD}")).into_bytes();
    file[90] = 0xff;
    check(
        file,
        &[
            "recording 1, exchange 0, byte 68: expected text in UTF-8, but found something else; this exchange is skipped",
            &read(1),
        ],
    );
}

#[test]
fn what_is_broken_between_exchanges_ends_the_file_with_its_place() {
    let end = "but found something else; the rest of the file is not read";
    check(
        har(&format!("{GOOD} {GOOD}")),
        &[
            &read(0),
            &format!("recording 1, exchange 1, byte 128: expected `,` or a closing bracket, {end}"),
        ],
    );
    check(
        har(&format!("{GOOD},")),
        &[
            &read(0),
            &format!("recording 1, exchange 1, byte 128: expected a value, {end}"),
        ],
    );
    check(
        "{5",
        &[&format!(
            "recording 1, exchange 0, byte 1: expected the name of a member, {end}"
        )],
    );
    check(
        "{\"log\" 5",
        &[&format!(
            "recording 1, exchange 0, byte 7: expected `:`, {end}"
        )],
    );
}

#[test]
fn a_file_that_is_cut_keeps_what_was_read_before() {
    let whole = har(&format!("{GOOD}, {GOOD}"));
    check(
        &whole[..whole.len() - 40],
        &[
            &read(0),
            "recording 1, exchange 1, byte 151: expected more, but found the end of the file; record it again for the rest",
        ],
    );
}

/// A few small recordings, one of each form.
fn small() -> Vec<Vec<u8>> {
    let entry = r#"{"startedDateTime":"2026-11-26T10:00:00Z","request":{"method":"GET","url":"https://a.example/\u00e9","headers":[{"name":"A","value":"\"b\""}]},"response":{"status":200,"content":{"text":"{\"a\":[1,2.5,true,null]}"}}}"#;
    vec![
        har(&format!("{entry},{entry}")).into_bytes(),
        format!("{entry}\n{entry}\n").into_bytes(),
        br#"{"run":{"executions":[{"request":{"method":"GET","url":{"host":["a"],"path":["b"]}},"response":{"code":200,"stream":{"type":"Buffer","data":[1,2]}}}]}}"#.to_vec(),
        br#"{"item":[{"item":[{"response":[{"originalRequest":{"method":"GET","url":"x","body":{"mode":"raw","raw":"y"}},"code":200,"body":null}]}]}]}"#.to_vec(),
        br#"[{"method":"GET","url":"x","requestBody":{"a":1},"status":200,"responseBody":[]}]"#.to_vec(),
    ]
}

#[test]
fn every_beginning_of_a_recording_is_read_or_told() {
    for file in small() {
        let whole = lines(&file);
        assert!(
            whole.iter().all(|it| it.contains(" -> ")),
            "a good sample: {whole:?}"
        );
        for end in 0..file.len() {
            let said = lines(&file[..end]);
            assert!(!said.is_empty(), "nothing is said of {end} bytes");
        }
    }
}

#[test]
fn wrong_bytes_anywhere_end_in_exchanges_or_problems() {
    let bytes = b"\"\\{}[],:x\0\xff \n-9";
    for file in small() {
        for at in 0..file.len() {
            for byte in bytes {
                let mut file = file.clone();
                file[at] = *byte;
                lines(&file);
            }
        }
    }
}

proptest::proptest! {
    #[test]
    fn any_bytes_end_in_exchanges_or_problems(bytes: Vec<u8>, text in "[\\[{\":,a-z0-9\\\\}\\] \n]{0,200}") {
        lines(bytes);
        lines(text);
    }
}

#[test]
fn deep_nesting_is_no_danger() {
    for open in ["[", "{\"item\":[", "{\"a\":", "{\"log\":{\"entries\":["] {
        lines(open.repeat(200_000));
        lines(har(&open.repeat(200_000)));
    }
}
