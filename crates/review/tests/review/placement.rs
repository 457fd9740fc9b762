//! Readings that only tell what a line is about leave what it says documented.

use claims::{Aspect, Claim};
use review::reading::Certainty;
use review::{Backing, Basis, Readings, Support};

use crate::support::{page, readings};
use crate::trial::expected;

/// A page that lost an operation, a place and a name; one field still has its own.
const PAGE: &str = "
    1 | table 1 | operation | | listed | bank
    1 | table 1 | operation | | documented |
    2 | table 1 | table | #1 | listed |
    2 | table 1 | table | #1 | max-length | 250
    3 | table 1 | table | city | listed |
    3 | table 1 | table | city | type | nested
    3 | table 1 | table | city | description | stated | The city.
    4 | table 1 | table | | listed |";

fn placing() -> Readings {
    readings(&[
        r#"bind vendor | { operation = "table 1" } | becomes = { operation = "GET /a" }"#,
        r#"bind same-page | { place = "table" } | becomes = { place = "200" }"#,
        r##"bind inferred | { name = "#1" } | names = { "#1" = "street" }"##,
        r#"bind vendor likely | { value = "nested" } | becomes = "object""#,
    ])
}

/// Checks what a claim rests on, what its place rests on, and whether it is only likely.
#[track_caller]
fn check(claim: (&str, &str, Aspect, &str), support: Support, placement: Option<Basis>) -> Backing {
    let readings = placing();
    let (expected, usage) = expected(&page("bank", PAGE), &readings);
    assert_eq!(usage.findings(&readings), []);
    let (place, name, aspect, value) = claim;
    let claim = Claim::new("GET /a", place, name, aspect, value);
    let backing = Backing::strongest(&expected.claims[&claim], &claim, &readings);
    assert_eq!(backing.support, support, "{claim}");
    assert_eq!(backing.placement, placement, "{claim}");
    backing
}

#[test]
fn what_a_line_says_is_documented_wherever_it_belongs() {
    let said = ("200", "street", Aspect::MaxLength, "250");
    check(said, Support::Documented, Some(Basis::Inferred));
}

#[test]
fn a_name_that_the_line_has_is_documented() {
    let said = ("200", "city", Aspect::Listed, "");
    check(said, Support::Documented, Some(Basis::Vendor));
}

#[test]
fn a_name_that_the_line_lost_rests_on_the_reading() {
    let said = ("200", "street", Aspect::Listed, "");
    let basis = Support::Reading(Basis::Inferred);
    check(said, basis, Some(Basis::Vendor));
}

#[test]
fn a_description_is_of_a_line_and_its_words_are_ours() {
    let said = ("200", "city", Aspect::Description, "stated");
    let backing = check(said, Support::Described, Some(Basis::Vendor));
    assert!(backing.support.is_stated());
}

#[test]
fn a_mark_rests_on_the_judgement_and_never_on_a_line() {
    let said = ("200", "street", Aspect::Inferred, "listed");
    let basis = Support::Reading(Basis::Inferred);
    check(said, basis, Some(Basis::Vendor));
}

#[test]
fn a_status_that_the_page_lost_rests_on_the_reading() {
    let said = ("200", "", Aspect::Listed, "");
    let basis = Support::Reading(Basis::SamePage);
    check(said, basis, Some(Basis::Vendor));
}

#[test]
fn an_operation_that_the_page_lost_rests_on_the_reading() {
    let said = ("operation", "", Aspect::Listed, "bank");
    check(said, Support::Reading(Basis::Vendor), None);
    let said = ("operation", "", Aspect::Documented, "");
    check(said, Support::Reading(Basis::Vendor), None);
}

#[test]
fn what_is_decided_about_what_a_line_says_is_not_documented() {
    let said = ("200", "city", Aspect::Type, "object");
    let basis = Support::Reading(Basis::Vendor);
    let backing = check(said, basis, Some(Basis::Vendor));
    assert_eq!(backing.certainty, Some(Certainty::Likely));
}

#[test]
fn what_is_inferred_is_marked_and_what_it_places_is_not() {
    let readings = placing();
    let (expected, _) = expected(&page("bank", PAGE), &readings);
    let marks = expected.claims.keys();
    let marks: Vec<String> = marks
        .filter(|claim| claim.aspect == Aspect::Inferred)
        .map(ToString::to_string)
        .collect();
    assert_eq!(marks, ["GET /a · 200 · street · inferred = listed"]);
}
