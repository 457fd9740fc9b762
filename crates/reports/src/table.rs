//! What a page says, what the document says, and the reading that makes them agree.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use claims::Claim;
use review::{Case, Fate, Reviewed};

/// A page's table: one line for each statement of the page, below it what readings supply for it,
/// and at the end what nothing supports.
///
/// `=` stands before what page and document say alike, `~` before what a reading turned into
/// something else, `-` before what a reading leaves out, `+` before what one supplies, `!` before
/// what does not agree.
#[must_use]
pub fn table(case: &Case) -> String {
    let Reviewed {
        claims: document,
        expected,
        readings,
        ..
    } = &case.reviewed;
    let said: BTreeSet<&Claim> = document.iter().map(|made| &made.claim).collect();
    let id = |reading: &usize| readings.all()[*reading].id();
    let agrees = |mark, claim: &Claim| if said.contains(claim) { mark } else { '!' };
    let mut lines = BTreeMap::new();
    let mut table = String::new();
    for fate in &case.fates {
        let Fate {
            stated,
            readings: by,
            claim,
            supplied,
            ..
        } = fate;
        let (line, was) = (stated.line, &stated.claim);
        let ids = by.iter().map(id).collect::<Vec<_>>().join(" ");
        let text = match claim {
            None => format!("- {line:>5}  {was}  [{ids}]"),
            Some(_) if by.is_empty() => format!("{} {line:>5}  {was}", agrees('=', was)),
            Some(claim) => {
                let mark = agrees('~', claim);
                let same_subject = claim.subject() == was.subject();
                let now = if same_subject {
                    claim.value.to_string()
                } else {
                    claim.to_string()
                };
                format!("{mark} {line:>5}  {was}  -> {now}  [{ids}]")
            }
        };
        let _ = writeln!(table, "{text}");
        for (reading, claim) in supplied {
            // A family of claims may supply one thing for all of them.
            if lines.insert(claim.clone(), line).is_none() {
                let mark = agrees('+', claim);
                let _ = writeln!(table, "{mark} {line:>5}  {claim}  [{}]", id(reading));
            }
        }
    }
    for made in document
        .iter()
        .filter(|made| !expected.claims.contains_key(&made.claim))
    {
        let _ = writeln!(table, "!        {}  at {}", made.claim, made.pointer);
    }
    table
}
