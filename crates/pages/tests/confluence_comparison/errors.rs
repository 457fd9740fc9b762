//! What is reported of a page that is not as the layout has it.

use super::BERTHS;
use crate::obligations::{check, check_line, check_without, table, with};

#[test]
fn a_comparison_has_a_key_and_a_title() {
    table! { check_without(BERTHS):
        3, 4 => "`Key`, but found `• This line was added.`";
    }
}

#[test]
fn tables_stand_between_gaps() {
    check_without(BERTHS, 15, 13, "`Type` over `Parameter`, but found `Type`");
    let bullet = "a bullet that says something of the parameter";
    check_line(BERTHS, 91, "Failure Response:", bullet);
    let without_rows: Vec<_> = BERTHS.lines().take(76).chain(["...", ""]).collect();
    let page = without_rows.join("\n");
    check(&page, 77, "a row of the table, but found `...`");
}

#[test]
fn a_row_has_a_place_and_a_name() {
    check_without(BERTHS, 35, 36, "the parameter's name, but found `Yes`");
    table! { check_line(BERTHS):
        21, "COOKIE" => "`BODY`, `FORMDATA`, `HEADER`, `PATH` or `QUERY`";
        35, "a..b" => "the parameter's name";
        35, "a  b" => "the parameter's name";
        35, "• a" => "the parameter's name";
        57, "ship.length" => "a parameter that the table does not have yet";
    }
}

#[test]
fn a_row_has_a_type_first_and_says_each_thing_once() {
    let once = "one type, one list of values and one default";
    table! { check_line(BERTHS):
        41, "  • boolean" => once;
    }
    let twice = ["  • Default value: a", "  • Default value: b"];
    let found = format!("{once}, but found `• Default value: b`");
    check(&with(BERTHS, 31, &twice), 32, &found);
    check_without(BERTHS, 81, 82, "the type of `free`, but found `BODY`");
}

#[test]
fn what_is_said_of_a_row_stands_in_its_column() {
    let expected = "a bullet that says something of the parameter";
    table! { check_line(BERTHS):
        41, "    • Which port" => expected;
        41, "Which port" => expected;
        25, "Perhaps" => expected;
    }
}

#[test]
fn values_are_there_and_explained_by_name() {
    let expected = "one of the values, and what it means";
    table! { check_line(BERTHS):
        89, "  • Available values: " => "a value";
        31, "  • Default value:" => "a value";
        63, "    • M - Middle" => expected;
        63, "    • S is small" => expected;
    }
}
