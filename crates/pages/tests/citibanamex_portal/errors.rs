//! What is reported of a page that is not as the layout has it.

use super::BERTHS;
use crate::obligations::{check, with};

/// Checks the only message when a line is another one.
#[track_caller]
fn check_line(line: usize, other: &str, expected: &str) {
    check(&with(BERTHS, line, &[other]), line, expected);
}

#[test]
fn a_path_has_no_parameters() {
    let expected = "a path without parameters, but found";
    for path in ["/v2/{a}", "/v2/}a", "/v2/a b"] {
        check_line(2, path, &format!("{expected} `{path}`"));
    }
}

#[test]
fn wordings_are_at_least_three_and_look_like_wordings() {
    check_line(6, "/v2/other", "a wording, but found `/v2/other`");
    check_line(6, "• It", "a wording, but found `• It`");
    let three = "a summary, a description and the response's description";
    let page = BERTHS.lines().take(2).chain(BERTHS.lines().skip(7));
    let page = page.collect::<Vec<_>>().join("\n");
    let found = "`Type | Code | Details |`";
    check(&page, 4, &format!("{three}, but found {found}"));
}

#[test]
fn a_table_of_errors_has_known_columns_and_a_cell_for_each() {
    let columns = "`Type | Code | Details |`, or `More Info |` behind it, but found";
    for heading in [
        "Type | Code |",
        "Type | Code | Details",
        "Type | Details | Code |",
    ] {
        check(
            &with(BERTHS, 9, &[heading]),
            9,
            &format!("{columns} `{heading}`"),
        );
    }
    for row in [
        "a | b |",
        "a | b | c",
        "a | b | c | d |",
        "a | | c |",
        "Lorem",
    ] {
        check_line(10, row, &format!("a row of 3 cells, but found `{row}`"));
    }
    check(
        &with(BERTHS, 13, &[]),
        13,
        "a row of errors, but found `Definitions`",
    );
}

#[test]
fn definitions_are_objects_one_behind_the_other() {
    check(&with(BERTHS, 14, &[]), 14, "`Definitions`, but found `{`");
    check(
        &with(BERTHS, 15, &["Lorem", "{"]),
        15,
        "`{` of a definition, but found `Lorem`",
    );
    let next = "`{` of a definition, or the end of the page, but found";
    check(&with(BERTHS, 18, &[]), 25, &format!("{next} `}}`"));
    check(
        &with(BERTHS, 26, &[]),
        26,
        "the rest of a JSON object, but found `{`",
    );
    check(
        &with(BERTHS, 34, &[]),
        35,
        "JSON, but found Expected colon after the string or word in object property",
    );
}

#[test]
fn a_reference_stands_alone_and_leads_to_a_definition() {
    for reference in ["\"#/definitions/\"", "\"#/a/b\"", "\"#/definitions/a/b\""] {
        check_line(
            31,
            &format!("\"$ref\": {reference}"),
            &format!("`#/definitions/…`, but found `{reference}`"),
        );
    }
    check_line(31, "\"$ref\": 1", "a text, but found `1`");
    check_line(
        31,
        "\"type\": \"object\", \"$ref\": \"#/definitions/Berth\"",
        "a reference without other keywords, but found `$ref`",
    );
}
