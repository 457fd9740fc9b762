//! `traceability.csv`: every pointer resolves, and every cited line holds what it is cited for.

mod forms;

use std::collections::{BTreeMap, BTreeSet};

use claims::csv::unescaped;
use claims::{Aspect, Digest, PageClaims};
use serde_json::Value;

use super::{inputs, text};

/// A row, by its columns.
type Row = BTreeMap<String, String>;

fn rows() -> Vec<Row> {
    let text = text("reports/traceability.csv");
    let mut reader = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let row = |row: Result<Row, csv::Error>| {
        let cells = row.expect("a row").into_iter();
        cells
            .map(|(column, cell)| (column, unescaped(&cell).to_owned()))
            .collect()
    };
    reader.deserialize().map(row).collect()
}

fn numbers(row: &Row, column: &str) -> Vec<u32> {
    let numbers = row[column].split_whitespace();
    numbers.map(|it| it.parse().expect("a line")).collect()
}

fn document() -> Value {
    serde_json::from_str(&text("openapi.json")).expect("JSON")
}

/// The pointers that lead nowhere in a document.
fn unresolved<'r>(rows: &'r [Row], document: &Value) -> Vec<&'r str> {
    let pointers = rows.iter().map(|row| row["pointer"].as_str());
    pointers
        .filter(|pointer| document.pointer(pointer).is_none())
        .collect()
}

#[test]
fn every_pointer_resolves() {
    let (rows, mut document) = (rows(), document());
    assert_eq!(unresolved(&rows, &document), [""; 0]);
    // Without one element, its rows lead nowhere.
    let schemas = &mut document["components"]["schemas"];
    let email = schemas
        .as_object_mut()
        .expect("schemas")
        .remove("CitiEmail");
    assert!(email.is_some(), "invalid test case");
    let lost = unresolved(&rows, &document);
    assert!(lost.len() > 5, "{lost:?}");
    assert!(
        lost.iter()
            .all(|it| it.starts_with("/components/schemas/CitiEmail"))
    );
}

#[test]
fn only_lines_that_state_the_claim_are_its_lines() {
    for row in rows() {
        let stated = ["documented", "described"].contains(&row["basis"].as_str());
        let omitted = row["pointer"].is_empty();
        let [lines, about] = ["lines", "about-lines"].map(|it| !row[it].is_empty());
        assert!(lines != about, "one of the two: {row:?}");
        assert!(lines == stated || omitted, "{row:?}");
        if row["aspect"] == "inferred" {
            assert_eq!(row["basis"], "inferred", "{row:?}");
        }
        if ["description", "enum-description"].contains(&row["aspect"].as_str()) {
            assert_ne!(row["basis"], "documented", "{row:?}");
        }
    }
}

/// Why a line cannot be shown to hold a value without the captured page: its words are known by
/// their digest alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Unseen {
    /// The value stands within a sentence.
    Sentence,
    /// The example stands within a line of code.
    Code,
    /// The status stands within a heading.
    Heading,
}

/// What cited lines were found to hold.
#[derive(Debug, Default)]
struct Held {
    seen: usize,
    unseen: BTreeMap<Unseen, usize>,
    not: Vec<String>,
}

/// Looks up every line that a documented fact cites: it has the words in which pages put this value.
fn held(rows: &[Row], pages: &BTreeMap<&str, &PageClaims>) -> Held {
    let mut by_line: BTreeMap<(&str, u32), Vec<&Row>> = BTreeMap::new();
    for row in rows.iter().filter(|row| row["basis"] == "documented") {
        for line in numbers(row, "lines") {
            by_line.entry((&row["page"], line)).or_default().push(row);
        }
    }
    let mut held = Held::default();
    for ((page, number), cited) in by_line {
        let claims = pages[page];
        let line = claims.capture.line(number).expect("a line of the page");
        let words = line.words.expect("a line that is not blank");
        let stated = || claims.claims.iter().filter(|it| it.line == number);
        let titles = stated().filter(|it| it.claim.aspect == Aspect::Title);
        let titles: Vec<&str> = titles.map(|it| &*it.claim.value).collect();
        for row in &cited {
            let mut forms = forms::forms(row, &titles, &cited).into_iter();
            if forms.any(|form| Digest::of(&form) == words) {
                held.seen += 1;
                continue;
            }
            let unseen = match (row["aspect"].as_str(), row["name"].as_str()) {
                _ if stated().any(|it| it.digest.is_some()) => Unseen::Sentence,
                ("media-type", _) if row["value"] == "none" => Unseen::Sentence,
                ("example", _) => Unseen::Code,
                ("listed", "") if row["place"].parse::<u16>().is_ok() => Unseen::Heading,
                _ => {
                    let row = ["pointer", "aspect", "value"].map(|it| row[it].as_str());
                    held.not
                        .push(format!("{page} line {number}: {}", row.join(" ")));
                    continue;
                }
            };
            *held.unseen.entry(unseen).or_default() += 1;
        }
    }
    held
}

#[test]
fn a_cited_line_holds_the_value() {
    let inputs = inputs();
    let pages = inputs.claims.iter();
    let pages: BTreeMap<&str, &PageClaims> = pages
        .map(|file| (file.page.page.as_str(), &file.page))
        .collect();
    let mut rows = rows();
    let found = held(&rows, &pages);
    assert_eq!(found.not, [""; 0]);
    let unseen: usize = found.unseen.values().sum();
    assert!(found.seen > 7 * unseen, "most are looked up: {found:?}");
    let rules: BTreeSet<Unseen> = found.unseen.into_keys().collect();
    let all = [Unseen::Sentence, Unseen::Code, Unseen::Heading];
    assert_eq!(rules, all.into(), "each rule excuses something");

    // Each fact that is seen is seen to be wrong where it is another one, or cited one line off.
    let key = "/components/schemas/CitiEmail/properties/emailKey/type";
    let row = rows.iter_mut().find(|row| row["pointer"] == key);
    let row = row.expect("a row");
    let right = row.clone();
    row.insert("value".to_owned(), "string".to_owned());
    let wrong = held(std::slice::from_ref(row), &pages);
    assert!(wrong.seen == 0 && !wrong.not.is_empty(), "{wrong:?}");
    *row = right;
    let next = numbers(row, "lines")[0] + 1;
    row.insert("lines".to_owned(), next.to_string());
    let wrong = held(std::slice::from_ref(row), &pages);
    assert!(wrong.seen == 0 && !wrong.not.is_empty(), "{wrong:?}");
}
