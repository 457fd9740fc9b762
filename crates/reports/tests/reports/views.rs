//! A case as a table, and findings for people and programs.

use review::Readings;
use review::classes::{Classed, Classes};
use serde_json::{Value, json};

use crate::made::document;
use crate::support::{page, readings};
use crate::trial::case;

const PAGE: &str = "
    1 | GET /a | operation |     | listed   | bank
    2 | GET /a | 200       |     | listed   |
    3 | GET /a | 200       | a   | listed   |
    4 | GET /a | 200       | a   | type     | string
    5 | GET /a | 200       | a   | enum     | x
    6 | GET /a | 200       | a   | enum     | y
    7 | GET /a | 200       | a.b | listed   |
    8 | GET /a | 200       | a.b | required | true";

#[test]
fn the_traceability_names_line_reading_and_basis() {
    let omit_and_bind = readings(&[
        r#"omit same-page | { aspect = "enum", value = "y" }"#,
        r#"bind vendor | { aspect = "type", value = "string" } | becomes = "integer""#,
    ]);
    let page = page("bank", PAGE);
    let made = document(
        "/a/type | GET /a | 200 | a | type   | integer
         /a      | GET /a | 200 | a | listed |
         /c      | GET /a | 200 | c | listed |",
    );
    let document = json!({ "a": { "type": "whole\n  number" } });
    let classes = Classes::parse(
        "[[class]]\nid = \"a\"\ncategory = \"contact\"\nsensitivity = \"internal\"\n\
         masking = { strategy = \"full\" }\nfideslang = \"user.contact\"\nreason = \"r\"\n\
         applies-to = [{ names = [\"a\"] }]\n",
    );
    let classes = classes.expect("a class");
    let mut reviewed = case(&page, &omit_and_bind, &document, made).reviewed;
    reviewed.classed = Classed::of(&classes, &reviewed.claims, &reviewed.expected);
    let table = reports::traceability(&reviewed);
    let table = table.strip_prefix('\u{feff}').expect("Excel needs it");
    let rows: Vec<&str> = table.lines().collect();
    assert_eq!(
        rows,
        [
            "pointer,operation,place,name,aspect,value,document-says,page,lines,about-lines,url,readings,basis,\
             certainty,placed-by,placed-basis,digest,category,sensitivity",
            "/a,GET /a,200,a,listed,,,bank,3,,,,documented,,,,,contact,internal",
            "/a/type,GET /a,200,a,type,integer,whole number,bank,,4,,r1,vendor,,,,,contact,internal",
            "/c,GET /a,200,c,listed,,,,,,,,,,,,,,",
            ",GET /a,200,a,enum,y,,bank,6,,,r0,same-page,,,,,contact,internal",
        ]
    );
}

#[test]
fn the_table_marks_how_page_and_document_agree() {
    let all = readings(&[
        r#"omit same-page | { aspect = "enum", value = "y" }"#,
        r#"bind vendor | { aspect = "type", value = "string" } | becomes = "integer""#,
        r#"supply vendor | { name = "a", aspect = "listed" }
            | says = [{ aspect = "format", value = "int32" }]"#,
    ]);
    let made = document(
        "/a      | GET /a | 200 | a | listed |
         /a/type | GET /a | 200 | a | type   | integer
         /a/fmt  | GET /a | 200 | a | format | int32
         /c      | GET /a | 200 | c | listed |",
    );
    let page = page("bank", PAGE);
    let table = reports::table(&case(&page, &all, &Value::Null, made));
    let rows: Vec<&str> = table.lines().collect();
    assert_eq!(
        rows,
        [
            "!     1  GET /a · operation · listed = bank",
            "!     2  GET /a · 200 · listed",
            "=     3  GET /a · 200 · a · listed",
            "+     3  GET /a · 200 · a · format = int32  [r2]",
            "~     4  GET /a · 200 · a · type = string  -> integer  [r1]",
            "!     5  GET /a · 200 · a · enum = x",
            "-     6  GET /a · 200 · a · enum = y  [r0]",
            "!     7  GET /a · 200 · a.b · listed",
            "!     8  GET /a · 200 · a.b · required = true",
            "!        GET /a · 200 · c · listed  at /c",
        ]
    );
}

#[test]
fn findings_are_text_and_json() {
    let page = page("bank", "4 | GET /a | 200 | a | type | string");
    let made = document("/a/type | GET /a | 200 | a | type | integer");
    let readings = Readings::default();
    let mut findings = case(&page, &readings, &Value::Null, made)
        .reviewed
        .findings("openapi.json");
    findings[0].fix = Some("mend it".to_owned());
    let json: Value = serde_json::from_str(&reports::json(&findings)).expect("JSON");
    assert_eq!(json["findings"][0]["kind"], "contradicted");
    assert_eq!(json["findings"][0]["lines"][0], 4);
    let text = reports::text(&findings, &reports::Place::default());
    for part in [
        "contradicted",
        "bank, line 4",
        "spec/openapi.json at /a/type",
        "fix",
    ] {
        assert!(text.contains(part), "{text}");
    }
}
