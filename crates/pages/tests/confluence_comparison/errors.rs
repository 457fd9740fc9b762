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
fn a_comparison_has_a_key_and_a_title() {
    check_without(3, 4, "`Key`, but found `• This line was added.`");
    check_without(9, 10, "the page's title, but found `...`");
}

#[test]
fn tables_stand_between_gaps() {
    check_without(11, 12, "`...` over a table, but found `Type`");
    check_line(
        91,
        "Failure Response:",
        "a bullet that says something of the parameter",
    );
    check_without(17, 18, "`Required`, but found `Details`");
    let page = with(BERTHS, 93, &["...", "", "Lorem", "", "..."]);
    let expected = "`...`, a table or `Success Response:`, but found `Lorem`";
    check(&page, 95, expected);
    let without_rows: Vec<_> = BERTHS.lines().take(76).chain(["...", ""]).collect();
    let page = without_rows.join("\n");
    check(&page, 77, "a row of the table, but found `...`");
}

#[test]
fn a_row_has_a_place_and_a_name() {
    check_line(21, "QUERY", "`BODY`, `HEADER` or `PATH`");
    check_without(35, 36, "the parameter's name, but found `Yes`");
    for name in ["a..b", "a  b", "a-b", "• a"] {
        check_line(35, name, "the parameter's name");
    }
    check_line(
        57,
        "ship.length",
        "a parameter that the table does not have yet",
    );
}

#[test]
fn a_row_has_a_type_first_and_says_each_thing_once() {
    let ty = "a type such as `ASCII string (100)`, `number (18,2)` or `boolean`";
    check_line(39, "  • ASCII text", ty);
    check_line(39, "  • Which port", ty);
    let once = "one type, one list of values and one default";
    check_line(41, "  • boolean", once);
    let page = with(
        BERTHS,
        31,
        &["  • Default value: a", "  • Default value: b"],
    );
    check(
        &page,
        32,
        &format!("{once}, but found `• Default value: b`"),
    );
    check_without(81, 82, "the type of `free`, but found `BODY`");
}

#[test]
fn what_is_said_of_a_row_stands_in_its_column() {
    let expected = "a bullet that says something of the parameter";
    check_line(41, "    • Which port", expected);
    check_line(41, "Which port", expected);
    check_line(25, "Perhaps", expected);
}

#[test]
fn values_are_there_and_explained_by_name() {
    check_line(89, "  • Available values: ", "a value");
    check_line(31, "  • Default value:", "a value");
    let expected = "one of the values, and what it means";
    check_line(63, "    • M - Middle", expected);
    check_line(63, "    • S is small", expected);
}
