//! Claims written down shortly: `12 | GET /x | 200 | name | type | string`.

use std::fmt::Write as _;
use std::sync::Arc;

use claims::{Claim, Digest, DocumentClaim, PageClaim, PageClaims, Pointer};
use review::{Expected, Readings, Usage};

/// A page from its claims, one a line.
pub(crate) fn page(id: &str, lines: &str) -> PageClaims {
    let claims = rows(lines).map(|(line, claim, wording)| PageClaim {
        line: line.parse().expect("a line number"),
        claim,
        digest: wording.map(Digest::of),
    });
    let mut page = PageClaims {
        page: id.to_owned(),
        claims: claims.collect(),
        ..PageClaims::default()
    };
    page.sort();
    page
}

/// A document's claims, the first column being the pointer.
pub(crate) fn document(lines: &str) -> Vec<DocumentClaim> {
    let made = rows(lines).map(|(pointer, claim, _)| DocumentClaim {
        claim,
        pointer: Pointer::to(&Arc::from(pointer)),
    });
    let mut made: Vec<_> = made.collect();
    made.sort();
    made
}

/// Each line's place, claim and wording; the wording is the last part, after the value.
fn rows(lines: &str) -> impl Iterator<Item = (&str, Claim, Option<&str>)> {
    lines
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .map(|line| {
            let mut parts = line.split('|').map(str::trim);
            let mut part = || parts.next().unwrap_or_default();
            let (at, operation, place, name) = (part(), part(), part(), part());
            let (aspect, value) = (part().parse().expect("an aspect"), part());
            let claim = Claim::new(operation, place, name, aspect, value);
            (at, claim, parts.next())
        })
}

/// Readings from the middle of their tables: kind, applies-to and what follows.
pub(crate) fn readings(tables: &[&str]) -> Readings {
    let mut text = String::new();
    for (index, table) in tables.iter().enumerate() {
        let _ = writeln!(
            text,
            "[[reading]]\nid = \"r{index}\"\npage = \"*\"\nreason = \"r\"\nevidence = \"e\"\n{table}"
        );
    }
    Readings::parse(&text).unwrap_or_else(|errors| panic!("{errors:?}\n{text}"))
}

/// What is expected of a page, one claim a line, and what the readings were good for.
pub(crate) fn expected(page: &PageClaims, readings: &Readings) -> (Expected, Usage) {
    let mut usage = Usage::of(readings);
    let expected = review::expect(page, readings, &mut usage);
    (expected, usage)
}

/// Claims as lines.
pub(crate) fn lines<'c>(claims: impl IntoIterator<Item = &'c Claim>) -> Vec<String> {
    claims.into_iter().map(ToString::to_string).collect()
}
