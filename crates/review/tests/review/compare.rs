//! The comparison, and its findings.

use crate::made::document;
use crate::support::{page, readings};
use crate::trial::{cases, expected, lines};
use review::{Finding, Readings};

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

/// Checks the only finding: kind, lines, pointer and problem.
#[track_caller]
fn check(page_says: &str, document_says: &str, finding: &str) {
    let findings = compare(page_says, document_says);
    let [found] = &findings[..] else {
        panic!("expected one finding, but found {findings:#?}")
    };
    let pointer = found.pointer.as_deref().unwrap_or_default();
    let (kind, lines, problem) = (found.kind.as_str(), &found.lines, &found.problem);
    assert_eq!(format!("{kind} {lines:?} {pointer}: {problem}"), finding);
    assert_eq!(found.fix, None, "the caller says what to do about it");
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
        "missing [8] /a/b: \
         the document does not say `GET /a · 200 · a.b · required = true`",
    );
}

#[test]
fn what_only_the_document_says_is_unsupported() {
    check(
        &without(PAGE, "    8 |"),
        DOCUMENT,
        "unsupported [7] /a/b/req: \
         neither page nor reading supports `GET /a · 200 · a.b · required = true`",
    );
}

#[test]
fn what_both_say_differently_is_contradicted() {
    check(
        PAGE,
        &swap(DOCUMENT, "string", "integer"),
        "contradicted [4] /a/type: \
         the page says `GET /a · 200 · a · type = string`, the document says `integer`",
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
        "missing [2] /op: \
         the document does not say `GET /a · 200 · listed` (and 6 claims within it)",
    );
    check(
        PAGE,
        &without(&without(DOCUMENT, "/a/b "), "/a/b/req"),
        "missing [7] /a: \
         the document does not say `GET /a · 200 · a.b · listed` (and 1 claim within it)",
    );
}

#[test]
fn what_is_too_much_as_a_whole_is_one_finding() {
    check(
        "1 | GET /a | operation | | listed | bank",
        DOCUMENT,
        "unsupported [1] /ok: \
         neither page nor reading supports `GET /a · 200 · listed` (and 6 claims within it)",
    );
}

/// Where one page documents an operation and another lists it, the documented shape stands.
#[test]
fn of_several_pages_the_documented_shape_counts() {
    let supply = readings(&[
        r#"supply same-page | { only-listed = true, place = "operation", aspect = "listed" }
        | says = [{ place = "default", aspect = "listed" }]"#,
    ]);
    let on_page = |id: &str, says: &str| ("bank", page(id, says));
    let listing = on_page("lists", "1 | GET /a | operation | | listed | lists");
    let documenting = on_page(
        "documents",
        "1 | GET /a | operation | | listed     | documents
         2 | GET /a | operation | | documented |
         3 | GET /a | 200       | | listed     |",
    );
    let (expected, _) = expected(&listing.1, &supply);
    assert!(lines(expected.claims.keys()).contains(&"GET /a · default · listed".to_owned()));
    let pages = [listing, documenting];
    let union = cases(&pages, &supply).consolidated.expected;
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
