//! Whether the claims on file are those of the captured pages.

use std::collections::BTreeMap;

use claims::{Claim, Digest, PageClaim, PageClaims};
use review::{Finding, Kind};

use crate::inputs::claims_path;

/// Every claim that a captured page makes and the claims on file do not, and the other way round.
///
/// Only claims count, not their lines: claims that moved are one finding. `fix` is the command that
/// reads the page again.
#[must_use]
pub fn stale_claims(page: &PageClaims, known: &PageClaims, fix: &str) -> Vec<Finding> {
    let mut findings = Vec::new();
    if page == known {
        return findings;
    }
    let file = claims_path(&page.page);
    let finding = |lines: &[u32], problem: String| {
        Finding::new(Kind::StaleClaims, problem)
            .on(&page.page, lines.iter().copied())
            .in_file(&file)
            .fixed_by(fix)
    };
    let before = findings.len();
    let mut gone = without(known, page);
    for stated in without(page, known) {
        let claim = &stated.claim;
        let was = gone.iter().position(|gone| gone.claim == *claim);
        let problem = match was.map(|index| gone.remove(index)) {
            Some(_) => format!("the page words `{claim}` otherwise than the claims on file"),
            None => format!("the page says `{claim}`, the claims on file do not"),
        };
        findings.push(finding(&[stated.line], problem));
    }
    for stated in gone {
        let claim = &stated.claim;
        let problem = format!("the claims on file say `{claim}`, the page does not");
        findings.push(finding(&[stated.line], problem));
    }
    if findings.len() == before {
        let problem = if page.claims == known.claims {
            "the capture is another one, though it makes the same claims"
        } else {
            "the same claims stand on other lines"
        };
        findings.push(finding(&[], problem.to_owned()));
    }
    findings
}

/// The claims that one page makes more often than another, in the order of their lines.
fn without<'p>(page: &'p PageClaims, other: &PageClaims) -> Vec<&'p PageClaim> {
    // A page may say one thing in a list and in a schema: each is told apart from its twin.
    type Said<'p> = (&'p Claim, &'p Option<Digest>, Option<&'p str>);
    fn said<'p>(page: &'p PageClaims, stated: &'p PageClaim) -> Said<'p> {
        let line = page.capture.line(stated.line);
        let rendering = line.filter(|line| line.is_read()).map(|line| &*line.rule);
        (&stated.claim, &stated.digest, rendering)
    }
    let mut others: BTreeMap<Said, usize> = BTreeMap::new();
    for stated in &other.claims {
        *others.entry(said(other, stated)).or_default() += 1;
    }
    let mut rest = Vec::new();
    for stated in &page.claims {
        match others.get_mut(&said(page, stated)) {
            Some(count) if *count > 0 => *count -= 1,
            _ => rest.push(stated),
        }
    }
    rest
}
