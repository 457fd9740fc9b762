//! Claims written down shortly: `12 | GET /x | 200 | name | type | string`.

use std::fmt::Write as _;

use claims::{Claim, Digest, PageClaim, PageClaims};
use review::Readings;

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

/// Each line's place, claim and wording; the wording is the last part, after the value.
pub(crate) fn rows(lines: &str) -> impl Iterator<Item = (&str, Claim, Option<&str>)> {
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

/// Readings written down shortly: `kind basis | applies-to | what it says`. `likely` may follow the
/// basis, and some kinds say nothing.
pub(crate) fn readings(rows: &[&str]) -> Readings {
    let mut text = String::new();
    for (index, row) in rows.iter().enumerate() {
        let mut parts = row.splitn(3, '|').map(str::trim);
        let mut part = || parts.next().unwrap_or_default();
        let (decision, applies_to, says) = (part(), part(), part());
        let mut words = decision.split(' ');
        let mut word = || words.next().unwrap_or_default();
        let (kind, basis) = (word(), word());
        let certainty = words.map(|word| format!("certainty = \"{word}\"\n"));
        let mut rest: String = certainty.collect();
        if basis == "vendor" && rest.is_empty() {
            let _ = writeln!(
                rest,
                "elsewhere = [{{ source = \"s{index}\", shows = \"it\" }}]"
            );
            let _ = writeln!(
                text,
                "[[source]]\nid = \"s{index}\"\ntitle = \"t\"\naddress = \"https://s.example\"\n\
                 read = 2031-01-02\n"
            );
        }
        let _ = writeln!(
            text,
            "[[reading]]\nid = \"r{index}\"\npage = \"*\"\nreason = \"r\"\nevidence = \"e\"\n\
             kind = \"{kind}\"\nbasis = \"{basis}\"\n{rest}\
             applies-to = [{applies_to}]\n{says}"
        );
    }
    Readings::parse(&text).unwrap_or_else(|errors| panic!("{errors:?}\n{text}"))
}
