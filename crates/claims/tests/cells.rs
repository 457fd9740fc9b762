//! Cells that a spreadsheet would compute: none is written as such, and each is read back as it was.

use claims::csv::{escaped, parse, render, unescaped};
use claims::{Aspect, Capture, Claim, PageClaim, PageClaims};
use proptest::prelude::*;

/// How what spreadsheets compute begins: the ASCII characters, and those of full width.
const FORMULA: [char; 11] = [
    '=', '+', '-', '@', '\t', '\r', '\n', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}',
];

#[track_caller]
fn check(cell: &str, written: &str) {
    assert_eq!(escaped(cell), written);
    assert_eq!(unescaped(written), cell);
}

#[test]
fn what_would_be_computed_is_text() {
    check(
        "=HYPERLINK(\"http://a.example\",\"x\")",
        "'=HYPERLINK(\"http://a.example\",\"x\")",
    );
    check("+85212345678", "'+85212345678");
    check("-1", "'-1");
    check("@SUM(A1)", "'@SUM(A1)");
    check("\t=1", "'\t=1");
    check("\r=1", "'\r=1");
    check("  =1", "'  =1");
    check("\u{ff1d}1", "'\u{ff1d}1");
}

#[test]
fn what_begins_as_an_escaped_cell_does_is_read_back_as_it_was() {
    check("'", "''");
    check("'=1", "''=1");
    check("''=1", "'''=1");
    check("'s-Hertogenbosch", "''s-Hertogenbosch");
}

#[test]
fn what_is_not_computed_is_written_as_it_is() {
    for cell in [
        "",
        "a=b",
        "1+1",
        "a-b",
        "/v1/customers",
        "#4",
        "香港",
        " a",
        "a'",
    ] {
        check(cell, cell);
    }
    // Files of earlier editions and of people have such cells.
    assert_eq!(unescaped("'a'"), "'a'");
    assert_eq!(unescaped("=1"), "=1");
}

/// Cells of all kinds, and many that begin as formulas and escaped formulas do.
fn cell() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "['=+@\\-\\t\\r\\n \u{ff1d}]{0,4}[a-z,\"']{0,3}"
    ]
}

/// A page whose claim has these cells.
fn page(cells: [&str; 4]) -> PageClaims {
    let [operation, place, name, value] = cells;
    PageClaims {
        page: "a-page".to_owned(),
        capture: Capture {
            sha256: "0".repeat(64),
            lines: Vec::new(),
        },
        claims: vec![PageClaim {
            line: 1,
            claim: Claim::new(operation, place, name, Aspect::Example, value),
            digest: None,
        }],
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(2000) })]

    #[test]
    fn every_cell_is_read_back_and_none_is_a_formula(
        operation in cell(), place in cell(), name in cell(), value in cell(),
    ) {
        let written = escaped(&value);
        prop_assert_eq!(unescaped(&written), &value);
        let page = page([&operation, &place, &name, &value]);
        let text = render(&page);
        let file = parse("a-page", &text).expect("what is written can be read");
        prop_assert!(file.sealed);
        prop_assert_eq!(file.page, page);
        let mut rows = csv::Reader::from_reader(text.as_bytes());
        for row in rows.records() {
            for cell in &row.expect("a row") {
                prop_assert!(!cell.starts_with(FORMULA), "{}", text);
                // Some spreadsheets skip blanks.
                prop_assert!(!cell.trim_start().starts_with(['=', '+', '-', '@']), "{}", text);
            }
        }
    }
}
