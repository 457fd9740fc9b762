//! The comparison, its findings and how they are rendered.

use crate::support::{document, expected, lines, page, readings};
use review::{Finding, Market, Readings, consolidated};

const PAGE: &str = "
    1 | GET /a | operation |     | listed   | bank
    2 | GET /a | 200       |     | listed   |
    3 | GET /a | 200       | a   | listed   |
    4 | GET /a | 200       | a   | type     | string
    5 | GET /a | 200       | a   | enum     | x
    6 | GET /a | 200       | a   | enum     | y
    7 | GET /a | 200       | a.b | listed   |
    8 | GET /a | 200       | a.b | required | true";

const DOCUMENT: &str = "
    /op      | GET /a | operation |     | listed   | bank
    /ok      | GET /a | 200       |     | listed   |
    /a       | GET /a | 200       | a   | listed   |
    /a/type  | GET /a | 200       | a   | type     | string
    /a/enum  | GET /a | 200       | a   | enum     | x
    /a/enum  | GET /a | 200       | a   | enum     | y
    /a/b     | GET /a | 200       | a.b | listed   |
    /a/b/req | GET /a | 200       | a.b | required | true";

fn compare(page_says: &str, document_says: &str) -> Vec<Finding> {
    let (expected, _) = expected(&page("bank", page_says), &Readings::default());
    review::compare(&expected, &document(document_says), "openapi.json")
}

/// Checks the only finding: kind, problem, lines and pointer.
#[track_caller]
fn check(page_says: &str, document_says: &str, finding: (&str, &str, &[u32], &str)) {
    let findings = compare(page_says, document_says);
    let [found] = &findings[..] else {
        panic!("expected one finding, but found {findings:#?}")
    };
    let pointer = found.pointer.as_deref().unwrap_or_default();
    assert_eq!(
        (found.kind.as_str(), &*found.problem, &*found.lines, pointer),
        finding
    );
    assert!(found.fix.is_some(), "and what to do about it");
}

/// A sample that is not in the text tests nothing.
#[track_caller]
fn swap(text: &str, from: &str, to: &str) -> String {
    assert!(text.contains(from), "invalid test case: no {from}");
    text.replacen(from, to, 1)
}

fn without(text: &str, what: &str) -> String {
    let kept: Vec<&str> = text.lines().filter(|line| !line.contains(what)).collect();
    assert!(
        kept.len() < text.lines().count(),
        "invalid test case: no {what}"
    );
    kept.join("\n")
}

#[test]
fn what_says_the_same_agrees() {
    assert_eq!(compare(PAGE, DOCUMENT), []);
}

#[test]
fn what_only_the_page_says_is_missing() {
    check(
        PAGE,
        &without(DOCUMENT, "/a/b/req"),
        (
            "missing",
            "the document does not say `GET /a · 200 · a.b · required = true`",
            &[8],
            "/a/b",
        ),
    );
}

#[test]
fn what_only_the_document_says_is_unsupported() {
    check(
        &without(PAGE, "    8 |"),
        DOCUMENT,
        (
            "unsupported",
            "neither page nor reading supports `GET /a · 200 · a.b · required = true`",
            &[7],
            "/a/b/req",
        ),
    );
}

#[test]
fn what_both_say_differently_is_contradicted() {
    check(
        PAGE,
        &swap(DOCUMENT, "string", "integer"),
        (
            "contradicted",
            "the page says `GET /a · 200 · a · type = string`, the document says `integer`",
            &[4],
            "/a/type",
        ),
    );
}

/// Of an enum's values none contradicts another: one is missing and one unsupported.
#[test]
fn of_several_values_each_counts() {
    let findings = compare(PAGE, &swap(DOCUMENT, "enum     | y", "enum     | z"));
    let kinds: Vec<_> = findings
        .iter()
        .map(|finding| finding.kind.as_str())
        .collect();
    assert_eq!(kinds, ["missing", "unsupported"]);
}

#[test]
fn what_is_missing_as_a_whole_is_one_finding() {
    check(
        PAGE,
        "/op | GET /a | operation | | listed | bank",
        (
            "missing",
            "the document does not say `GET /a · 200 · listed` (and 6 claims within it)",
            &[2],
            "/op",
        ),
    );
    check(
        PAGE,
        &without(&without(DOCUMENT, "/a/b "), "/a/b/req"),
        (
            "missing",
            "the document does not say `GET /a · 200 · a.b · listed` (and 1 claim within it)",
            &[7],
            "/a",
        ),
    );
}

#[test]
fn what_is_too_much_as_a_whole_is_one_finding() {
    check(
        "1 | GET /a | operation | | listed | bank",
        DOCUMENT,
        (
            "unsupported",
            "neither page nor reading supports `GET /a · 200 · listed` (and 6 claims within it)",
            &[1],
            "/ok",
        ),
    );
}

/// Where one market documents an operation and another lists it, the documented shape stands.
#[test]
fn of_several_markets_the_documented_shape_counts() {
    let supply = readings(&[r#"kind = "supply"
        basis = "same-page"
        applies-to = [{ only-listed = true, place = "operation", aspect = "listed" }]
        says = [{ place = "default", aspect = "listed" }]"#]);
    let market = |id: &str, says: &str| {
        let (expected, _) = expected(&page(id, says), &supply);
        Market {
            page: id.to_owned(),
            expected,
        }
    };
    let listing = market("lists", "1 | GET /a | operation | | listed | lists");
    let documenting = market(
        "documents",
        "1 | GET /a | operation | | listed     | documents
         2 | GET /a | operation | | documented |
         3 | GET /a | 200       | | listed     |",
    );
    assert!(
        lines(listing.expected.claims.keys()).contains(&"GET /a · default · listed".to_owned())
    );
    let union = consolidated(&[listing, documenting]);
    assert_eq!(
        lines(union.claims.keys()),
        [
            "GET /a · 200 · listed",
            "GET /a · operation · listed = documents",
            "GET /a · operation · listed = lists",
            "GET /a · operation · documented",
        ]
    );
}

#[test]
fn the_traceability_names_line_reading_and_basis() {
    let omit_and_bind = readings(&[
        r#"kind = "omit"
        basis = "same-page"
        applies-to = [{ aspect = "enum", value = "y" }]"#,
        r#"kind = "bind"
        basis = "vendor"
        applies-to = [{ aspect = "type", value = "string" }]
        becomes = "integer""#,
    ]);
    let (expected, _) = expected(&page("bank", PAGE), &omit_and_bind);
    let made = document(
        "/a/type | GET /a | 200 | a | type   | integer
         /a      | GET /a | 200 | a | listed |
         /c      | GET /a | 200 | c | listed |",
    );
    let table = review::traceability(&review::Traced {
        document: &serde_json::json!({ "a": { "type": "whole\n  number" } }),
        made: &made,
        expected: &expected,
        readings: &omit_and_bind,
    });
    let table = table.strip_prefix('\u{feff}').expect("Excel needs it");
    let rows: Vec<&str> = table.lines().collect();
    assert_eq!(
        rows,
        [
            "pointer,operation,place,name,aspect,value,document-says,page,lines,url,readings,basis,\
             certainty,placed-by,placed-basis,digest",
            "/a,GET /a,200,a,listed,,,bank,3,,,documented,,,,",
            "/a/type,GET /a,200,a,type,integer,whole number,bank,4,,r1,vendor,,,,",
            "/c,GET /a,200,c,listed,,,,,,,,,,,",
            ",GET /a,200,a,enum,y,,bank,6,,r0,same-page,,,,",
        ]
    );
}

#[test]
fn the_table_marks_how_page_and_document_agree() {
    let all = readings(&[
        r#"kind = "omit"
        basis = "same-page"
        applies-to = [{ aspect = "enum", value = "y" }]"#,
        r#"kind = "bind"
        basis = "vendor"
        applies-to = [{ aspect = "type", value = "string" }]
        becomes = "integer""#,
        r#"kind = "supply"
        basis = "vendor"
        applies-to = [{ name = "a", aspect = "listed" }]
        says = [{ aspect = "format", value = "int32" }]"#,
    ]);
    let made = document(
        "/a      | GET /a | 200 | a | listed |
         /a/type | GET /a | 200 | a | type   | integer
         /a/fmt  | GET /a | 200 | a | format | int32
         /c      | GET /a | 200 | c | listed |",
    );
    let table = review::table(&page("bank", PAGE), &all, &made);
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
    let findings = compare(PAGE, &swap(DOCUMENT, "string", "integer"));
    let json: serde_json::Value =
        serde_json::from_str(&review::render::json(&findings)).expect("JSON");
    assert_eq!(json["findings"][0]["kind"], "contradicted");
    assert_eq!(json["findings"][0]["lines"][0], 4);
    let text = review::render::text(&findings);
    for part in [
        "contradicted",
        "bank, line 4",
        "spec/openapi.json at /a/type",
        "fix",
    ] {
        assert!(text.contains(part), "{text}");
    }
}
