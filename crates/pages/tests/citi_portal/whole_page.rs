//! The page with every construct, as a whole, and every page that is almost it.

use std::collections::BTreeSet;

use claims::Aspect;

use crate::obligations::{
    each_line_counts, every_end_is_seen, file, line_ends_say_nothing, lines_may_change_places,
    one_mistake_gives_one_message, read,
};
use crate::sample::{HARBOUR, rows};

#[test]
fn every_line_is_accounted_for() {
    let page = read(HARBOUR).unwrap();
    let counts: Vec<_> = page
        .capture
        .lines
        .iter()
        .map(|(kind, count)| format!("{kind} {count}"))
        .collect();
    assert_eq!(
        counts,
        [
            "blank 39",
            "empty example 5",
            "heading 18",
            "language tab 9",
            "navigation 8",
            "read 126",
            "schema structure 14",
            "table heading 1",
        ]
    );
}

#[test]
fn the_sample_makes_claims_of_every_aspect_that_the_layout_has() {
    // A sample that lacks a construct would let the tests about every line pass in vain.
    let page = read(HARBOUR).unwrap();
    let found: BTreeSet<_> = page
        .claims
        .iter()
        .map(|stated| stated.claim.aspect)
        .collect();
    let elsewhere = [
        Aspect::Url,
        Aspect::EnumDescription,
        Aspect::Precision,
        Aspect::ReferenceCode,
        Aspect::Field,
        Aspect::Inferred,
        Aspect::Cut,
        Aspect::Keyword,
        Aspect::Sha256,
        Aspect::Lines,
    ];
    for aspect in Aspect::ALL {
        assert_ne!(
            found.contains(aspect),
            elsewhere.contains(aspect),
            "{aspect}"
        );
    }
}

#[test]
fn the_claims_are_those_of_the_page() {
    let page = read(HARBOUR).unwrap();
    let expected = include_str!("harbour.csv");
    assert_eq!(file(&page), expected.trim_end());
}

#[test]
fn each_endpoint_is_listed_and_documented() {
    let page = read(HARBOUR).unwrap();
    assert_eq!(
        page.documented().into_iter().collect::<Vec<_>>(),
        [
            "DELETE /v1/boats/{boatId}",
            "GET /v1/boats",
            "GET /v1/boats/harbours",
            "PUT /v1/boats/{boatId}/berths/{berthId}",
        ]
    );
}

#[test]
fn the_ends_of_lines_say_nothing() {
    line_ends_say_nothing(HARBOUR);
}

#[test]
fn no_line_changes_goes_missing_or_comes_twice_unnoticed() {
    each_line_counts(HARBOUR, |_| false);
}

#[test]
fn a_missing_or_foreign_line_gives_one_message() {
    one_mistake_gives_one_message(HARBOUR);
}

#[test]
fn lines_in_other_places_give_claims_or_errors() {
    // All pairs of so long a page would take a minute.
    lines_may_change_places(HARBOUR, 31);
}

#[test]
fn every_end_of_the_capture_is_seen() {
    every_end_is_seen(HARBOUR, "Home", &[]);
}

#[test]
fn claims_name_the_line_that_makes_them() {
    for row in rows(&read(HARBOUR).unwrap()) {
        let (line, claim) = row.split_once(": ").unwrap();
        let text = HARBOUR
            .lines()
            .nth(line.parse::<usize>().unwrap() - 1)
            .unwrap();
        let said = claim.rsplit(" = ").next().unwrap();
        let literal = ["title = ", "error = ", "enum = ", "example = "];
        if literal.iter().any(|aspect| claim.contains(aspect)) {
            assert!(text.contains(said), "{row} on `{text}`");
        }
    }
}
