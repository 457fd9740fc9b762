//! `witness traffic`: recordings against a folder's pages and description.

use serde_json::{Value, json};

use crate::folder::Folder;

/// A recording of an answer with this list of boats.
fn recording(boats: &Value) -> String {
    let entry = json!({
        "startedDateTime": "2026-11-20T10:00:00.000Z",
        "request": {
            "method": "GET", "url": "https://api.harbour.example/v1/boats?rig=sloop",
            "headers": [{ "name": "X-Harbour", "value": "north" }],
        },
        "response": { "status": 200, "headers": [], "content": {
            "mimeType": "application/json", "size": 9, "text": json!({ "boats": boats }).to_string(),
        } },
    });
    json!({ "log": { "version": "1.2", "entries": [entry] } }).to_string()
}

#[test]
fn what_is_not_documented_is_told_with_the_line_of_the_page() {
    let folder = Folder::harbour();
    folder.write(
        "recording.har",
        recording(&json!([{ "id": "B1", "length": "12 m" }])),
    );
    insta::assert_snapshot!(folder.session(&["traffic", "recording.har"]));
    folder.write(
        "recording.har",
        recording(&json!([{ "id": "B1", "length": 12 }])),
    );
    let session = folder.session(&["traffic", "recording.har"]);
    assert!(session.ends_with("[exit 0]\n"), "{session}");
}

/// OpenAPI 3.0 says in other words what may be nothing and where a bound ends.
#[test]
fn a_description_of_an_older_openapi_is_held_as_it_means() {
    let folder = Folder::harbour();
    folder.edit("openapi.yaml", "openapi: 3.1.0", "openapi: 3.0.3");
    let length = "length: { type: number, nullable: true, minimum: 2, exclusiveMinimum: true }";
    folder.edit("openapi.yaml", "length: { type: number }", length);
    for (length, code) in [
        (json!(null), 0),
        (json!(2.5), 0),
        (json!(2), 1),
        (json!("2"), 1),
    ] {
        folder.write(
            "recording.har",
            recording(&json!([{ "id": "B1", "length": length }])),
        );
        let session = folder.session(&["traffic", "recording.har"]);
        assert!(session.ends_with(&format!("[exit {code}]\n")), "{session}");
    }
}

#[test]
fn an_api_answers_where_one_says_it_does() {
    let folder = Folder::harbour();
    let wrong = recording(&json!([{ "length": 1 }]));
    folder.write(
        "recording.har",
        wrong.replace("api.harbour.example/v1", "127.0.0.1:8080/test"),
    );
    let session = folder.session(&["traffic", "recording.har"]);
    assert!(
        session.contains("requests of hosts that are not documented: 1"),
        "{session}"
    );
    assert!(session.contains("so nothing was judged"), "{session}");
    let server = ["--server", "https://127.0.0.1:8080/test=api"];
    let session = folder.session(&["traffic", "recording.har", server[0], server[1]]);
    assert!(session.contains("/boats/0/id"), "{session}");
}
