//! Every statement is on the page of its operation, with its line and what it rests on.

use std::collections::{BTreeMap, BTreeSet};

use crate::html::{between, text};
use crate::material::{Material, SITE, operations, rows};

/// A statement as a page tells it: aspect and value, lines, what it rests on, the readings.
type Told = (String, BTreeSet<u32>, String, BTreeSet<String>);

/// What the evidence of a page tells, statement by statement.
fn told(html: &str) -> Vec<Told> {
    let mut told = Vec::new();
    for row in between(html, "<th scope=\"row\">", "</tr>") {
        let (head, origins) = row.split_once("</th><td>").expect("a row of evidence");
        for origin in origins.split("<br>") {
            let readings = between(origin, "#reading.", "\"");
            let said = text(origin);
            let (lines, rests) = said.split_once(" \u{b7} ").expect("lines and a basis");
            let rests = rests.split(", ").next().expect("a basis");
            let basis = rests.trim_end_matches("</td>").to_owned();
            let readings = readings.into_iter().map(str::to_owned).collect();
            told.push((text(head), numbers(lines), basis, readings));
        }
    }
    told
}

/// `lines 92–94, 101`.
fn numbers(lines: &str) -> BTreeSet<u32> {
    let lines = lines
        .trim_start_matches("lines ")
        .trim_start_matches("line ");
    let number = |text: &str| text.parse::<u32>().expect("a line");
    let range = |range: &str| match range.split_once('\u{2013}') {
        Some((first, last)) => number(first)..=number(last),
        None => number(range)..=number(range),
    };
    lines.split(", ").flat_map(range).collect()
}

/// An aspect and its value, as pages have them.
fn in_words(aspect: &str, value: &str) -> String {
    let (words, value) = match (aspect, value) {
        ("listed", "") => ("named", ""),
        ("listed", page) => ("listed by", page),
        ("documented", _) => ("has a section of its own", ""),
        ("description", _) => ("described", ""),
        ("enum-description", value) => ("explained value", value),
        ("enum", value) => ("possible value", value),
        ("field", value) => ("made of the field", value),
        ("inferred", value) => ("our judgement", value),
        ("cut", _) => ("the capture ends here", ""),
        (aspect, value) => (aspect, value),
    };
    format!("{} {value}", words.replace('-', " "))
        .trim_end()
        .to_owned()
}

/// The row as its page has to tell it.
fn due(row: &BTreeMap<String, String>) -> Told {
    let words = |column: &str| row[column].split(' ').filter(|word| !word.is_empty());
    let omitted = row["pointer"].is_empty();
    let basis = match (omitted, row["certainty"].as_str()) {
        (true, _) => "omitted".to_owned(),
        (false, "") => row["basis"].clone(),
        (false, certainty) => format!("{} ({certainty})", row["basis"]),
    };
    let readings = words("readings").chain(words("placed-by"));
    let lines = words("lines").chain(words("about-lines"));
    let lines = lines.map(|line| line.parse().expect("a line"));
    (
        in_words(&row["aspect"], &row["value"]),
        lines.collect(),
        basis,
        readings.map(str::to_owned).collect(),
    )
}

#[test]
fn every_claim_of_the_traceability_is_on_the_page_of_its_operation() {
    let addresses: BTreeMap<(String, String), String> = operations()
        .into_iter()
        .map(|(page, name, _, address)| ((page.to_owned(), name), address))
        .collect();
    let mut pages: BTreeMap<String, Vec<Told>> = BTreeMap::new();
    let rows = rows();
    let mut checked = 0;
    for row in &rows {
        let page = &row["page"];
        assert!(!page.is_empty(), "without a page: {row:?}");
        let address = match row["operation"].as_str() {
            "" => format!("{page}/index.html"),
            name => addresses[&(page.clone(), name.to_owned())].clone(),
        };
        let told = pages
            .entry(address.clone())
            .or_insert_with(|| told(&SITE[&address]));
        let due = due(row);
        let found = told.iter().position(|told| {
            // A line that states the same of two elements is one row in each of them.
            (&told.0, &told.2, &told.3) == (&due.0, &due.2, &due.3) && told.1.is_superset(&due.1)
        });
        assert!(found.is_some(), "{address} lacks {due:?}, of {row:?}");
        checked += 1;
    }
    assert!(checked > 2500, "the sample is the whole: {checked}");
}

#[test]
fn every_statement_is_told_once() {
    let material = Material::load();
    let cases = material.cases();
    for (page, name, _, address) in operations() {
        let reviewed = &cases.get(page).expect("a case").reviewed;
        let explained = review::explain::explain(reviewed, &name).expect("an operation");
        let due = explained
            .statements
            .iter()
            .map(|it| it.origins.len())
            .sum::<usize>();
        assert_eq!(told(&SITE[&address]).len(), due, "{address}");
    }
}

#[test]
fn a_statement_without_support_is_told_as_such() {
    let mut material = Material::load();
    let document = material.documents.providers.get_mut("flexiti-customers");
    let schemas = &mut document.expect("a document")["components"]["schemas"];
    schemas["FlexitiDriversLicense"]["properties"]["code"]["minLength"] = 7.into();
    let site = material.site().expect("a site");
    let told = told_of(&site["flexiti-customers/flexitiScanDriversLicense.html"]);
    assert!(
        told.contains("min length 7"),
        "the statement is there: {told}"
    );
    assert!(
        told.contains("unsupported"),
        "and says that nothing supports it: {told}"
    );
}

/// The text of all evidence.
fn told_of(html: &str) -> String {
    let rows = between(html, "<th scope=\"row\">", "</tr>");
    rows.into_iter().map(text).collect::<Vec<_>>().join("\n")
}

#[test]
fn what_is_our_judgement_is_never_told_as_documented() {
    for (_, _, operation, address) in operations() {
        let told = told(&SITE[&address]);
        let judged = told.iter().filter(|it| it.0.starts_with("our judgement"));
        for (said, _, basis, _) in judged {
            assert_eq!(basis, "inferred", "{address}: {said}");
        }
        for aspect in operation["x-inferred"].as_array().into_iter().flatten() {
            let aspect = aspect.as_str().expect("an aspect");
            let html = &SITE[&address];
            let visible = between(html, "class=\"judged\"><em>", "</em>");
            let visible: String = visible.into_iter().map(text).collect();
            assert!(visible.contains(aspect), "{address} hides {aspect}");
        }
    }
}

#[test]
fn a_likely_reading_does_not_speak_for_the_vendor() {
    let material = Material::load();
    let html = &SITE["readings.html"];
    let mut likely = 0;
    for reading in material.readings.all() {
        let head = format!("id=\"reading.{}\"", reading.id());
        let own = html.split(&head).nth(1).expect("the reading");
        let own = text(own.split("</section>").next().expect("its end"));
        let certain = own.contains("public material says it");
        if reading.certainty.is_some() {
            likely += 1;
            assert!(
                own.contains("which is not certain"),
                "{}: {own}",
                reading.id()
            );
            assert!(!certain, "{}: {own}", reading.id());
        } else {
            assert!(!own.contains("which is not certain"), "{}", reading.id());
        }
    }
    assert!(likely > 0, "there are such readings");
}

#[test]
fn readings_are_told_in_plain_words_where_something_rests_on_them() {
    let material = Material::load();
    for (_, _, _, address) in operations() {
        let html = &SITE[&address];
        for id in between(html, "href=\"#reading.", "\"") {
            let reading = material.readings.all().iter().find(|it| it.id() == id);
            let reason = &reading.expect("a reading").reason;
            let said = text(html);
            let plain = reason.replace('`', "");
            assert!(said.contains(&plain), "{address} does not say why: {id}");
        }
    }
}
