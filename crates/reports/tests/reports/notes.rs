//! The notes to vendors, which have to be as one would send them.

use review::{Case, Cases, Readings};
use serde_json::Value;

use crate::support::page;
use crate::trial::TOOL;

const READINGS: &str = r#"
[[reading]]
id = "title"
page = "oslo"
kind = "supply"
applies-to = [{ place = "page", aspect = "listed" }]
says = [
    { name = "oslo", aspect = "title", value = "Parcels" },
    { name = "oslo", aspect = "url", value = "https://oslo.example/docs" },
]
basis = "other-page"
reason = "The capture lost the title."
evidence = "oslo line 1."

[[reading]]
id = "list"
page = "oslo"
kind = "bind"
applies-to = [{ value = "nested" }]
becomes = "array of object"
basis = "inferred"
reason = "The capture lost it (line 12)."
evidence = "oslo line 12."
ASK

[[contradiction]]
id = "unit"
problem = "the unit of `size` differs"
breaks = "shapes"
document = "has the first"
ASK-TOO
sides = [
    { says = "metres", page = "oslo", stated = { name = "size", aspect = "description" } },
    { says = "feet", source = "the vendor's other page" },
]

[[misspelling]]
name = "wieght"
meant = "weight"
"#;

const OSLO: &str = "
    1 | | page | oslo | listed |
    2 | GET /boxes | operation | | listed | oslo
    2 | GET /boxes | operation | | documented |
    3 | GET /boxes | 200 | boxes | type | nested
    4 | GET /boxes | 200 | size | description | stated | In metres.
    5 | GET /boxes | 200 | wieght | listed |
    6 | GET /boxes | 200 | colour | type | string
    7 | GET /lids | 200 | colour | type | integer
    8 | GET /lids | header | Accept | description | stated | One wording.
    9 | GET /boxes | header | Accept | description | stated | Another wording.";

/// Pages of another vendor, of which one contradicts the first vendor's only.
const ROME: &str = "
    2 | GET /jars | operation | | listed | rome
    3 | GET /jars | 400 | code | type | integer
    4 | GET /jars | 200 | jars | listed |";

/// The notes, with these keys on the reading and on the contradiction.
fn notes(ask: &str, ask_too: &str) -> String {
    let oslo = format!("{OSLO}\n10 | GET /boxes | 400 | code | type | string");
    let readings = READINGS.replace("ASK-TOO", ask_too).replace("ASK", ask);
    let readings = Readings::parse(&readings).expect("readings");
    let pages = [page("oslo", &oslo), page("rome", ROME)];
    let case = |page| Case::of(page, &readings, &Value::Null);
    let pages = vec![
        case(&pages[0]).named("north", "Bank of the North"),
        case(&pages[1]).named("south", "Bank of the South"),
    ];
    report(pages, &readings)
}

/// The letters on cases, one after the other.
fn report(pages: Vec<Case>, readings: &Readings) -> String {
    let cases = Cases::of(pages, readings, &Value::Null);
    let letters = reports::questions(&cases, &cases.contradictions(), &TOOL);
    let letters: Vec<String> = letters.into_values().collect();
    letters.join("\n")
}

#[test]
fn a_note_can_be_sent_as_it_is() {
    let notes = notes("ask = \"Is `boxes` of `GET /boxes` a list?\"", "");
    insta::assert_snapshot!("letter", notes);
}

#[test]
fn without_a_question_a_decision_is_in_no_note() {
    let notes = notes("", "");
    assert!(!notes.contains("questions"), "{notes}");
    assert!(!notes.contains("The capture lost"), "{notes}");
}

#[test]
fn a_question_about_a_contradiction_takes_its_place() {
    let notes = notes("", "ask = \"Is `size` in metres?\"");
    assert!(notes.contains("1. Is `size` in metres?\n"), "{notes}");
    assert!(!notes.contains("differs"), "{notes}");
}

#[test]
fn what_only_vendors_contradict_of_each_other_is_in_no_note() {
    let notes = notes("", "");
    assert!(!notes.contains("Bank of the South"), "{notes}");
    assert!(!notes.contains("`code`"), "{notes}");
}

/// The notes on one page, under readings.
fn of_one(readings: &str, claims: &str) -> String {
    let readings = Readings::parse(readings).expect("readings");
    let page = page("oslo", claims);
    let case = Case::of(&page, &readings, &Value::Null).named("north", "Bank of the North");
    report(vec![case], &readings)
}

const UNIT: &str = r#"
[[contradiction]]
id = "unit"
problem = "lengths have two units"
breaks = "shapes"
document = "has the first"
sides = [
    { says = "metres", page = "oslo", stated = { aspect = "description" } },
    { says = "feet", page = "oslo", stated = { aspect = "type" } },
]
"#;

#[test]
fn a_page_without_a_title_or_an_operation_is_called_the_page() {
    let claims = "
        1 | | page | oslo | listed |
        1 | | page | oslo | url | https://oslo.example
        1 | | page | oslo | description | stated | In metres.
        2 | GET /boxes | operation | | documented |
        3 | GET /boxes | operation | | description | stated | In metres, too.
        4 | GET /lids | 200 | size | type | number";
    let report = of_one(UNIT, claims);
    let source = "documentation: [the page of GET /boxes](https://oslo.example).";
    assert!(report.contains(source), "{report}");
    let point = "Lengths have two units: metres in `GET /boxes` and the page; feet in `GET /lids` \
                 (response 200, `size`).";
    assert!(report.contains(point), "{report}");
    assert!(!report.contains("``"), "{report}");
}

#[test]
fn what_is_part_of_a_question_is_no_point_of_its_own() {
    let claims = "
        2 | GET /boxes | operation | | documented |
        4 | GET /boxes | 200 | size | type | string
        5 | GET /lids | 200 | size | type | integer
        6 | GET /lids | 200 | unit | type | integer";
    let noted = |ask: &str| {
        format!(
            r#"
[[contradiction]]
id = "types"
problem = "numbers have two types"
breaks = "shapes"
document = "has the first"
{ask}
sides = [
    {{ says = "`string`", page = "oslo", stated = {{ aspect = "type", value = "string" }} }},
    {{ says = "`integer`", page = "oslo", stated = {{ aspect = "type", value = "integer" }} }},
]
"#
        )
    };
    let point = "`size` has more than one type";
    let report = of_one(&noted(""), claims);
    assert!(report.contains(point), "{report}");
    let report = of_one(&noted("ask = \"Which type is it?\""), claims);
    assert!(report.contains("1. Which type is it?\n"), "{report}");
    assert!(!report.contains(point), "{report}");
    assert!(!report.contains("contradict itself; which"), "{report}");
}

#[test]
fn a_note_names_no_line_and_no_digest() {
    let notes = notes("ask = \"Is `boxes` a list?\"", "");
    for word in ["line", "SHA", "wording `", "oslo line", "capture"] {
        assert!(!notes.contains(word), "{word} in {notes}");
    }
}
