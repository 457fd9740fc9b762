//! Whether a body was recorded, and its text.

use super::{answered, check, har};

/// What is said of the body of an answer.
#[track_caller]
fn body(response: &str, expected: &str) {
    let start = "0 - GET https://harbour.example/boats -> no body -> ";
    check(answered(response), &[&format!("{start}{expected}")]);
}

#[test]
fn an_empty_answer_is_told_from_one_that_was_not_recorded() {
    // Chrome and Firefox write the size of what they did not keep.
    body(
        r#"{"status": 200, "content": {"size": 9}}"#,
        "200 a body that is not recorded",
    );
    body(
        r#"{"status": 200, "content": {"size": 9, "text": ""}}"#,
        "200 a body that is not recorded",
    );
    body(
        r#"{"status": 200, "content": {"size": -1}}"#,
        "200 a body that is not recorded",
    );
    body(r#"{"status": 200}"#, "200 a body that is not recorded");
    body(
        r#"{"status": 200, "bodySize": 9, "content": {"size": 0}}"#,
        "200 a body that is not recorded",
    );
    body(
        r#"{"status": 200, "headers": [{"name": "content-length", "value": "9"}], "content": {"size": 0, "text": ""}}"#,
        "200 a body that is not recorded",
    );
    // The frame of gzip is no body.
    body(
        r#"{"status": 200, "bodySize": 20, "content": {"size": 0, "text": ""}}"#,
        "200 no body",
    );
    // A header of a body that was taken out.
    body(
        r#"{"status": 200, "bodySize": 0, "headers": [{"name": "Content-Length", "value": "9"}],
        "content": {"size": 0, "text": ""}}"#,
        "200 no body",
    );
    body(r#"{"status": 200, "content": {"size": 0}}"#, "200 no body");
    body(r#"{"status": 200, "content": {"text": ""}}"#, "200 no body");
    body(r#"{"status": 204, "content": {"size": -1}}"#, "204 no body");
    body(
        r#"{"status": 304, "bodySize": 9, "content": {"size": 9}}"#,
        "304 no body",
    );
    body(
        r#"{"status": 0, "bodySize": -1, "content": {"size": 9}}"#,
        "0 no body",
    );
}

#[test]
fn an_answer_to_head_has_no_body() {
    let head = har(
        r#"{"request": {"method": "HEAD", "url": "https://a.example/"},
        "response": {"status": 200, "content": {"size": 9}}}"#,
    );
    check(
        head,
        &["0 - HEAD https://a.example/ -> no body -> 200 no body"],
    );
}

#[test]
fn what_was_sent_is_text_or_a_form_or_not_recorded() {
    let sent = |request: &str, expected: &str| {
        let entry = format!(
            r#"{{"request": {{"method": "PUT", "url": "https://a.example/", {request}}}}}"#
        );
        check(
            har(&entry),
            &[&format!(
                "0 - PUT https://a.example/ -> {expected} -> 0 no body"
            )],
        );
    };
    sent(r#""bodySize": 7"#, "a body that is not recorded");
    sent(r#""bodySize": 0"#, "no body");
    sent(r#""bodySize": -1"#, "a body that is not recorded");
    let form = r#""params": [{"name": "a", "value": "b"}, {"name": "c", "fileName": "d"}]"#;
    sent(&format!(r#""postData": {{"text": "", {form}}}"#), "a form");
    sent(
        &format!(r#""postData": {{"text": "a=b", {form}}}"#),
        "text a=b",
    );
    sent(
        r#""postData": {"text": "ZG9yeQ", "encoding": "base64"}"#,
        "base64 dory",
    );
}

/// What is said of bytes with these headers.
#[track_caller]
fn decoded(headers: &str, base64: &str, expected: &str) {
    body(
        &format!(
            r#"{{"status": 200, "headers": {{{headers}}}, "content": {{"encoding": "base64", "text": "{base64}"}}}}"#
        ),
        &format!("200 {expected}"),
    );
}

const GZIP: &str = r#""Content-Encoding": "gzip""#;
const CODING: &str =
    "expected a body packed by gzip, deflate, br or zstd, but found something else";

#[test]
fn each_content_coding_is_removed() {
    decoded(GZIP, "H4sIAAAAAAACA0vJL6oEALnhW+IEAAAA", "base64 dory");
    let in_lines = "H4sIAAAAAAAC\\r\\nA0vJL6oEALnhW+IEAAAA";
    decoded(GZIP, in_lines, "base64 dory");
    decoded(
        r#""content-encoding": "deflate""#,
        "eJxLyS+qBAAEPgG/",
        "base64 dory",
    );
    decoded(
        r#""content-encoding": "deflate""#,
        "S8kvqgQA",
        "base64 dory",
    );
    decoded(r#""content-encoding": "br""#, "iwGAZG9yeQM=", "base64 dory");
    decoded(
        r#""content-encoding": "zstd""#,
        "KLUv/SAEIQAAZG9yeQ==",
        "base64 dory",
    );
    decoded(
        r#""content-encoding": "br, identity"  "#,
        "iwGAZG9yeQM=",
        "base64 dory",
    );
}

#[test]
fn what_the_recorder_has_unpacked_stays_as_it_is() {
    for coding in ["gzip", "deflate", "br", "zstd", "x-other"] {
        decoded(
            &format!(r#""content-encoding": "{coding}""#),
            "ZG9yeQ==",
            "base64 dory",
        );
    }
}

#[test]
fn a_body_that_is_broken_is_told_by_the_step() {
    decoded(
        "",
        "*",
        "expected a body in base64, but found something else",
    );
    decoded(GZIP, "H4sIAAAAAAACA0vJ", CODING);
    decoded(r#""content-encoding": "br""#, "/////w==", CODING);
    decoded(r#""content-encoding": "zstd""#, "KLUv/f///w==", CODING);
    decoded(r#""content-encoding": "x-other""#, "AAEC", CODING);
    let charset = "expected text in the character set of the body, but found other bytes";
    decoded("", "/w==", charset);
    decoded(
        r#""content-type": "text/plain; charset=utf-8""#,
        "/w==",
        charset,
    );
}

#[test]
fn a_body_is_read_in_its_character_set() {
    decoded(
        r#""content-type": "text/plain; charset=ISO-8859-1""#,
        "6Q==",
        "base64 é",
    );
    decoded(
        r#""content-type": "a/b;x=y; Charset=\"utf-16le\"""#,
        "6QA=",
        "base64 é",
    );
    // A byte order mark counts more.
    decoded(
        r#""content-type": "a/b; charset=utf-8""#,
        "/v8A6Q==",
        "base64 é",
    );
    decoded("", "77u/ZG9yeQ==", "base64 dory");
    body(
        "{\"status\": 200, \"content\": {\"text\": \"\u{feff}{}\"}}",
        "200 text {}",
    );
}

#[test]
fn a_body_that_unpacks_to_more_than_is_allowed_is_not_read() {
    use base64::Engine as _;
    use std::io::Write as _;
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    packed.write_all(&vec![b' '; 40 << 20]).expect("memory");
    let packed = packed.finish().expect("memory");
    let text = base64::engine::general_purpose::STANDARD.encode(packed);
    decoded(
        GZIP,
        &text,
        "expected a body of at most 32 MB after unpacking, but found more",
    );
}
