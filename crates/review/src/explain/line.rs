//! What became of one line of a page.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use claims::Claim;

use crate::case::{Case, Cases};
use crate::fate::Fate;

/// Explains a line of a page, `citi-australia:103`: what it states, what the readings made of that,
/// and where the consolidated document says it. Returns nothing if no page is called so.
///
/// # Errors
///
/// Returns an error if the page has no such line.
#[must_use]
pub fn line(cases: &Cases, query: &str) -> Option<Result<String, String>> {
    let (page, number) = query.rsplit_once(':')?;
    let case = cases.get(page)?;
    let lines = case.page.capture.lines.len();
    let number: Option<u32> = number.parse().ok();
    let captured = number.and_then(|number| Some((number, case.page.capture.line(number)?)));
    let Some((number, captured)) = captured else {
        return Some(Err(format!("expected a line of {page} from 1 to {lines}")));
    };
    let mut text = format!("{page} line {number}\n");
    if !captured.is_read() {
        let _ = writeln!(text, "  states nothing: {}", captured.rule);
    }
    for fate in case.fates.iter().filter(|it| it.stated.line == number) {
        said(&mut text, fate, case, cases);
    }
    Some(Ok(text))
}

fn said(text: &mut String, fate: &Fate, case: &Case, cases: &Cases) {
    let Fate {
        stated,
        claim,
        supplied,
        ..
    } = fate;
    let _ = writeln!(text, "  {}", stated.claim);
    let readings = fate.readings.iter();
    let readings: Vec<&str> = readings
        .map(|index| case.reviewed.readings.all()[*index].id())
        .collect();
    if !readings.is_empty() {
        let _ = writeln!(text, "    by {}", readings.join(", "));
    }
    match claim {
        None => text.push_str("    is left out\n"),
        Some(claim) => {
            if *claim != stated.claim {
                let _ = writeln!(text, "    becomes {claim}");
            }
            places(text, claim, cases);
        }
    }
    for (index, claim) in supplied {
        let id = case.reviewed.readings.all()[*index].id();
        let _ = writeln!(text, "    and {claim}, by {id}");
        places(text, claim, cases);
    }
}

/// Where the consolidated document makes a claim.
fn places(text: &mut String, claim: &Claim, cases: &Cases) {
    let made = cases.consolidated.claims.iter();
    let made = made.filter(|made| made.claim == *claim);
    let pointers: BTreeSet<String> = made.map(|made| made.pointer.to_string()).collect();
    for pointer in pointers {
        let _ = writeln!(text, "    at {pointer}");
    }
}
