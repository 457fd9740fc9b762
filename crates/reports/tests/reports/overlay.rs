//! The overlay of provenance.

use claims::{CapturedLine, Digest, PageClaims};
use review::{Case, Cases, Readings};
use serde_json::{Value, json};
use serde_json_path::JsonPath;

use crate::support::{page, readings};
use crate::trial::TOOL;

/// A document with every sort of element, and names that have to be quoted.
fn document() -> Value {
    json!({
        "tags": [{ "name": "oslo", "description": "Boxes." }],
        "servers": [{ "url": "https://oslo.example" }],
        "paths": { "/boxes/{it's}": { "get": {
            "tags": ["oslo"],
            "parameters": [
                { "name": "it's", "in": "path", "required": true, "schema": { "type": "string" } },
                { "$ref": "#/components/parameters/Page" },
            ],
            "responses": {
                "200": { "description": "Boxes.", "content": { "application/json": {
                    "schema": { "$ref": "#/components/schemas/Box" },
                } } },
            },
        } } },
        "components": {
            "parameters": { "Page": { "name": "page", "in": "query", "schema": { "type": "integer" } } },
            "schemas": { "Box": { "type": "object", "properties": {
                "a\\b": { "type": "string" },
                "lids": { "type": "array", "items": { "properties": { "size": { "type": "integer" } } } },
            } } },
        },
    })
}

/// What the document must say is what it says, all on one line of one page.
fn overlay() -> (Value, String) {
    let document = document();
    let made = claims::openapi::claims(&document);
    let rows: Vec<String> = made
        .iter()
        .map(|made| {
            let claim = &made.claim;
            let [operation, place, name, value] =
                [&claim.operation, &claim.place, &claim.name, &claim.value];
            format!(
                "7 | {operation} | {place} | {name} | {} | {value}",
                claim.aspect
            )
        })
        .collect();
    let readings = Readings::default();
    let page = page("oslo", &rows.join("\n"));
    let overlay = provenance(&page, &readings, &document);
    (document, overlay)
}

/// The digest of a line of the page.
fn words(line: u32) -> Digest {
    Digest::of(&format!("The words of line {line}"))
}

fn provenance(page: &PageClaims, readings: &Readings, document: &Value) -> String {
    let line = |line| CapturedLine {
        words: Some(words(line)),
        rule: "read".into(),
    };
    let mut page = page.clone();
    page.capture.lines = (1..=9).map(line).collect();
    let case = Case::of(&page, readings, &Value::Null);
    reports::provenance(&Cases::of(vec![case], readings, document), &TOOL)
}

fn targets(overlay: &str) -> Vec<String> {
    overlay
        .lines()
        .filter_map(|line| line.trim().strip_prefix("- target: "))
        .map(|target| serde_json::from_str(target).expect("a quoted string"))
        .collect()
}

#[test]
fn every_target_selects_exactly_one_element() {
    let (document, overlay) = overlay();
    let targets = targets(&overlay);
    assert_eq!(
        targets,
        [
            "$['tags'][0]",
            "$['servers'][0]",
            "$['paths']['/boxes/{it\\'s}']['get']",
            "$['paths']['/boxes/{it\\'s}']['get']['parameters'][0]",
            "$['paths']['/boxes/{it\\'s}']['get']['responses']['200']",
            "$['components']['parameters']['Page']",
            "$['components']['schemas']['Box']",
            "$['components']['schemas']['Box']['properties']['a\\\\b']",
            "$['components']['schemas']['Box']['properties']['lids']",
            "$['components']['schemas']['Box']['properties']['lids']['items']['properties']['size']",
        ]
    );
    for target in &targets {
        let path = JsonPath::parse(target).expect("a JSONPath");
        let node = path.query(&document).exactly_one();
        assert!(node.expect(target).is_object(), "{target}");
    }
}

#[test]
fn an_element_has_page_line_and_basis() {
    let (_, overlay) = overlay();
    assert!(
        overlay.starts_with("# Written by `cargo xtask export`; do not edit.\noverlay: 1.0.0\n")
    );
    let count = |basis: &str| {
        let entry = json!({ "page": "oslo", "words": [words(7).as_str()], "basis": basis });
        overlay.matches(&format!("        - {entry}\n")).count()
    };
    // Of the tag and of the response there is a description, and of the tag nothing else.
    assert_eq!(count("documented"), targets(&overlay).len() - 1);
    assert_eq!(count("described"), 2);
}

#[test]
fn what_nothing_supports_has_no_provenance() {
    let document = document();
    let overlay = provenance(&page("oslo", ""), &Readings::default(), &document);
    assert_eq!(targets(&overlay), [""; 0]);
}

#[test]
fn what_only_places_an_element_is_beside_its_basis() {
    let document = json!({
        "paths": { "/boxes": { "get": { "tags": ["oslo"], "responses": {
            "200": { "description": "Boxes." },
        } } } },
    });
    let page = page(
        "oslo",
        "7 | table 1 | operation | | listed | oslo
         8 | table 1 | 200 | | listed |
         9 | table 1 | 200 | | description | stated | Boxes.",
    );
    let readings = readings(&[r#"bind vendor likely | { operation = "table 1" }
        | becomes = { operation = "GET /boxes" }"#]);
    let overlay = provenance(&page, &readings, &document);
    let operation = json!({
        "page": "oslo", "words": [words(7).as_str()], "basis": "vendor", "certainty": "likely", "readings": ["r0"],
    });
    let response = json!({
        "page": "oslo", "words": [words(8).as_str()], "basis": "documented",
        "placed": { "basis": "vendor", "readings": ["r0"] },
    });
    let described = json!({
        "page": "oslo", "words": [words(9).as_str()], "basis": "described",
        "placed": { "basis": "vendor", "readings": ["r0"] },
    });
    for entry in [operation, response, described] {
        assert!(
            overlay.contains(&format!("        - {entry}\n")),
            "{overlay}"
        );
    }
    assert!(
        overlay.contains("\nextends: ../openapi.json\n"),
        "{overlay}"
    );
}
