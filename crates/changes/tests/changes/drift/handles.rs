//! Handles are told apart by what is said of them, and only then by their order.

use std::fmt::Write as _;

use changes::drift::{bind, drift};
use claims::PageClaims;
use review::Readings;

use super::words;
use crate::support::{page, readings};

/// Headers from their wordings, in the order of the page.
fn headers(wordings: &[&str]) -> PageClaims {
    let mut lines = "1 | GET /a | operation | | listed | bank\n".to_owned();
    for (line, wording) in (2..).zip(wordings) {
        let handle = format!("{line} | GET /a | header | #{}", line - 1);
        let _ = writeln!(lines, "{handle} | listed |");
        let _ = writeln!(lines, "{handle} | description | stated | {wording}");
    }
    page("bank", &lines)
}

fn names() -> Readings {
    readings(&[r##"bind vendor | { place = "header" }
        | names = { "#1" = "token", "#2" = "uuid", "#3" = "language", "#4" = "sid" }"##])
}

const FOUR: [&str; 4] = [
    "Who asks",
    "Which request",
    "In which words",
    "Which session",
];

#[track_caller]
fn check(old: &[&str], new: &[&str], reviewed: &[&str], expected: &[&str]) {
    let [old, new] = bind(
        &headers(old),
        &headers(new),
        Some(&headers(reviewed)),
        &names(),
    );
    assert_eq!(words(&drift(&old, &new)), expected);
}

#[test]
fn one_that_goes_does_not_shift_those_that_follow() {
    let three = ["Who asks", "In which words", "Which session"];
    check(&FOUR, &three, &FOUR, &["breaking header · uuid removed"]);
    // The other way round, whether the readings are about the page as it was or as it is.
    check(&three, &FOUR, &FOUR, &["unknown header · uuid added"]);
    check(
        &FOUR[1..],
        &FOUR,
        &FOUR[1..],
        &["unknown header · #5 added"],
    );
}

#[test]
fn order_states_nothing() {
    let turned = [
        "Which session",
        "In which words",
        "Which request",
        "Who asks",
    ];
    check(&FOUR, &turned, &FOUR, &[]);
}

#[test]
fn one_in_other_words_is_found_between_its_neighbours() {
    let reworded = ["Who asks", "In which language", "Which session"];
    check(
        &FOUR,
        &[
            "Who asks",
            "Which request",
            "In which tongue",
            "Which session",
        ],
        &FOUR,
        &["wording header · language · description reworded"],
    );
    // Two are gone and one came after the same neighbour: nothing tells which of them it is.
    check(
        &FOUR,
        &reworded,
        &FOUR,
        &[
            "unknown header · #5 added",
            "breaking header · language removed",
            "breaking header · uuid removed",
        ],
    );
}

#[test]
fn all_in_other_words_stay_in_their_order() {
    check(
        &FOUR[..2],
        &["Qui", "Quoi"],
        &FOUR[..2],
        &[
            "wording header · token · description reworded",
            "wording header · uuid · description reworded",
        ],
    );
}

/// Tables and definitions are found again like headers.
#[test]
fn operations_and_places_are_found_by_what_they_hold() {
    let table = |number: u32, names: &[&str]| -> String {
        let listed = |name: &&str| format!("1 | table {number} | body | {name} | listed |\n");
        names.iter().map(listed).collect()
    };
    let two = page("bank", &(table(1, &["a", "b"]) + &table(2, &["c", "d"])));
    let one = page("bank", &table(1, &["c", "d", "e"]));
    let bound = readings(&[r#"bind vendor | { operation = "table 2" }
        | becomes = { operation = "GET /c", place = "200" }"#]);
    let [old, new] = bind(&two, &one, None, &bound);
    let words = words(&drift(&old, &new));
    assert_eq!(words[0], "compatible 200 · e added");
    assert!(
        words[1..].iter().all(|word| word.contains("body")),
        "{words:?}"
    );
}

/// Readings that are about no such page bind nothing, and nothing is lost.
#[test]
fn an_empty_page_has_none() {
    let [old, new] = bind(&headers(&[]), &headers(&FOUR), None, &names());
    assert_eq!(words(&drift(&old, &new)).len(), 4);
    let [old, new] = bind(&headers(&FOUR), &headers(&[]), None, &names());
    assert_eq!(words(&drift(&old, &new)).len(), 4);
}

/// What a page calls like a handle and no reader numbers is a name like any other.
#[test]
fn a_name_like_a_handle_is_none() {
    for name in ["#4294967295", "#+1", "#01"] {
        let with = |wordings: &[&str]| {
            let mut page = headers(wordings);
            let handle = page.claims.iter().find(|it| &*it.claim.name == "#1");
            let mut named = handle.expect("invalid test case").clone();
            named.claim.name = name.into();
            page.claims.push(named);
            page.sort();
            page
        };
        let (old, new) = (with(&FOUR[..2]), with(&FOUR[..3]));
        let [old, new] = bind(&old, &new, None, &readings(&[]));
        for page in [&old, &new] {
            assert!(
                page.claims.iter().any(|it| &*it.claim.name == name),
                "{page:?}"
            );
        }
        assert_eq!(words(&drift(&old, &new)), ["unknown header · #4 added"]);
    }
}
