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
    let row = |_| "close\nDescription\nIt".to_owned();
    for (page, claims) in [
        (with_many(19, 19, |_| "Ask.".to_owned()), MANY),
        (with_many(28, 32, row), 2 * MANY),
        (
            with_many(72, 73, |number| format!("  • V{number} - it")),
            2 * MANY,
        ),
        (
            with_many(83, 83, |number| format!("        \"p{number}\" : 1,")),
            MANY,
        ),
        (
            with_many(49, 49, |_| "    NSString *berthId = @\"7\";".to_owned()),
            MANY,
        ),
    ] {
        assert!(read(&page).unwrap().claims.len() > claims);
    }
}

#[test]
fn long_mistakes_are_passed_over_in_one_pass() {
    let lorem = |_| "Lorem".to_owned();
    for (page, errors) in [
        (with_many(11, 11, lorem), 1),
        (with_many(30, 30, |_| "  • Lorem".to_owned()), 1),
        (with_many(61, 61, lorem), 1),
        (with_many(92, 92, |_| "    }".to_owned()), 1),
        (with_many(94, 94, |_| "Response 200 - OK".to_owned()), MANY),
    ] {
        assert_eq!(read(&page).unwrap_err().len(), errors);
    }
}

#[test]
fn examples_nest_as_deep_as_the_json_parser_allows() {
    let nested = |levels: usize| {
        let leaf = "{\"a\":".repeat(levels) + "1" + &"}".repeat(levels);
        with(BERTHS, 83, &[&format!("        \"nested\" : {leaf},")])
    };
    assert!(read(&nested(200)).is_ok());
    let errors = read(&nested(MANY)).unwrap_err();
    assert_eq!(errors[0].found, "Maximum nesting depth exceeded");
}
