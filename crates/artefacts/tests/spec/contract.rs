//! Opinions about the document: what each page says beside it, and the names that others use.

use std::collections::{BTreeMap, BTreeSet};

use ::contract::catalogue::CATALOGUE;
use artefacts::Inputs;
use insta::{Settings, assert_snapshot};
use review::Case;

use super::{inputs, text};

/// Beside the artefacts, without the source line that would move.
fn settings() -> Settings {
    let mut settings = Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings
}

#[test]
fn each_page_beside_its_document() {
    let documents = document::build(&CATALOGUE).expect("the catalogue is consistent");
    let Inputs {
        readings, claims, ..
    } = inputs();
    for file in &claims {
        let page = &file.page;
        let document = &documents.providers[&page.page];
        let table = reports::table(&Case::of(page, &readings, document));
        assert!(!table.contains("\n! "), "{} does not agree", page.page);
        settings().bind(|| assert_snapshot!(page.page.as_str(), table));
    }
}

fn report(name: &str) -> String {
    text(&format!("reports/{name}"))
}

/// The lines that `grep` finds: in its patterns (POSIX, basic regular expressions) braces, bars, plus
/// and question marks stand for themselves.
fn grep<'t>(pattern: &str, text: &'t str) -> Vec<&'t str> {
    let mut escaped = String::new();
    for character in pattern.chars() {
        if "{}()|+?".contains(character) {
            escaped.push('\\');
        }
        escaped.push(character);
    }
    let pattern = regex_lite::Regex::new(&escaped).expect("a pattern");
    text.lines().filter(|line| pattern.is_match(line)).collect()
}

#[test]
fn what_the_report_tells_to_type_finds_rows() {
    let (review, rows) = (report("REVIEW.md"), report("traceability.csv"));
    let commands = review
        .lines()
        .filter_map(|line| line.strip_prefix("grep '"));
    let mut shown = 0;
    for command in commands {
        let (pattern, file) = command.split_once("' ").expect("a pattern and a file");
        assert!(file.starts_with("spec/reports/traceability.csv "), "{file}");
        assert!(!grep(pattern, &rows).is_empty(), "nothing has {pattern}");
        shown += 1;
    }
    assert!(shown >= 2, "the report shows commands");
    // What the report once told: the basis is not the last column.
    assert_eq!(grep(",inferred$", &rows), [""; 0]);
}

/// A filter of the column `basis` finds as many rows as the report counts.
#[test]
fn the_report_counts_the_rows_of_each_basis() {
    let (review, rows) = (report("REVIEW.md"), report("traceability.csv"));
    let mut reader = csv::Reader::from_reader(rows.trim_start_matches('\u{feff}').as_bytes());
    let headers = reader.headers().expect("a header").clone();
    let column = |name: &str| headers.iter().position(|it| it == name).expect("a column");
    let (basis, certainty) = (column("basis"), column("certainty"));
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for row in reader.records() {
        let row = row.expect("a row");
        let likely = match &row[certainty] {
            "" => String::new(),
            likely => format!(" ({likely})"),
        };
        *counts
            .entry(format!("`{}`{likely}", &row[basis]))
            .or_default() += 1;
    }
    for (basis, count) in counts {
        let start = format!("| {basis} | ");
        let line = review.lines().find_map(|line| line.strip_prefix(&start));
        let cells: Vec<&str> = line.expect(&basis).split(" | ").collect();
        assert_eq!(cells[1], count.to_string(), "{basis}");
    }
}

#[test]
fn operation_ids_and_component_names_are_stable() {
    let documents = document::build(&CATALOGUE).expect("the catalogue is consistent");
    let document = &documents.consolidated;
    let mut names = BTreeSet::new();
    for (path, item) in document["paths"].as_object().expect("paths") {
        for (method, operation) in item.as_object().expect("path items") {
            let id = operation["operationId"].as_str().expect("operation ids");
            names.insert(format!("operation {id}: {} {path}", method.to_uppercase()));
        }
    }
    for (kind, components) in document["components"].as_object().expect("components") {
        let kind = kind.trim_end_matches('s');
        for component in components.as_object().expect("named components").keys() {
            names.insert(format!("{kind} {component}"));
        }
    }
    let names: Vec<_> = names.into_iter().collect();
    settings().bind(|| assert_snapshot!("names", names.join("\n")));
}
