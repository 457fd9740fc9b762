//! What is reported of a page that is not as the layout has it.

use super::BERTHS;
use crate::obligations::{check, with};

/// Checks the only message when a line is another one.
#[track_caller]
fn check_line(line: usize, other: &str, expected: &str) {
    let found = other.trim();
    let page = with(BERTHS, line, &[other]);
    check(&page, line, &format!("{expected}, but found `{found}`"));
}

/// Checks the only message when a line is missing, with the line that shows it.
#[track_caller]
fn check_without(missing: usize, line: usize, expected: &str) {
    check(&with(BERTHS, missing, &[]), line, expected);
}

#[test]
fn an_operation_has_title_method_and_address() {
    let expected = "a title over method and address, but found";
    check_without(
        9,
        10,
        &format!("{expected} `PUT https://{{host}}/port/v1/{{portId}}/berths/{{berthId}}/find`"),
    );
    check_without(11, 12, "method and address, but found `Berths`");
    for address in [
        "FIND https://a/b",
        "PUT /b",
        "PUT https:///b",
        "PUT https://a/b c",
    ] {
        check_line(11, address, "method and address");
    }
    check_line(
        11,
        "PUT https://a/b{/berths",
        "a path with a name between each pair of braces",
    );
}

#[test]
fn the_collection_is_one_of_the_path() {
    check_without(
        13,
        14,
        "the name of a collection in the path, but found `Finds what is free.`",
    );
    for other in ["Ships", "berths"] {
        let page = with(BERTHS, 13, &[other, "Berths"]);
        let expected = "the name of a collection in the path, but found";
        check(&page, 13, &format!("{expected} `{other}`"));
    }
}

#[test]
fn a_request_has_wordings_a_body_and_properties() {
    check_without(15, 16, "what the operation is for, but found `Request`");
    check_without(
        22,
        25,
        "`Payload` and the name of the body, but found `Properties`",
    );
    check_without(24, 25, "what the body is, but found `Properties`");
    check_without(
        27,
        27,
        "`Property Type Required Details`, but found `close`",
    );
}

#[test]
fn a_property_is_a_description_or_the_type_of_elements() {
    check_without(
        30,
        31,
        "`Description` or `SDK Object type`, but found `The flag, as 2 character ISO 3166 code`",
    );
    check_without(32, 32, "what the property means, but found `close`");
    check_without(
        39,
        39,
        "`Description` or `SDK Object type`, but found `Cargo`",
    );
    check_without(40, 41, "the name of a type, but found `Request example`");
    check_line(40, "    Cargo of ships", "the name of a type");
    check_line(
        72,
        "  • VERY DEEP - for ships",
        "a value, ` - ` and what it means",
    );
    check_line(72, "  • DEEP", "a value, ` - ` and what it means");
    check_line(
        72,
        "    • DEEP - for ships",
        "a wording, or a bullet under one",
    );
    let page = with(&with(BERTHS, 73, &[]), 72, &[]);
    check(&page, 73, "a value, but found `Response example`");
}

#[test]
fn a_code_sample_is_there() {
    let mut page = BERTHS.to_owned();
    for _ in 47..=55 {
        page = with(&page, 47, &[]);
    }
    check(&page, 48, "a code sample, but found `Responses`");
}

#[test]
fn responses_have_a_status_each() {
    for other in ["Response OK", "Response 600 - Bad", "Response 200"] {
        let page = with(BERTHS, 94, &[other, "Response 404 - Not foundProblem"]);
        let expected = "`Response`, a status and the name of the body, but found";
        check(&page, 94, &format!("{expected} `{other}`"));
    }
    check_line(
        94,
        "Response 200 - OKBerth",
        "a status that the operation does not have yet",
    );
}

#[test]
fn an_example_is_json() {
    check_without(
        81,
        81,
        "an example as JSON, but found `\"depth\" : \"DEEP\",`",
    );
    check_without(
        92,
        93,
        "the rest of a JSON object, but found `Response 404 - Not foundProblem`",
    );
    let page = with(BERTHS, 83, &["        \"depth\" : \"\","]);
    check(&page, 83, "each member once, but found `depth`");
    check_without(86, 89, "the end of the example, but found `],`");
    let json = "JSON, but found Single-quoted strings are not allowed";
    check(&with(BERTHS, 83, &["        'empty' : \"\","]), 83, json);
}
