//! What each kind of reading does, and what a reading must be.

use crate::support::{page, readings};
use crate::trial::{cases, expected, lines};
use claims::PageClaims;
use review::Readings;

/// Two properties of a body, one of them nested.
fn body() -> PageClaims {
    page(
        "bank",
        "1 | GET /a | operation |   | listed | bank
         2 | GET /a | 200       | a | listed |
         3 | GET /a | 200       | a | type   | nested
         4 | GET /a | 200       | b | listed |
         5 | GET /a | 200       | b | type   | string",
    )
}

/// Checks what a document must say under one reading, beside `GET /a · operation · listed = bank`:
/// claims with commas between them.
#[track_caller]
fn check(reading: &str, due: &str) {
    let readings = readings(&[reading]);
    let (expected, usage) = expected(&body(), &readings);
    let mut due: Vec<String> = due
        .split(", ")
        .map(|claim| format!("GET /a · 200 · {claim}"))
        .collect();
    due.insert(0, "GET /a · operation · listed = bank".to_owned());
    due.sort();
    let mut found = lines(expected.claims.keys());
    found.sort();
    assert_eq!(found, due);
    assert_eq!(usage.findings(&readings), []);
}

const A_AND_B: &str = "a · listed, a · type = nested, b · listed, b · type = string";

#[test]
fn without_a_reading_the_page_stands() {
    let (expected, _) = expected(&body(), &Readings::default());
    assert_eq!(expected.claims.len(), 5);
    assert!(expected.omitted.is_empty());
}

#[test]
fn a_bind_says_what_a_handle_means() {
    check(
        r#"bind vendor | { aspect = "type", value = "nested" } | becomes = "array of object""#,
        "a · listed, a · type = array of object, b · listed, b · type = string",
    );
}

#[test]
fn a_table_of_values_says_what_each_one_means() {
    check(
        r#"bind vendor | { aspect = "type" } | values = { nested = "object", string = "integer" }"#,
        "a · listed, a · type = object, b · listed, b · type = integer",
    );
}

#[test]
fn an_override_says_something_else() {
    check(
        r#"override same-page | { name = "b", aspect = "type", value = "string" }
            | becomes = "integer""#,
        "a · listed, a · type = nested, b · listed, b · type = integer",
    );
}

#[test]
fn an_omit_leaves_out() {
    check(
        r#"omit same-page | { name = "b", value = "*" }"#,
        "a · listed, a · type = nested",
    );
}

#[test]
fn a_supply_adds_to_each_claim_that_it_hangs_on() {
    let supply = r#"supply same-page | { place = "200", aspect = "listed" }
        | says = [{ aspect = "description", value = "stated" }]"#;
    let more = "a · description = stated, b · description = stated";
    check(supply, &format!("{A_AND_B}, {more}"));
}

#[test]
fn a_supply_may_name_other_elements() {
    let supply = r#"supply vendor | { name = "a", aspect = "listed" }
        | says = [{ name = ["a.x", "a.y"], aspect = "listed" }]"#;
    check(supply, &format!("{A_AND_B}, a.x · listed, a.y · listed"));
}

#[test]
fn what_is_inferred_is_to_be_marked() {
    check(
        r#"bind inferred | { aspect = "type", value = "nested" } | becomes = "object""#,
        "a · inferred = type, a · listed, a · type = object, b · listed, b · type = string",
    );
}

#[test]
fn a_supply_for_listed_operations_leaves_documented_ones_alone() {
    let readings = readings(&[
        r#"supply same-page | { only-listed = true, place = "operation", aspect = "listed" }
        | says = [{ place = "default", aspect = "listed" }]"#,
    ]);
    let two = page(
        "bank",
        "1 | GET /a | operation | | listed     | bank
         2 | GET /b | operation | | listed     | bank
         9 | GET /b | operation | | documented |",
    );
    let (expected, _) = expected(&two, &readings);
    let supplied = lines(expected.claims.keys())
        .into_iter()
        .filter(|line| line.contains("default"));
    assert_eq!(supplied.collect::<Vec<_>>(), ["GET /a · default · listed"]);
}

#[test]
fn a_reading_about_another_page_does_nothing() {
    let text = r#"[[reading]]
        id = "r"
        page = "other-*"
        kind = "omit"
        basis = "same-page"
        applies-to = [{ value = "*" }]
        reason = "r"
        evidence = "e""#;
    let readings = Readings::parse(text).expect("a reading");
    let (expected, usage) = expected(&body(), &readings);
    assert_eq!(expected.claims.len(), 5);
    assert_eq!(usage.findings(&readings).len(), 1, "and is stale");
}

/// Checks what is said about readings that explain nothing.
#[track_caller]
fn idle(tables: &[&str], problems: &[&str]) {
    let readings = readings(tables);
    let (_, usage) = expected(&body(), &readings);
    let found: Vec<String> = usage
        .findings(&readings)
        .into_iter()
        .map(|f| f.problem)
        .collect();
    assert_eq!(found, problems);
}

#[test]
fn a_reading_that_explains_nothing_is_a_finding() {
    let omit = r#"omit same-page | { name = "c", aspect = "type", value = "string" }"#;
    idle(
        &[omit],
        &["no claim of the page has name `c`, aspect `type`, value `string`"],
    );
}

#[test]
fn each_part_of_a_reading_has_to_explain_something() {
    let values = r#"bind vendor | { name = "a", aspect = "type" }, { place = "201" }
        | values = { nested = "object", nasted = "object" }"#;
    idle(
        &[values],
        &[
            "no claim of the page has place `201`",
            "no claim that it applies to says `nasted`",
        ],
    );
}

#[test]
fn a_supply_of_what_the_page_says_is_a_finding() {
    let supply = r#"supply same-page | { name = "b", aspect = "listed" }
        | says = [{ aspect = "type", value = "string" }]"#;
    idle(
        &[supply],
        &["bank states `GET /a · 200 · b · type = string` itself"],
    );
}

#[test]
fn two_decisions_about_one_claim_are_a_finding() {
    let omit = r#"omit same-page | { name = "b", aspect = "type", value = "string" }"#;
    idle(
        &[omit, omit],
        &[
            "no claim of the page has name `b`, aspect `type`, value `string`",
            "`r0` and `r1` both decide about `GET /a · 200 · b · type = string`",
        ],
    );
}

/// Checks where and why a file of readings cannot be read.
#[track_caller]
fn refuses(text: &str, error: &str) {
    let found = Readings::parse(text).expect_err("the readings are malformed");
    let found: Vec<_> = found.iter().map(ToString::to_string).collect();
    assert_eq!(found, [error]);
}

#[test]
fn what_is_no_toml_is_refused_with_its_place() {
    refuses(
        "[[reading]]\nid = \"a\"\nkind = ",
        "line 3, column 8: expected TOML, but found a mistake: string values must be quoted, expected literal string; correct it there",
    );
}

#[test]
fn what_is_no_reading_is_refused_with_its_place() {
    let check = |kind: &str, basis: &str, more: &str, error: &str| {
        let head = "[[reading]]\nid = \"a\"\npage = \"*\"\nreason = \"r\"\nevidence = \"e\"";
        let decision = format!("kind = \"{kind}\"\nbasis = \"{basis}\"");
        refuses(&format!("{head}\n{decision}\n{more}\n"), error);
    };
    let guessed = "line 7, column 9: expected one of `same-page`, \
                   `other-page`, `vendor`, `observed`, `inferred`, but found `guessed` instead; correct it there";
    check("omit", "guessed", "applies-to = []", guessed);
    let check = |kind: &str, more: &str, problem: &str| {
        let error = format!("line 2, column 6: a: expected {problem}");
        check(kind, "same-page", more, &error);
    };
    let value = r#"applies-to = [{ value = "a" }]"#;
    check("omit", "applies-to = []", "at least one `applies-to`");
    let undecided = "`value` in each `applies-to`: what is decided about, so that a change shows";
    check("omit", r#"applies-to = [{ name = "a" }]"#, undecided);
    let instead = format!("{value}\nbecomes = \"b\"");
    check("omit", &instead, "an omit to say nothing instead");
    check("bind", value, "one of `becomes`, `values` and `names`");
    check("supply", value, "`says`: what the document says as well");
}

/// A reading with more keys.
fn asking(keys: &str) -> String {
    format!(
        "[[reading]]\nid = \"a\"\npage = \"*\"\nreason = \"r\"\nevidence = \"e\"\n\
         kind = \"omit\"\napplies-to = [{{ value = \"a\" }}]\n{keys}"
    )
}

#[test]
fn a_reading_may_be_likely_and_ask_the_vendor() {
    let text = asking("basis = \"vendor\"\ncertainty = \"likely\"\nask = \"Is `a` a list?\"\n");
    let readings = Readings::parse(&text).expect("a reading");
    let reading = &readings.all()[0];
    assert_eq!(reading.ask.as_deref(), Some("Is `a` a list?"));
    assert_eq!(
        reading.certainty.map(review::reading::Certainty::as_str),
        Some("likely")
    );
    let plain = Readings::parse(&asking("basis = \"same-page\"\n")).expect("a reading");
    assert_eq!(plain.all()[0].ask, None);
    assert_eq!(plain.all()[0].certainty, None);
}

#[test]
fn what_is_no_certainty_is_refused() {
    refuses(
        &asking("basis = \"vendor\"\ncertainty = \"sure\"\n"),
        "line 9, column 13: expected `likely`, but found `sure` instead; correct it there",
    );
    refuses(
        &asking("basis = \"inferred\"\ncertainty = \"likely\"\n"),
        "line 2, column 6: a: expected no `certainty` of what is inferred: our own judgement is \
         never more than likely",
    );
}

#[test]
fn what_could_not_be_sent_as_a_question_is_refused() {
    let check = |ask: &str, problem: &str| {
        let text = asking(&format!("basis = \"same-page\"\nask = \"{ask}\"\n"));
        refuses(&text, &format!("line 2, column 6: a: {problem}"));
    };
    let line = "expected `ask` to be one line of text, without spaces around it";
    check(" Is it?", line);
    check("Is it\\na list?", line);
    let question = "expected `ask` to hold a question, with its question mark";
    check("", question);
    check("It is a list.", question);
    let names = "expected `ask` to name operations, statuses and fields, but found line numbers, \
                 which are those of a capture and mean nothing to the vendor, instead";
    check("Is line 12 a list?", names);
    check("Is it (lines 12 and 13) a list?", names);
}

#[test]
fn lines_of_an_address_may_be_asked_about() {
    let text = asking("basis = \"same-page\"\nask = \"Is an address line of 45 letters cut?\"\n");
    assert!(Readings::parse(&text).is_ok());
}

#[test]
fn what_was_not_captured_is_said_of_a_page_there_is() {
    let gap = "[[gap]]\npage = \"oslo\"\nmissing = \"the end\"\nhow = \"it was cut\"\n";
    let readings = Readings::parse(gap).expect("a gap");
    assert_eq!(readings.gaps()[0].page(), "oslo");
    let (oslo, rome) = (page("oslo", ""), page("rome", ""));
    let stale = |page: PageClaims| cases(&[("bank", page)], &readings).idle();
    assert_eq!(stale(oslo), []);
    assert_eq!(stale(rome)[0].problem, "no page is called `oslo`");
    assert_eq!(readings.line("oslo"), Some(2));
    let clause = "expected what is `missing` and `how`, each a clause without its full stop";
    for broken in [gap.replace("the end", " "), gap.replace("cut", "cut.")] {
        refuses(&broken, &format!("line 2, column 8: oslo: {clause}"));
    }
}
