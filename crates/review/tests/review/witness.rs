//! What a second description says of ours.

use claims::{Aspect, Claim, PageClaim, PageClaims};
use review::witness::{Answer, Operations, Testimony, Verdict, testify};
use review::{Case, Readings};
use serde_json::{Value, json};

fn operation(name: &str) -> Claim {
    Claim::new(name, "operation", "", Aspect::Listed, "")
}

/// Their operations, as they and we call them.
fn matched(ours: &[&str], theirs: &[&str]) -> Vec<(String, String)> {
    let claims = |names: &[&str]| -> Vec<Claim> { names.iter().map(|it| operation(it)).collect() };
    let (ours, theirs) = (claims(ours), claims(theirs));
    let operations = Operations::of(&ours, &theirs);
    let pairs = operations.pairs();
    pairs
        .map(|(one, other)| (one.to_string(), other.to_string()))
        .collect()
}

#[test]
fn operations_are_the_same_whatever_the_base_and_the_names_in_braces() {
    let pair = |theirs: &str, ours: &str| (theirs.to_owned(), ours.to_owned());
    let ours = ["GET /v1/boats", "GET /v1/boats/{boatId}", "POST /v1/boats"];
    assert_eq!(
        matched(&ours, &["GET /boats/{id}", "POST /boats"]),
        [
            pair("GET /boats/{id}", "GET /v1/boats/{boatId}"),
            pair("POST /boats", "POST /v1/boats")
        ]
    );
    assert_eq!(
        matched(&ours, &["GET /api/v1/boats"]),
        [pair("GET /api/v1/boats", "GET /v1/boats")]
    );
    // What stands before a name in braces is no base: the boats of a harbour are not the boats.
    assert_eq!(matched(&["GET /harbours/{id}/boats"], &["GET /boats"]), []);
    assert_eq!(matched(&["DELETE /boats"], &["GET /boats"]), []);
}

#[test]
fn a_lost_method_is_any_if_only_one_has_the_path() {
    let [found] = matched(&["POST /boats"], &["? /boats"])
        .try_into()
        .expect("one pair");
    assert_eq!(found.1, "POST /boats");
    assert_eq!(matched(&["GET /boats", "POST /boats"], &["? /boats"]), []);
}

#[test]
fn servers_that_both_name_count() {
    let server = |operation: &str, url| Claim::new(operation, "server", url, Aspect::Listed, "");
    let ours = [
        operation("GET /boats"),
        server("GET /boats", "https://harbour.example/api/v2"),
        operation("GET /old/boats"),
    ];
    let theirs = [operation("GET /v2/boats"), server("GET /v2/boats", "/api")];
    let operations = Operations::of(&ours, &theirs);
    assert_eq!(
        operations.ours("GET /v2/boats").map(|it| &**it),
        Some("GET /boats")
    );
}

#[test]
fn a_page_may_write_its_base_path_here_and_leave_it_out_there() {
    let server = |operation: &str, url| Claim::new(operation, "server", url, Aspect::Listed, "");
    let ours = [
        operation("GET /boats"),
        server("GET /boats", "https://harbour.example/v4"),
        operation("DELETE /berths"),
        server("DELETE /berths", "https://harbour.example/v4"),
    ];
    let theirs = [
        operation("GET /boats"),
        server("GET /boats", "https://harbour.example/v3"),
        operation("DELETE /v3/berths"),
        operation("PUT /v3/sails/{id}"),
        operation("PUT /v4/oars"),
    ];
    let operations = Operations::of(&ours, &theirs);
    assert_eq!(operations.len(), 2);
    let called = |name| operations.call(&operation(name)).operation.to_string();
    assert_eq!(called("DELETE /v3/berths"), "DELETE /berths");
    // What only they have is called as it would have to be added.
    assert_eq!(called("PUT /v3/sails/{id}"), "PUT /sails/{id}");
    assert_eq!(called("PUT /v4/oars"), "PUT /oars");
    let short = ["GET /boats", "PUT /oars"].map(operation);
    let based = Operations::of(&[operation("GET /v1/boats")], &short);
    let called = based.call(&operation("PUT /oars"));
    assert_eq!(&*called.operation, "PUT /v1/oars");
}

/// What a page says of one operation.
fn page() -> PageClaims {
    let said = [
        ("operation", "", Aspect::Listed, "boats"),
        ("operation", "", Aspect::Documented, ""),
        ("header", "Authorization", Aspect::Listed, ""),
        ("200", "", Aspect::Listed, ""),
        ("200", "name", Aspect::Listed, ""),
        ("200", "name", Aspect::Type, "string"),
        ("200", "berths", Aspect::Listed, ""),
        ("200", "berths", Aspect::Type, "nested"),
    ];
    let claim = |(line, (place, name, aspect, value)): (u32, _)| PageClaim {
        line,
        claim: Claim::new("GET /boats", place, name, aspect, value),
        digest: None,
    };
    PageClaims {
        page: "boats".to_owned(),
        claims: (1..).zip(said).map(claim).collect(),
        ..PageClaims::default()
    }
}

const READINGS: &str = r#"
[[reading]]
id = "berths-are-a-list"
page = "boats"
kind = "bind"
applies-to = [{ place = "200", name = "berths", aspect = "type", value = "nested" }]
becomes = "array of object"
basis = "inferred"
reason = "A plural."
evidence = "boats line 7."

[[reading]]
id = "tokens"
page = "boats"
kind = "omit"
applies-to = [{ place = "header", name = "Authorization", value = "" }]
basis = "same-page"
reason = "OpenAPI has it as a security scheme."
evidence = "boats line 3."
"#;

/// Our document: what the page and the readings lead to, and a length that only we have.
fn ours() -> Value {
    json!({ "openapi": "3.1.0", "paths": { "/boats": { "get": { "tags": ["boats"], "responses": { "200": {
        "description": "The boats.",
        "content": { "application/json": { "schema": { "type": "object", "properties": {
            "name": { "type": "string", "maxLength": 40 },
            "berths": { "type": "array", "items": { "type": "object", "properties": {} } }
        } } } }
    } } } } } })
}

fn told(theirs: &Value) -> (Testimony, Readings) {
    let (page, readings) = (page(), Readings::parse(READINGS).expect("readings"));
    let ours = ours();
    let case = Case::of(&page, &readings, &ours);
    let theirs = claims::openapi::claims(theirs);
    let theirs = theirs.iter().map(|made| (&made.claim, Some(&made.pointer)));
    (testify(&case.reviewed, theirs), readings.clone())
}

/// A description with another name for the parameter's place, and these properties.
fn theirs(properties: &Value) -> Value {
    json!({ "openapi": "3.0.3", "servers": [{ "url": "/api" }], "paths": { "/boats": { "get": {
        "operationId": "listThem", "summary": "Other words",
        "parameters": [{ "name": "authorization", "in": "header", "required": true, "schema": { "type": "string" } }],
        "responses": { "200": { "description": "Yes", "content": { "application/json": {
            "schema": { "$ref": "#/components/schemas/Answer" } } } } }
    } } }, "components": { "schemas": { "Answer": properties } } })
}

fn of(testimony: &Testimony, verdict: Verdict) -> Vec<String> {
    testimony.of(verdict).map(Answer::subject).collect()
}

#[test]
fn another_wording_confirms_lines_and_readings() {
    let schema = json!({ "properties": {
        "name": { "type": "string" }, "berths": { "type": "array", "items": { "properties": { "no": {} } } }
    } });
    let (testimony, readings) = told(&theirs(&schema));
    assert_eq!(testimony.shared, 1);
    assert_eq!(of(&testimony, Verdict::Contradicts), [""; 0]);
    let confirmed = testimony.readings(Verdict::Confirms, &readings);
    let confirmed: Vec<_> = confirmed.iter().map(|(reading, _)| reading.id()).collect();
    assert_eq!(confirmed, ["berths-are-a-list", "tokens"]);
    let name = testimony
        .of(Verdict::Confirms)
        .find(|it| it.name == "name" && it.aspect == "type");
    assert_eq!(name.expect("an answer").lines[0].line, 6);
    assert_eq!(
        of(&testimony, Verdict::OnlyTheirs),
        ["GET /boats · 200 · berths.no · listed"]
    );
    let lone = of(&testimony, Verdict::OnlyOurs);
    assert!(
        lone.contains(&"GET /boats · 200 · name · max-length".to_owned()),
        "{lone:?}"
    );
}

#[test]
fn what_both_say_differently_contradicts_and_what_one_leaves_out_does_not() {
    let schema = json!({ "required": ["name"], "properties": { "name": { "type": "integer" } } });
    let (testimony, _) = told(&theirs(&schema));
    assert_eq!(
        of(&testimony, Verdict::Contradicts),
        [
            "GET /boats · 200 · name · required",
            "GET /boats · 200 · name · type"
        ]
    );
    let (testimony, _) = told(&theirs(&json!({ "properties": { "name": {} } })));
    assert_eq!(of(&testimony, Verdict::Contradicts), [""; 0]);
}

/// Who says no more than that it is an array does not say of what.
#[test]
fn an_array_may_be_one_of_anything() {
    for (berths, verdict) in [
        (json!({ "type": "array" }), Verdict::Confirms),
        (
            json!({ "type": "array", "items": { "type": "string" } }),
            Verdict::Contradicts,
        ),
    ] {
        let theirs = theirs(&json!({ "type": "object", "properties": { "berths": berths } }));
        let said = of(&told(&theirs).0, verdict);
        let due = "GET /boats · 200 · berths · type";
        assert!(said.iter().any(|it| it == due), "{verdict:?}: {said:?}");
    }
}
