//! Drift between two captures: the rules one by one, renames, and that nothing goes unseen.

/// Checks, row by row, what people read about the changes from one page to another.
macro_rules! table {
    ($($old:expr, $new:expr => $($words:expr),+;)+) => {
        $(super::check($old, $new, &[$($words),+]);)+
    };
}

mod bound;
mod every_change;
mod handles;
mod many;
mod renames;
mod rules;
mod sentences;

use changes::drift::{Class, Drift, drift};
use claims::{Aspect, Claim, Digest, PageClaim, PageClaims};

/// The operation that the samples are about.
const OPERATION: &str = "GET /a";

/// A page from statements `place name aspect value`, one a line or between semicolons; `-` is no
/// name, a description's value is its wording, and that of a meaning follows the value it is of.
fn page(statements: &str) -> PageClaims {
    let always = format!("operation - listed bank; {statements}");
    let statements = always.split(['\n', ';']).map(str::trim);
    let mut page = PageClaims {
        page: "bank".to_owned(),
        ..PageClaims::default()
    };
    for (line, statement) in (1..).zip(statements.filter(|text| !text.is_empty())) {
        let mut parts = statement.splitn(4, ' ');
        let mut part = || parts.next().unwrap_or_default();
        let (place, name, aspect, value) = (part(), part(), part(), part());
        let aspect: Aspect = aspect.parse().expect("an aspect");
        let (value, wording) = match aspect {
            Aspect::Description => ("stated", Some(value)),
            Aspect::EnumDescription => value
                .split_once(' ')
                .map_or((value, None), |(value, it)| (value, Some(it))),
            _ => (value, None),
        };
        let digest = wording.map(Digest::of);
        let name = name.trim_start_matches('-');
        let claim = Claim::new(OPERATION, place, name, aspect, value);
        page.claims.push(PageClaim {
            line,
            claim,
            digest,
        });
    }
    page.sort();
    page
}

fn between(old: &str, new: &str) -> Drift {
    drift(&page(old), &page(new))
}

/// The changes as people read them, without colours, places and reasons.
fn words(drift: &Drift) -> Vec<String> {
    let text = changes::drift::text(drift);
    let plain = String::from_utf8(plain(&text)).expect("text");
    let class = |line: &&str| {
        let word = line.split(' ').next().unwrap_or_default();
        Class::ALL.iter().any(|class| class.as_str() == word)
    };
    let lines = plain.lines().map(str::trim_start).filter(class);
    lines.map(str::to_owned).collect()
}

/// Text without ANSI escapes: from ESC to `m`.
pub(super) fn plain(text: &str) -> Vec<u8> {
    let mut inside = false;
    let keep = |byte: &u8| {
        let escape = *byte == 0x1b;
        let within = inside || escape;
        inside = within && *byte != b'm';
        !within
    };
    text.bytes().filter(keep).collect()
}

/// Checks what people read about the changes from one page to another.
#[track_caller]
fn check(old: &str, new: &str, expected: &[&str]) {
    assert_eq!(words(&between(old, new)), expected, "{old} -> {new}");
}

/// An example may be an empty text, which is something else than none.
#[test]
fn an_empty_value_is_called_so() {
    let words = |old: &str, new: &str| words(&between(old, new));
    let (empty, full) = ("200 a example", "200 a example sv");
    assert_eq!(
        words(empty, full),
        ["wording 200 · a · example was empty, is `sv`"]
    );
    assert_eq!(
        words(full, empty),
        ["wording 200 · a · example was `sv`, is empty"]
    );
}
