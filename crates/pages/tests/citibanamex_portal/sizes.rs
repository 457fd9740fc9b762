//! Pages that are longer or deeper than any real one: read in one pass, on a finite stack.

use crate::BERTHS;
use crate::obligations::{read, with};

/// Long enough that a second pass for each line, or a stack frame, would be felt.
const MANY: usize = 20_000;

/// The page with so many lines, made from their number, in the place of some; numbered from 1.
fn with_many(first: usize, last: usize, line: impl Fn(usize) -> String) -> String {
    let mut lines: Vec<_> = BERTHS.lines().map(str::to_owned).collect();
    lines.splice(first - 1..last, (0..MANY).map(line));
    lines.join("\n")
}

#[test]
fn long_lists_are_read_in_one_pass() {
    let property = |number| format!("\"p{number}\": {{\n\"type\": \"string\"\n}},");
    for (page, claims) in [
        (with_many(5, 7, |_| "Who asks".to_owned()), 2 * MANY),
        (
            with_many(10, 10, |number| format!("a | {number} | c |")),
            MANY,
        ),
        (with_many(18, 17, property), 2 * MANY),
        (
            with_many(15, 14, |_| "{\n\"type\": \"object\"\n}".to_owned()),
            MANY,
        ),
    ] {
        assert!(read(&page).unwrap().claims.len() > claims);
    }
}

#[test]
fn long_mistakes_are_passed_over_in_one_pass() {
    for (page, errors) in [
        (with_many(5, 7, |_| "/v2".to_owned()), MANY),
        (with_many(10, 10, |_| "Lorem".to_owned()), MANY),
        (with_many(9, 9, |_| "Type |".to_owned()), MANY),
        (with_many(15, 14, |_| "Lorem".to_owned()), 1),
        (with_many(15, 14, |_| "{".to_owned()), MANY),
    ] {
        assert_eq!(read(&page).unwrap_err().len(), errors);
    }
}

#[test]
fn schemas_nest_as_deep_as_the_json_parser_allows() {
    let nested = |levels: usize| {
        let open = "\"properties\": {\n\"a\": {\n".repeat(levels);
        let close = "}\n}\n".repeat(levels);
        let deep = format!("\"deep\": {{\n{open}{close}}},");
        with(BERTHS, 17, &["\"properties\": {", &deep])
    };
    assert!(read(&nested(50)).is_ok());
    let errors = read(&nested(MANY)).unwrap_err();
    assert_eq!(errors[0].found, "Maximum nesting depth exceeded");
}
