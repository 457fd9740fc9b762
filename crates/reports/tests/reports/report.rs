//! `REVIEW.md` of two small invented pages.

use claims::{CapturedLine, Digest};
use reports::coverage::{Coverage, coverage};
use review::{Case, Cases, Finding, Readings};
use serde_json::Value;

use crate::made::document;
use crate::support::page;
use crate::trial::TOOL;

const OSLO: &str = "
    2 | | page | oslo | title | Oslo - Parcels API
    4 | GET /boxes | operation | | listed | oslo
    5 | GET /boxes | operation | | documented |
    6 | GET /boxes | header | Accept | listed |
    7 | GET /boxes | 200 | list | type | nested
    8 | GET /boxes | 200 | list.size | listed |
    8 | GET /boxes | 200 | list.size | type | string
    9 | GET /boxes | 200 | list.size | range | 1 to 9
   10 | GET /boxes | 200 | list.wieght | listed |";

const ROME: &str = "
    2 | | page | rome | title | Rome - Parcels API
    4 | GET /lids | operation | | listed | rome
    5 | GET /lids | 200 | size | type | integer";

pub(crate) const READINGS: &str = r#"
[[reading]]
id = "no-accept"
page = "oslo"
kind = "omit"
applies-to = [{ name = "Accept", aspect = "listed", value = "" }]
basis = "same-page"
reason = "OpenAPI ignores it | it is a media type."
evidence = "OpenAPI 3.1."

[[reading]]
id = "lists"
page = "*"
kind = "bind"
applies-to = [{ name = "list", aspect = "type", value = "nested" }]
becomes = "array of object"
basis = "inferred"
reason = "A list is a list."
evidence = "Its name."

[[reading]]
id = "server"
page = "oslo"
kind = "supply"
applies-to = [{ place = "operation", aspect = "documented" }]
says = [{ place = "server", name = "https://oslo.example", aspect = "listed" }]
basis = "vendor"
reason = "The page gives no address."
elsewhere = [
    { source = "client", shows = "it calls this address" },
    { source = "note", shows = "it names another one", against = true },
]

[[source]]
id = "client"
title = "The vendor's client"
address = "https://oslo.example/client"
version = "version 3"
read = 2031-01-02

[[source]]
id = "note"
title = "A note"
address = "https://oslo.example/note"
version = "version 3"
read = 2031-01-02

[[misspelling]]
name = "wieght"
meant = "weight"

[[gap]]
page = "rome"
missing = "the responses of rome"
how = "the capture is of the first half of the page | its rows may be older"
"#;

/// Two pages of one vendor; the document of the first lacks a field. What it borrows is never
/// given back.
pub(crate) struct Sample {
    pub(crate) cases: Cases<'static>,
    pub(crate) findings: Vec<Finding>,
}

impl Sample {
    pub(crate) fn new() -> Self {
        Self::lacking("list.wieght")
    }

    /// The same without a field.
    fn lacking(name: &str) -> Self {
        Self::of(READINGS, name)
    }

    /// The same under other readings.
    pub(crate) fn of(readings: &str, lacking: &str) -> Self {
        Self::with(readings, lacking, Digest::of("• type : integer"))
    }

    /// The same where line 5 of each page has these words.
    fn with(readings: &str, lacking: &str, words: Digest) -> Self {
        let readings = &*Box::leak(Box::new(Readings::parse(readings).expect("readings")));
        let case = |(id, claims, title)| {
            let mut page = page(id, claims);
            page.capture.sha256 = page.page.repeat(16);
            let line = |rule: &'static str| CapturedLine {
                words: None,
                rule: rule.into(),
            };
            page.capture.lines = [vec![line("blank"); 8], vec![line("read"); 12]].concat();
            page.capture.lines[4].words = Some(words);
            let page = &*Box::leak(Box::new(page));
            let mut case = Case::of(page, readings, &Value::Null).named("bank", title);
            let lines: Vec<String> = case
                .reviewed
                .expected
                .claims
                .keys()
                .filter(|claim| claim.name.is_empty() || &*claim.name != lacking)
                .enumerate()
                .map(|(index, claim)| {
                    let [operation, place, name, value] =
                        [&claim.operation, &claim.place, &claim.name, &claim.value];
                    let aspect = claim.aspect;
                    format!("/{id}/{index} | {operation} | {place} | {name} | {aspect} | {value}")
                })
                .collect();
            case.reviewed.claims = document(&lines.join("\n"));
            case
        };
        let pages = [("oslo", OSLO, "Bank Oslo"), ("rome", ROME, "Bank Rome")];
        let pages: Vec<Case> = pages.map(case).into();
        let findings = pages
            .iter()
            .flat_map(|case| case.reviewed.findings("openapi.json"));
        let findings = findings.collect();
        let made = pages
            .iter()
            .flat_map(|case| case.reviewed.claims.clone())
            .collect();
        let mut cases = Cases::of(pages, readings, &Value::Null);
        cases.consolidated.claims = made;
        Self { cases, findings }
    }

    pub(crate) fn coverage(&self) -> Coverage {
        coverage(&self.cases, &self.findings)
    }

    pub(crate) fn report(&self) -> String {
        let contradictions = self.cases.contradictions();
        reports::review_md(&self.cases, &self.coverage(), &contradictions, &[], &TOOL)
    }
}

#[test]
fn the_report_says_first_what_one_must_know() {
    insta::assert_snapshot!("REVIEW", Sample::new().report());
}

#[test]
fn the_answer_is_no_prouder_than_the_captures() {
    let report = Sample::lacking("").report();
    let answer = "All that was captured is there: each of 12 statements of 2 pages is in the \
                  documents or left out by a recorded decision, and every line is accounted for.";
    assert!(report.contains(answer), "{report}");
    let missing = "Not captured, so not in the document: the details of 1 operation that rome only lists \
                   and the responses of rome.";
    assert!(report.contains(missing), "{report}");
    let end = "after the last statement; the capture is of the first half of the page \\| its rows may \
               be older |";
    assert!(report.contains(end), "{report}");
}

#[test]
fn decisions_of_one_reason_are_one_row() {
    let one = READINGS
        .find("[[reading]]\nid = \"lists\"")
        .expect("a reading");
    let (before, rest) = READINGS.split_at(one);
    let end = rest.find("[[misspelling]]").expect("the end");
    let again = r#"
[[reading]]
id = "two-servers"
page = "oslo"
kind = "supply"
applies-to = [{ place = "operation", aspect = "documented" }]
says = [{ place = "200", name = ["a", "b", "c", "d", "e"], aspect = "format", value = "x" }]
basis = "vendor"
certainty = "likely"
reason = "Another client has it."
evidence = "Another client."

[[reading]]
id = "three-servers"
page = "oslo"
kind = "supply"
applies-to = [{ place = "operation", aspect = "documented" }]
says = [{ place = "201", aspect = "description", value = "stated" }]
basis = "vendor"
certainty = "likely"
reason = "Another client has it."
evidence = "A third client."

"#;
    let readings = format!("{before}{}{again}{}", &rest[..end], &rest[end..]);
    let report = Sample::of(&readings, "").report();
    let row = "| `two-servers`, `three-servers` | vendor (likely) | 6 | `200` `a`, `b`, `c` and 2 \
               more: format `x`; `201`: described in our words | Another client has it. |";
    assert!(report.contains(row), "{report}");
    let first = "6 claims are only likely: they rest on a third party, at least in part.";
    assert!(report.contains(first), "{report}");
    let likely = "| `vendor` (likely) | 6 | 12 |";
    assert!(report.contains(likely), "{report}");
    assert!(report.contains("grep ',likely,'"), "{report}");
}

#[test]
fn the_commands_find_the_rows_of_the_table() {
    // The word stands in `placed-basis` of other rows as well.
    let placed = r#"
[[reading]]
id = "created"
page = "oslo"
kind = "bind"
applies-to = [{ name = "list.size" }]
becomes = { place = "201" }
basis = "inferred"
reason = "It is created."
evidence = "Its method."
"#;
    let sample = Sample::of(&format!("{placed}{READINGS}"), "");
    let table = reports::traceability(&sample.cases.consolidated);
    let report = sample.report();
    let pattern = report
        .lines()
        .find_map(|line| line.strip_prefix("grep '")?.split_once('\''))
        .filter(|(_, rest)| rest.ends_with("# what is our judgement, with its marks"));
    let (pattern, _) = pattern.expect("a command");
    let pattern = regex_lite::Regex::new(pattern).expect("a pattern");
    let found = table.lines().filter(|line| pattern.is_match(line)).count();
    let row = report
        .lines()
        .find(|line| line.starts_with("| `inferred` |"));
    let rows = row.expect("a row").split(" | ").nth(2).map(str::to_owned);
    assert_eq!(rows, Some(found.to_string()), "{table}");
    let word = table.lines().filter(|line| line.contains(",inferred,"));
    assert!(word.count() > found, "{table}");
}

#[test]
fn the_example_leads_to_a_line_that_says_it() {
    let report = Sample::new().report();
    let start = "An example: `openapi.json` has the type `integer` at `/rome/";
    assert!(report.contains(start), "{report}");
    let end = "The row of `GET /lids` in `traceability.csv` names line 5 of rome. That line reads \
               `• type : integer`.";
    assert!(report.contains(end), "{report}");
    // Of a line whose words are not known nobody says what they are.
    let sample = Sample::with(READINGS, "", Digest::of("Of this type: integer"));
    assert!(!sample.report().contains("An example"));
}

#[test]
fn every_row_of_a_table_has_its_columns() {
    let report = Sample::new().report();
    let mut columns = None;
    for line in report.lines() {
        let bars = line.replace("\\|", "").matches('|').count();
        if !line.starts_with('|') {
            columns = None;
            continue;
        }
        assert_eq!(*columns.get_or_insert(bars), bars, "{line}");
    }
}
