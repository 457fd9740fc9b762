//! Pages that are longer or deeper than any real one: read in one pass, on a finite stack.

use std::fmt::Write as _;

use super::sample::{PREAMBLE, with_bullets, with_parameters, with_responses, with_schema};
use crate::obligations::{MANY, messages, read};

/// Bullets within bullets, so many levels deep.
fn nested(levels: usize) -> String {
    let mut bullets = String::new();
    for level in 0..levels {
        writeln!(bullets, "{}• p{level}", " ".repeat(2 + 4 * level)).unwrap();
    }
    let innermost = " ".repeat(4 * levels);
    bullets + &innermost + "• type : string\n"
}

/// How many lines are wrong in a page that is too long to show.
#[track_caller]
fn check_errors((page, _): (String, u32), expected: usize) {
    assert_eq!(read(&page).unwrap_err().len(), expected);
}

#[test]
fn bullets_nest_32_levels_deep_and_no_deeper() {
    assert!(read(&with_bullets(&nested(32)).0).is_ok());
    let (page, before) = with_bullets(&nested(33));
    assert_eq!(
        messages(&read(&page).unwrap_err()),
        [format!(
            "expected at most 32 levels of properties, but found `• p32` instead (harbour, line {})",
            before + 33
        )]
    );
    check_errors(with_bullets(&nested(500)), 1);
}

#[test]
fn a_schema_nests_as_deep_as_the_json_parser_allows() {
    let schema = |levels: usize| {
        let open = "\"properties\": {\"a\": {".repeat(levels);
        with_schema(&format!("{{\n {open}{}\n}}", "}}".repeat(levels)))
    };
    assert_eq!(read(&schema(50).0).err(), None);
    let (page, before) = schema(MANY);
    assert_eq!(
        messages(&read(&page).unwrap_err()),
        [format!(
            "expected JSON, but found Maximum nesting depth exceeded instead (harbour, line {})",
            before + 2
        )]
    );
}

#[test]
fn lines_that_are_passed_over_take_no_stack() {
    check_errors(with_responses(&"Lorem\n".repeat(MANY)), 1);
    check_errors(with_parameters(&"Lorem ipsum\n".repeat(MANY)), 1);
    check_errors(with_responses(&"200\n".repeat(MANY)), MANY - 1);
    check_errors((PREAMBLE.repeat(MANY / 20), 0), 1);
    check_errors(with_bullets(&"     • a\n".repeat(MANY)), 1);
}

#[test]
fn long_lists_are_read_in_one_pass() {
    let (mut endpoints, mut names, mut bullets) = (String::new(), String::new(), String::new());
    let mut required = "  • required\n".to_owned();
    for number in 0..MANY {
        writeln!(endpoints, "get /v1/{number} Same title").unwrap();
        writeln!(names, "a{number}\nstring required\nIt\n").unwrap();
        writeln!(bullets, "  • a{number}\n    • type : string").unwrap();
        writeln!(required, "    • a{number}").unwrap();
    }
    let parameters = format!("Header Parameters\n{names}");
    for (page, claims) in [
        (format!("{PREAMBLE}{endpoints}"), 2 * MANY),
        (with_parameters(&parameters).0, 4 * MANY),
        (with_bullets(&(bullets + &required)).0, 3 * MANY),
    ] {
        assert!(read(&page).unwrap().claims.len() > claims);
    }
    check_errors(
        with_bullets(&format!("  • a\n{}", "    • It\n".repeat(MANY))),
        1,
    );
}

#[test]
fn sections_without_method_and_path_are_found_in_one_pass() {
    let mut page = PREAMBLE.to_owned();
    let sections = MANY / 10;
    for number in 0..sections {
        writeln!(page, "get /v1/{number} Same title").unwrap();
    }
    page += &"Same title\nDescription\nIt\nResponses\n204\nDone\n".repeat(sections);
    check_errors((page, 0), sections);
}
