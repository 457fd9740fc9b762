//! `readings.csv` and `contradictions.csv`, which a reviewer filters.

use crate::report::{READINGS, Sample};

/// The rows of a table, the header first.
fn rows(table: &str) -> Vec<Vec<String>> {
    let table = table.strip_prefix('\u{feff}').expect("Excel needs it");
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(table.as_bytes());
    let row = |row: Result<csv::StringRecord, csv::Error>| {
        let row = row.expect("a row");
        row.iter().map(str::to_owned).collect()
    };
    reader.records().map(row).collect()
}

/// The cells of the row that begins so, with bars between them.
fn row(table: &str, first: &str) -> String {
    let rows = rows(table);
    let row = rows.iter().find(|row| row[0] == first);
    row.expect(first).join("|")
}

#[test]
fn a_decision_has_what_rests_on_it_and_what_is_wrong_if_it_is() {
    let sample = Sample::new();
    let table = reports::readings(&sample.cases);
    for (id, due) in [
        (
            "lists",
            "lists|*|bind|inferred||1|1|yes|array of object|A list is a list.|Its name.|wrong: type (1)|",
        ),
        (
            "server",
            "server|oslo|supply|vendor||1|1|yes|server https://oslo.example: added|The page gives no \
             address.|it calls this address (The vendor's client, version 3, \
             https://oslo.example/client, read on 2031-01-02). Against it: it names another one (A \
             note, version 3, https://oslo.example/note, read on 2031-01-02).|wrong: listed (1)|",
        ),
        (
            "no-accept",
            "no-accept|oslo|omit|same-page||1|0|no|left out|OpenAPI ignores it | it is a media \
             type.|OpenAPI 3.1.|missing: 1 statement|",
        ),
    ] {
        assert_eq!(row(&table, id), due);
    }
    let ids: Vec<String> = rows(&table).into_iter().map(|row| row[0].clone()).collect();
    assert_eq!(
        ids,
        ["id", "lists", "server", "no-accept"],
        "judgement first"
    );
}

#[test]
fn what_is_only_placed_is_in_the_wrong_place_if_the_decision_is() {
    let placed = r#"
[[reading]]
id = "created"
page = "oslo"
kind = "bind"
applies-to = [{ name = "list.size" }]
becomes = { place = "201" }
basis = "same-page"
reason = "It is created."
evidence = "Its method."
ask = "Is it created?"
"#;
    let sample = Sample::of(&format!("{placed}{READINGS}"), "");
    let table = reports::readings(&sample.cases);
    let due = "created|oslo|bind|same-page||3|3|yes|place 201|It is created.|Its \
               method.|misplaced: 3 claims|Is it created?";
    assert_eq!(row(&table, "created"), due);
}

/// The table of contradictions, with one more that a person noted.
fn contradictions(stated: &str) -> String {
    let noted = format!(
        r#"
[[contradiction]]
id = "noted"
problem = "the sizes differ"
breaks = "calls"
document = "has the first"
reading = "lists"
ask = "Which size is it?"
sides = [
    {{ says = "`small`", page = "oslo", stated = {stated} }},
    {{ says = "large", source = "the vendor's client" }},
]
"#
    );
    let sample = Sample::of(&format!("{READINGS}{noted}"), "");
    reports::contradictions(&sample.cases.contradictions())
}

#[test]
fn a_contradiction_has_a_row_for_each_page_that_says_something() {
    let table = contradictions(r#"{ name = "list.size", aspect = "type" }"#);
    let rows = rows(&table);
    let of = |problem: &str| -> Vec<String> {
        let rows = rows.iter().filter(|row| row[0] == problem);
        rows.map(|row| row[1..].join("|")).collect()
    };
    assert_eq!(
        of("size has more than one type"),
        [
            "pages|shapes|string|oslo|8|GET /boxes||keeps what each page says||",
            "pages|shapes|integer|rome|5|GET /lids||keeps what each page says||"
        ]
    );
    assert_eq!(
        of("the sizes differ"),
        [
            "other material|calls|small|oslo|8|GET /boxes||has the first|lists|Which size is it?",
            "other material|calls|large||||the vendor's client|has the first|lists|Which size is it?"
        ]
    );
}
