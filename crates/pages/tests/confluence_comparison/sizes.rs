//! Pages that are longer or deeper than any real one: read in one pass, on a finite stack.

use crate::BERTHS;
use crate::obligations::read;

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
    let row = |number| format!("BODY\np{number}\n  • boolean");
    for (page, claims) in [
        (with_many(77, 81, row), 2 * MANY),
        (with_many(29, 29, |_| "  • It".to_owned()), MANY),
        (with_many(63, 65, |_| "    • S - Small".to_owned()), MANY),
    ] {
        assert!(read(&page).unwrap().claims.len() > claims);
    }
}

#[test]
fn long_mistakes_are_passed_over_in_one_pass() {
    for (page, errors) in [
        (with_many(11, 11, |_| "Lorem".to_owned()), 2),
        (with_many(21, 21, |_| "Lorem".to_owned()), 1),
        (with_many(29, 29, |_| "Lorem".to_owned()), 1),
        (with_many(77, 77, |_| "BODY".to_owned()), MANY - 1),
        (with_many(13, 13, |_| "Type".to_owned()), MANY - 1),
    ] {
        assert_eq!(read(&page).unwrap_err().len(), errors);
    }
}
