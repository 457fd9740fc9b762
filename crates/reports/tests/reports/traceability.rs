//! The rows of `traceability.csv`.

use reports::traceability;
use serde_json::json;

use crate::made::document;
use crate::support::{page, readings};
use crate::trial::case;

const PAGE: &str = "
    1 | | page | bank | listed |
    2 | table 1 | operation | | listed | bank
    3 | table 1 | 200 | b | listed |
    4 | table 1 | 200 | b | description | stated | Some words.
    5 | table 1 | 200 | b | type | nested
    6 | table 1 | 200 | a | listed |
    7 | table 1 | header | #1 | listed |";

const READINGS: [&str; 5] = [
    r#"bind vendor | { operation = "table 1" } | becomes = { operation = "GET /a" }"#,
    r##"bind same-page | { place = "header" } | names = { "#1" = "Accept" }"##,
    r#"omit same-page | { name = "Accept", aspect = "listed", value = "" }"#,
    r#"bind vendor likely | { value = "nested" } | becomes = "object""#,
    r#"supply vendor | { place = "page", aspect = "listed" }
        | says = [{ aspect = "url", value = "https://bank.example/a" }]"#,
];

/// The rows, without the header, by their columns.
fn rows() -> Vec<Vec<String>> {
    let readings = readings(&READINGS);
    let page = page("bank", PAGE);
    let made = document(
        "/x-long/b/description | GET /a | 200 | b | description | stated
         /x/b/type | GET /a | 200 | b | type | object
         /x/b | GET /a | 200 | b | listed |
         /x/a | GET /a | 200 | a | listed |",
    );
    let document = json!({ "x-long": { "b": { "description": "Our \n words, in a row." } } });
    let case = case(&page, &readings, &document, made);
    assert_eq!(case.usage().findings(&readings), []);
    let table = traceability(&case.reviewed);
    let table = table.strip_prefix('\u{feff}').expect("Excel needs it");
    let mut reader = csv::Reader::from_reader(table.as_bytes());
    let row = |row: Result<csv::StringRecord, csv::Error>| {
        let row = row.expect("a row");
        row.iter().map(str::to_owned).collect()
    };
    reader.records().map(row).collect()
}

/// The cells of one row, from `document-says` on, with bars between them.
#[track_caller]
fn check(pointer: &str, cells: &str) {
    let rows = rows();
    let row = rows.iter().find(|row| row[0] == pointer).expect("a row");
    assert_eq!(row[6..17].join("|"), cells, "{pointer}");
}

#[test]
fn what_only_places_has_columns_of_its_own() {
    let cells = "|bank|6||https://bank.example/a||documented||r0|vendor|";
    check("/x/a", cells);
}

#[test]
fn what_decides_and_what_places_stand_side_by_side() {
    let cells = "|bank||5|https://bank.example/a|r3|vendor|likely|r0|vendor|";
    check("/x/b/type", cells);
}

#[test]
fn the_words_of_the_document_are_beside_the_fingerprint_of_the_page() {
    let digest = claims::Digest::of("Some words.");
    let cells = "Our words, in a row.|bank|4||https://bank.example/a||described||r0|vendor|";
    check("/x-long/b/description", &format!("{cells}{digest}"));
}

#[test]
fn what_is_left_out_is_called_by_the_name_that_was_found_again() {
    let rows = rows();
    let omitted = rows.last().expect("a row");
    assert_eq!(omitted[..5], ["", "GET /a", "header", "Accept", "listed"]);
    assert_eq!(omitted[8..10], ["", "7"], "the line does not say this name");
    assert_eq!(
        omitted[11..13],
        ["r1 r2", "same-page"],
        "the name was lost too"
    );
}

#[test]
fn the_rows_of_an_element_stand_together() {
    let pointers: Vec<String> = rows().into_iter().map(|row| row[0].clone()).collect();
    let due = ["/x/a", "/x/b", "/x/b/type", "/x-long/b/description", ""];
    assert_eq!(pointers, due);
}

#[test]
fn a_spreadsheet_computes_no_cell() {
    let page = page(
        "bank",
        "
        1 | GET /a | 200 | =name | listed |
        2 | GET /a | 200 | =name | example | =1+1
        3 | GET /a | 200 | b | example | 'as it is'",
    );
    let readings = readings(&[]);
    let made = document(
        "/x/a/example | GET /a | 200 | =name | example | =1+1
         /x/b/example | GET /a | 200 | b | example | 'as it is'",
    );
    let document = json!({ "x": { "a": { "example": "@SUM(1)" }, "b": { "example": "-1" } } });
    let table = traceability(&case(&page, &readings, &document, made).reviewed);
    let mut reader = csv::Reader::from_reader(table.trim_start_matches('\u{feff}').as_bytes());
    let rows = reader.records().map(|row| row.expect("a row"));
    let cells: Vec<Vec<String>> = rows
        .map(|row| [3, 5, 6].map(|column| row[column].to_owned()).to_vec())
        .collect();
    assert_eq!(
        cells,
        [["'=name", "'=1+1", "'@SUM(1)"], ["b", "''as it is'", "'-1"]]
    );
}
