//! Pages with several operations, and with what a capture of one operation does not have.

use super::BERTHS;
use crate::obligations::{Sample, check, layout_keeps_its_promises, with};

const SAMPLE: Sample = Sample {
    page: include_str!("several.txt"),
    claims: include_str!("several.csv"),
    lines: "heading 3, navigation 1, read 48, schema structure 34, table heading 1",
    step: 7,
    opening: "v2/berths/find",
    ends: &[],
    says_nothing: &["---|"],
    cuts: &[(
        "Takes what was fo",
        "? /v2/berths/find #2 · operation · cut = column 17",
    )],
};

layout_keeps_its_promises!(SAMPLE);

/// What a wording of security describes is not known, nor how many there are of it.
#[test]
fn a_page_with_wordings_of_security_is_not_read() {
    let expected = "a wording of the operation, a parameter or a response";
    for security in ["ClientID", "Harbour Credentials Grant Type"] {
        let page = with(BERTHS, 5, &[security, "Who asks"]);
        check(&page, 5, &format!("{expected}, but found `{security}`"));
    }
}

/// Of the wordings over the first table, one may describe its status.
#[test]
fn a_page_with_wordings_over_tables_is_not_read() {
    let page = with(
        BERTHS,
        12,
        &["No sea", "Type | Code | Details | More Info |"],
    );
    let expected = "a row of errors, or another operation, but found `No sea`";
    check(&page, 12, expected);
}

/// Where names are kept, a page without method has lost more than is known.
#[test]
fn a_parameter_with_a_name_needs_an_operation_with_a_method() {
    let page = with(
        BERTHS,
        5,
        &["flag", "Required in header", "string", "Whose"],
    );
    let expected = "method and path of the operation, but found `Finds a berth.`";
    check(&page, 3, expected);
}

/// Behind a response without errors, another operation of the path is not told from responses.
#[test]
fn an_operation_without_errors_is_not_told_from_the_next_one() {
    let next = ["Successful operation.", "Takes it.", "Takes a berth."];
    let page = with(BERTHS, 8, &next);
    let expected = "a table of errors, a path or `Definitions`, but found `Takes a berth.`";
    check(&page, 10, expected);
}
