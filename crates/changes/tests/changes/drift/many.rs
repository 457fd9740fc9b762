//! A page with very many elements beside each other: each of these took hours if every one were
//! compared with every other.

use changes::drift::{Class, drift};
use claims::{Aspect, Claim, PageClaim, PageClaims};

use super::{OPERATION, page};

const MANY: u32 = 30_000;

/// A page whose response has these fields, each a text.
fn with(names: impl Iterator<Item = String>) -> PageClaims {
    let mut page = page("200 - listed ; 200 kept listed ; 200 kept type string");
    for (line, name) in (10..).zip(names) {
        for (aspect, value) in [(Aspect::Listed, ""), (Aspect::Type, "string")] {
            let claim = Claim::new(OPERATION, "200", &name, aspect, value);
            let digest = None;
            page.claims.push(PageClaim {
                line,
                claim,
                digest,
            });
        }
    }
    page
}

/// A name of letters alone, so that no number tells it from its neighbour.
fn lettered(number: u32) -> String {
    let letter = |at: u32| char::from(b'a' + (number / 26_u32.pow(at) % 26) as u8);
    (0..5).map(letter).collect()
}

#[test]
fn fields_that_came() {
    let old = with(std::iter::empty());
    for name in [|number: u32| format!("field{number}"), lettered] {
        let found = drift(&old, &with((0..MANY).map(name)));
        assert_eq!(found.count(Class::Compatible), MANY as usize);
        assert_eq!(found.changes.len(), MANY as usize);
    }
}

#[test]
fn fields_that_went_while_as_many_came() {
    let old = with((0..MANY).map(|number| format!("{}Old", lettered(number))));
    let new = with((0..MANY).map(|number| format!("new{}", lettered(number))));
    let found = drift(&old, &new);
    assert_eq!(found.changes.len(), 2 * MANY as usize);
}

#[test]
fn one_that_was_renamed_is_found_among_them() {
    let old = with(["Street-Name".to_owned()].into_iter());
    let new = (0..MANY).map(lettered).chain(["streetName".to_owned()]);
    let found = drift(&old, &with(new));
    let renamed = found.changes.iter().find(|change| change.was.is_some());
    let renamed = renamed.expect("it was renamed");
    assert_eq!(&*renamed.name, "streetName");
    assert_eq!(found.changes.len(), 1 + MANY as usize);
}

#[test]
fn a_name_of_dots_alone() {
    let dots = |end: &str| with([".".repeat(5_000) + end].into_iter());
    let found = drift(&dots("a"), &dots("b"));
    assert_eq!(found.changes.len(), 2);
}
