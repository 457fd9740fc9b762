//! Each form of recording, as its programs write it.

use std::io::Write as _;

use flate2::Compression;
use flate2::write::GzEncoder;

use super::{check, har, lines};

const ENTRY: &str = r#"{"startedDateTime": "2026-11-26T10:00:00.000Z", "_initiator": {"type": "x"},
    "request": {"method": "POST", "url": "https://harbour.example/boats?a=1", "cookies": [],
        "headers": [{"name": "Content-Type", "value": "application/json"}], "queryString": [],
        "postData": {"mimeType": "application/json", "text": "{\"name\":\"Dory\"}"}, "bodySize": -1},
    "response": {"status": 201, "headers": [], "content": {"size": 2, "mimeType": "", "text": "{}"}}}"#;
const READ: &str =
    r#"0 2026-11-26 POST https://harbour.example/boats?a=1 -> text {"name":"Dory"} -> 201 text {}"#;

#[test]
fn a_har_is_read_entry_by_entry() {
    check(har(ENTRY), &[READ]);
    check(
        har(&format!("{ENTRY}, {ENTRY}")),
        &[READ, &READ.replacen('0', "1", 1)],
    );
    check(har(""), &[]);
}

#[test]
fn a_byte_order_mark_and_another_order_change_nothing() {
    check(format!("\u{feff}{}", har(ENTRY)), &[READ]);
    let turned = format!(
        r#"{{"log": {{"pages": [{{"id": "p"}}], "entries": [{ENTRY}], "creator": {{"name": "]"}}}}}}"#
    );
    check(turned, &[READ]);
}

#[test]
fn a_har_in_gzip_is_read_and_cut_where_it_ends() {
    let mut packed = GzEncoder::new(Vec::new(), Compression::fast());
    packed.write_all(har(ENTRY).as_bytes()).expect("memory");
    let packed = packed.finish().expect("memory");
    check(&packed, &[READ]);
    let cut = lines(&packed[..packed.len() - 20]);
    assert!(
        cut.last()
            .expect("a problem")
            .contains("the end of the file"),
        "{cut:?}"
    );
}

#[test]
fn ndjson_of_har_entries_is_read_line_by_line() {
    let entry = ENTRY.replace('\n', " ");
    let second = READ.replacen('0', "1", 1);
    check(format!("{entry}\n\n{entry}"), &[READ, &second]);
    check(format!("{entry}\r\n{entry}\r\n"), &[READ, &second]);
    check(format!("[{entry},\n{entry}]"), &[READ, &second]);
    // The first line is longer than what is read at a time.
    let long = entry.replacen('{', &format!(r#"{{"_x": "{}", "#, "x".repeat(600_000)), 1);
    check(
        format!("{long}\n{entry}\n{{\n{entry}"),
        &[
            READ,
            &second,
            "recording 1, exchange 2, byte 600948: expected JSON, but found something else; this exchange is skipped",
            &READ.replacen('0', "3", 1),
        ],
    );
}

#[test]
fn ndjson_with_bodies_beside_headers_is_read() {
    check(
        r#"{"request":{"method":"post","url":"http://a.example/b","headers":{"host":"a.example","x":["1","2"]},"body":{"n":1.0}},"response":{"status":"200","headers":{"content-type":"application/json"},"body":"[]"}}
{"http":{"request":{"method":"GET","host":"a.example","path":"/c"},"response":{"statusCode":204}}}"#,
        &[
            r#"0 - POST http://a.example/b -> text {"n":1.0} -> 200 text []"#,
            "1 - GET http://a.example/c -> no body -> 204 no body",
        ],
    );
}

#[test]
fn flat_ndjson_is_read() {
    check(
        r#"{"method":"PUT","url":"http://a.example/b","requestHeaders":{"a":"b"},"requestBody":"x","status":200,"responseHeaders":[{"name":"Content-Length","value":"9"}],"responseBody":{"a":1,"a":2}}"#,
        &[r#"0 - PUT http://a.example/b -> text x -> 200 text {"a":1,"a":2}"#],
    );
}

#[test]
fn newman_s_report_is_read_from_its_executions() {
    check(
        r#"{"collection": {"item": [{"response": [{"code": 200}]}]}, "run": {"stats": {}, "executions": [
            {"item": {"name": "x"}, "request": {"method": "GET", "header": [{"key": "A", "value": "1"}],
                "url": {"protocol": "https", "host": ["harbour", "example"], "port": "8443", "path": ["boats", ":id"],
                    "query": [{"key": "a", "value": "1"}, {"key": "b", "value": "2", "disabled": true}, {"key": "c", "value": "3"}],
                    "variable": [{"key": "id", "value": "7"}]}},
             "response": {"status": "OK", "code": 200, "header": [], "stream": {"type": "Buffer", "data": [123, 125]}}},
            {"request": {"method": "POST", "url": {"raw": "https://harbour.example/b"}, "body": {"mode": "urlencoded", "urlencoded": [{"key": "k", "value": "v"}]}}, "response": {"code": 200, "stream": {"type": "Buffer", "data": []}}},
            {"request": {"method": "POST", "url": "https://harbour.example/b", "body": {"mode": "raw", "raw": "{}"}}, "requestError": {}}
        ]}}"#,
        &[
            "0 - GET https://harbour.example:8443/boats/7?a=1&c=3 -> no body -> 200 bytes {}",
            "1 - POST https://harbour.example/b -> a form -> 200 no body",
            "2 - POST https://harbour.example/b -> text {} -> 0 no body",
        ],
    );
}

#[test]
fn saved_responses_of_a_postman_collection_are_read_in_every_folder() {
    let saved = r#"{"name": "x", "originalRequest": {"method": "GET", "header": "A: b\nC: d", "url": {"raw": "{{base}}/boats/:id?x=1", "variable": [{"key": "id", "value": "7"}]}}, "status": "OK", "code": 200, "header": [{"key": "Content-Type", "value": "application/json"}], "cookie": [], "body": "{}"}"#;
    check(
        format!(
            r#"{{"info": {{"schema": "v2.1.0"}}, "item": [{{"name": "folder", "item": [{{"request": {{}}, "response": [{saved}]}}]}},
                {{"request": "x", "response": []}}, {{"response": [{saved}]}}]}}"#
        ),
        &[
            "0 - GET {{base}}/boats/7?x=1 -> no body -> 200 text {}",
            "1 - GET {{base}}/boats/7?x=1 -> no body -> 200 text {}",
        ],
    );
}

#[test]
fn a_member_of_another_type_is_as_if_it_were_absent() {
    let odd = r#"{"startedDateTime": 5, "request": {"method": "GET", "url": "https://a.example/", "headers": "?", "postData": 1, "bodySize": "x"}, "response": {"status": [], "headers": null, "content": []}}"#;
    check(
        har(odd),
        &["0 - GET https://a.example/ -> no body -> 0 no body"],
    );
    let twice = r#"{"request": 1, "request": {"method": "GET", "url": "https://a.example/", "url": "https://b.example/"}}"#;
    check(
        har(twice),
        &["0 - GET https://b.example/ -> no body -> 0 no body"],
    );
}

#[test]
fn half_a_surrogate_pair_costs_no_exchange() {
    let read = lines(super::answered(
        r#"{"status": 200, "content": {"text": "a\ud83db"}}"#,
    ));
    assert_eq!(
        read,
        ["0 - GET https://harbour.example/boats -> no body -> 200 text a\u{f83d}b"]
    );
}
