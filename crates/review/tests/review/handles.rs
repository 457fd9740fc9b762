//! Readings that bind what a page lost: operations, places and names.

use claims::PageClaims;
use review::Basis;

use crate::support::{page, readings};
use crate::trial::{expected, lines};

/// A page that lost the names of an operation and of a property.
fn lost() -> PageClaims {
    page(
        "bank",
        "1 | table 1 | body | #1 | listed |
         2 | table 1 | body | #1 | type   | nested
         3 | table 1 | body | #2 | type   | Item",
    )
}

const HANDLES: [&str; 3] = [
    r#"bind vendor | { operation = "table 1" }
        | becomes = { operation = "GET /a", place = "200" }"#,
    r##"bind same-page | { operation = "GET /a", name = "#1" } | becomes = { name = "items" }"##,
    r##"bind same-page | { operation = "GET /a", name = "#2", aspect = "type", value = "Item" }
        | becomes = { name = "items", value = "array of object" }"##,
];

#[test]
fn lost_handles_are_bound_one_after_the_other() {
    let omit = r#"omit same-page | { name = "items", aspect = "type", value = "nested" }"#;
    let readings = readings(&[HANDLES[0], HANDLES[1], HANDLES[2], omit]);
    let (expected, usage) = expected(&lost(), &readings);
    assert_eq!(
        lines(expected.claims.keys()),
        [
            "GET /a · 200 · items · listed",
            "GET /a · 200 · items · type = array of object"
        ]
    );
    assert_eq!(usage.findings(&readings), []);
    let (claim, evidence) = expected.claims.iter().next().expect("a claim");
    assert_eq!(evidence[0].readings, [0, 1]);
    assert_eq!(
        readings.basis(&evidence[0].readings, claim),
        Some(Basis::SamePage),
        "the name was lost"
    );
    assert_eq!(
        readings.placement(&evidence[0].readings, claim),
        Some(Basis::Vendor),
        "the operation was lost too"
    );
}

#[test]
fn a_method_that_is_found_again_by_judgement_is_marked_once() {
    let page = page(
        "bank",
        "1 | ? /a | operation |   | listed | bank
         2 | ? /a | 200       | b | listed |",
    );
    let method = r#"bind inferred | { operation = "? /a" } | becomes = { operation = "GET /a" }"#;
    let (expected, _) = expected(&page, &readings(&[method]));
    assert_eq!(
        lines(expected.claims.keys()),
        [
            "GET /a · 200 · b · listed",
            "GET /a · operation · listed = bank",
            "GET /a · operation · inferred = method",
        ]
    );
}

#[test]
fn a_binding_of_handles_that_binds_nothing_is_a_finding() {
    let readings = readings(&HANDLES);
    let (_, usage) = expected(&page("bank", "1 | GET /b | 200 | a | listed |"), &readings);
    assert_eq!(usage.findings(&readings).len(), 3);
}

#[test]
fn one_reading_binds_many_names() {
    let page = page(
        "bank",
        "1 | GET /a | header | #1 | listed |\n2 | GET /a | header | #2 | listed |",
    );
    let bind =
        |names: &str| readings(&[&format!("bind vendor | {{ place = \"header\" }} | {names}")]);
    let two = bind("names = { \"#1\" = \"uuid\", \"#2\" = \"sid\" }");
    let (claims, usage) = expected(&page, &two);
    assert_eq!(
        lines(claims.claims.keys()),
        [
            "GET /a · header · sid · listed",
            "GET /a · header · uuid · listed"
        ]
    );
    assert_eq!(usage.findings(&two), []);
    assert_eq!(usage.covered, [2]);

    let three = bind("names = { \"#1\" = \"uuid\", \"#2\" = \"sid\", \"#3\" = \"day\" }");
    let (_, usage) = expected(&page, &three);
    let [stale] = &usage.findings(&three)[..] else {
        panic!("expected one finding");
    };
    assert!(format!("{stale:?}").contains("`#3`"), "{stale:?}");
}

#[test]
fn a_definition_is_said_of_every_place_that_it_serves() {
    let page = page("bank", "7 | POST /a | definition 4 | code | type | string");
    let readings = readings(&[
        r#"bind same-page | { place = "definition 4" } | becomes = { place = ["400", "500"] }"#,
        r#"override same-page | { place = "500", name = "code", aspect = "type", value = "string" }
            | becomes = "integer""#,
    ]);
    let (expected, usage) = expected(&page, &readings);
    assert_eq!(
        lines(expected.claims.keys()),
        [
            "POST /a · 400 · code · type = string",
            "POST /a · 500 · code · type = integer"
        ]
    );
    assert_eq!(usage.findings(&readings), []);
    assert_eq!(
        usage.covered,
        [1, 1],
        "of one claim, however often it is said"
    );
}

#[test]
fn a_name_goes_below_another() {
    let page = page(
        "bank",
        "7 | POST /a | definition 3 | | type | object\n8 | POST /a | definition 3 | fullName | listed |",
    );
    let readings = readings(&[r#"bind same-page | { place = "definition 3" }
        | becomes = { place = "200", name = "customer.*" }"#]);
    let (expected, _) = expected(&page, &readings);
    assert_eq!(
        lines(expected.claims.keys()),
        [
            "POST /a · 200 · customer · type = object",
            "POST /a · 200 · customer.fullName · listed"
        ]
    );
}
