//! Readings of a vendor's other pages that say just what a page lacks, and drafts.

use review::{Case, Cases, Finding, Kind, Readings, reading::wider};
use serde_json::{Value, json};

use crate::support::page;

const READING: &str = r#"
[[reading]]
id = "accept"
page = "harbour-oslo"
kind = "omit"
applies-to = [{ place = "header", name = "Accept", aspect = "listed", value = "" }]
basis = "same-page"
reason = "r"
evidence = "e"

[[reading]]
id = "default"
page = "harbour-oslo"
kind = "supply"
applies-to = [{ place = "operation", aspect = "listed" }]
says = [{ place = "default", aspect = "listed" }]
basis = "same-page"
reason = "r"
evidence = "e"
"#;

const LINES: &str = "1 | GET /a | operation |        | listed     | here
                     1 | GET /a | operation |        | documented |
                     2 | GET /a | header    | Accept | listed     |";

fn document() -> Value {
    json!({ "paths": { "/a": { "get": { "tags": ["here"], "responses": { "default": {} } } } } })
}

/// What is found on the second page of two, and which reading settles it.
fn found(readings: &str, vendors: [&str; 2]) -> Vec<(Kind, Option<String>)> {
    let readings = Readings::parse(readings).expect("readings");
    let pages = [page("harbour-oslo", LINES), page("harbour-bergen", LINES)];
    let document = document();
    let case = |(page, vendor)| Case::of(page, &readings, &document).named(vendor, "");
    let cases = Cases::of(
        pages.iter().zip(vendors).map(case).collect(),
        &readings,
        &document,
    );
    let mut findings = cases.findings(|_| String::new());
    cases.look_beyond(&mut findings);
    let here = |it: &&Finding| it.page.as_deref() == Some("harbour-bergen");
    let told = |it: &Finding| {
        let narrow = it.too_narrow.as_ref();
        (
            it.kind,
            narrow.map(|it| format!("{} {} {}", it.reading, it.line, it.wider)),
        )
    };
    let mut told: Vec<_> = findings.iter().filter(here).map(told).collect();
    told.sort();
    told.dedup();
    told
}

#[test]
fn a_finding_names_the_reading_that_settles_it() {
    let found = found(READING, ["harbour", "harbour"]);
    let accept = (Kind::Missing, Some("accept 3 harbour-*".to_owned()));
    assert!(found.contains(&accept), "{found:?}");
    let default = (Kind::Unsupported, Some("default 12 harbour-*".to_owned()));
    assert!(found.contains(&default), "{found:?}");
}

#[test]
fn a_reading_of_another_vendor_settles_nothing() {
    let found = found(READING, ["harbour", "shipyard"]);
    assert!(!found.is_empty());
    assert!(
        found.iter().all(|(_, narrow)| narrow.is_none()),
        "{found:?}"
    );
}

#[test]
fn a_reading_about_something_else_settles_nothing() {
    let other = READING
        .replace("\"Accept\"", "\"Flag\"")
        .replace("place = \"default\"", "place = \"200\"");
    let found = found(&other, ["harbour", "harbour"]);
    assert!(!found.is_empty());
    assert!(
        found.iter().all(|(_, narrow)| narrow.is_none()),
        "{found:?}"
    );
}

#[test]
fn a_wider_pattern_keeps_the_words_in_common() {
    assert_eq!(
        wider("harbour-oslo", "harbour-bergen").as_deref(),
        Some("harbour-*")
    );
    assert_eq!(
        wider("harbour-oslo-old", "harbour-oslo-new").as_deref(),
        Some("harbour-oslo-*")
    );
    assert_eq!(wider("harbour", "shipyard"), None);
    assert_eq!(wider("harbour", "harbourside"), None);
}

#[test]
fn a_draft_is_a_finding_wherever_its_mark_is() {
    let drafts = |readings: &str| {
        let readings = Readings::parse(readings).expect("readings");
        let cases = Cases::of(Vec::new(), &readings, &Value::Null);
        let findings = cases.findings(|_| String::new());
        let drafts = findings
            .into_iter()
            .filter(|it| it.kind == Kind::UnfinishedReading);
        drafts.filter_map(|it| it.reading).collect::<Vec<_>>()
    };
    assert_eq!(drafts(READING), [""; 0]);
    assert_eq!(
        drafts(&READING.replacen("\"r\"", "\"TODO: r\"", 1)),
        ["accept"]
    );
    assert_eq!(
        drafts(&READING.replace("\"e\"", "\"TODO: e\"")),
        ["accept", "default"]
    );
    let named = "[[reading]]\nid = \"names\"\npage = \"oslo\"\nkind = \"bind\"\nbasis = \"inferred\"\n\
                 reason = \"r\"\nevidence = \"e\"\napplies-to = [{ place = \"body\" }]\n\
                 names = { \"#1\" = \"TODO: name\" }\n";
    assert_eq!(drafts(named), ["names"]);
}
