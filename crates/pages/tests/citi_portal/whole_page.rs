//! The page with every construct, as a whole.

use std::collections::BTreeSet;

use claims::Aspect;

use crate::sample::{HARBOUR, file, read, rows};

#[test]
fn every_line_is_accounted_for() {
    let page = read(HARBOUR).unwrap();
    let lines: u32 = page.capture.lines.values().sum();
    assert_eq!(lines as usize, HARBOUR.lines().count());
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
        Aspect::MinItems,
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
fn carriage_returns_before_line_feeds_change_nothing() {
    let unix = read(HARBOUR).unwrap();
    let windows = read(&HARBOUR.replace('\n', "\r\n")).unwrap();
    assert_eq!(windows, unix);
}

#[test]
fn blank_lines_and_a_missing_line_feed_at_the_end_change_no_claim() {
    let page = rows(&read(HARBOUR).unwrap());
    assert_eq!(rows(&read(HARBOUR.trim_end()).unwrap()), page);
    assert_eq!(rows(&read(&format!("{HARBOUR}\n \n\n")).unwrap()), page);
}

#[test]
fn reading_twice_gives_the_same() {
    assert_eq!(read(HARBOUR).unwrap(), read(HARBOUR).unwrap());
}
