//! Which operation an exchange belongs to.

use serde_json::{Value, json};
use traffic::{Aside, Trial};

use crate::harbour::{boat, exchange, found, har, heard};

fn at(method: &str, url: &str) -> Value {
    let mut entry = exchange(&boat());
    entry["request"]["method"] = json!(method);
    entry["request"]["url"] = json!(url);
    entry
}

/// What is put aside of an exchange.
fn aside(entry: Value) -> Vec<Aside> {
    let own = |trial: &mut Trial, _: &str| trial.aside.keys().copied().collect();
    let (aside, seen) = heard(&har(&[entry]), own);
    assert_eq!(seen, []);
    aside
}

#[test]
fn addresses_are_read_as_they_are_written() {
    for url in [
        "https://api.harbour.example/v1/boats/B1",
        "https://API.Harbour.example:443/v1/boats/B1/",
        "http://api.harbour.example/v1/boats/%42%31?limit=1#top",
        "https://api.harbour.example//v1/boats/B1?",
    ] {
        let mut entry = at("GET", url);
        entry["response"]["status"] = json!(404);
        assert_eq!(
            found(&entry),
            [("undocumented-status".to_owned(), String::new())],
            "{url}"
        );
    }
}

#[test]
fn concrete_paths_come_before_templated_ones() {
    // It has no parameters: a missing header is no matter there.
    let mut entry = at("GET", "https://api.harbour.example/v1/boats/nearest");
    entry["request"]["headers"] = json!([{ "name": "a", "value": "b" }]);
    assert_eq!(found(&entry), []);
}

#[test]
fn other_methods_and_versions_of_an_operation_are_told() {
    let one = |kind: &str| [(kind.to_owned(), String::new())];
    let url = "https://api.harbour.example/v1/boats/B1";
    assert_eq!(found(&at("DELETE", url)), one("undocumented-method"));
    let url = "https://api.harbour.example/v2/boats/B1";
    assert_eq!(found(&at("GET", url)), one("undocumented-version"));
}

#[test]
fn what_is_no_matter_is_counted() {
    let url = "https://api.harbour.example/v1/boats/B1";
    let of = |change: &dyn Fn(&mut Value)| {
        let mut entry = at("GET", url);
        change(&mut entry);
        aside(entry)
    };
    assert_eq!(aside(at("OPTIONS", url)), [Aside::Preflight]);
    assert_eq!(
        aside(at("CONNECT", "api.harbour.example:443")),
        [Aside::Tunnel]
    );
    assert_eq!(aside(at("GET", "/v1/boats/B1")), [Aside::NoAddress]);
    assert_eq!(
        aside(at("GET", "https://cdn.example/v1/boats/B1")),
        [Aside::OtherHost]
    );
    assert_eq!(
        aside(at("GET", "https://api.harbour.example/logo.png")),
        [Aside::NoOperation]
    );
    assert_eq!(
        of(&|it| it["response"]["status"] = json!(0)),
        [Aside::Unanswered]
    );
    assert_eq!(
        of(&|it| it["response"]["status"] = json!(304)),
        [Aside::Elsewhere]
    );
    let cut = |it: &mut Value| {
        it["response"]["content"] = json!({ "size": 300, "mimeType": "application/json" });
    };
    assert_eq!(of(&cut), [Aside::NotRecorded]);
    // Of an operation that is only listed nothing is known.
    assert_eq!(
        aside(at("GET", "https://api.harbour.example/v1/tides?deep=1")),
        []
    );
}

#[test]
fn paths_that_belong_to_nothing_are_told_by_their_shape() {
    let entries = ["/v1/boats/B1/owner/Jo-Smith", "/v1/boats/B2/owner/Al-Jones"];
    let entries = entries.map(|path| at("GET", &format!("https://api.harbour.example{path}")));
    let own = |trial: &mut Trial, _: &str| trial.shapes.clone();
    let (shapes, _) = heard(&har(&entries), own);
    let shapes: Vec<_> = shapes.into_iter().collect();
    assert_eq!(
        shapes,
        [("api.harbour.example/v1/boats/*/*/*".to_owned(), 2)]
    );
}
