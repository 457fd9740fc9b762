//! The same error with more than one text.

use std::collections::BTreeMap;

use claims::Aspect;
use claims::openapi::ERROR_CELL;

use super::{Contradiction, Rule, Sides};
use crate::statement::Statement;

/// Status and code of an error, and the texts that each vendor has for it.
type Errors<'s> = BTreeMap<(&'s str, &'s str), BTreeMap<&'s str, Sides>>;

/// What separates the type of an error from its text.
const TYPED: &str = ": “";

/// By status and code: within one vendor, and where vendors have no text in common.
pub(super) fn error_details(statements: &[&Statement]) -> Vec<Contradiction> {
    let mut errors = Errors::new();
    for &statement in statements {
        let claim = &statement.claim;
        if claim.aspect != Aspect::Error {
            continue;
        }
        let mut cells = claim.value.split(ERROR_CELL);
        // Type, code and details, as the claims of a document have them.
        let (Some(kind), Some(code), Some(details)) = (cells.next(), cells.next(), cells.next())
        else {
            continue;
        };
        errors
            .entry((&claim.place, code))
            .or_default()
            .entry(&statement.vendor)
            .or_default()
            .say(format!("{kind}{TYPED}{details}”"), statement);
    }
    let mut found = Vec::new();
    for ((status, code), vendors) in errors {
        let problem = format!("the error `{code}` of status {status} has more than one text");
        let shared = |says| vendors.values().all(|sides| sides.0.contains_key(says));
        let mut texts = vendors.values().flat_map(|sides| sides.0.keys());
        let apart = vendors.len() > 1 && !texts.any(shared);
        let mut all = Sides::default();
        for sides in vendors.into_values() {
            for (says, sites) in &sides.0 {
                let same = all.0.entry(says.clone()).or_default();
                same.extend(sites.iter().cloned());
            }
            if sides.differ() {
                found.push(told(problem.clone(), sides));
            }
        }
        if apart {
            let problem = format!("{problem} across vendors");
            found.push(told(problem, all));
        }
    }
    found
}

/// The contradiction; a type that all sides have is not named.
fn told(problem: String, sides: Sides) -> Contradiction {
    let mut contradiction = Contradiction::new(Rule::ErrorDetails, problem, sides);
    let mut kinds = contradiction.sides.iter().map(|side| kind(&side.says));
    let first = kinds.next();
    if kinds.all(|kind| Some(kind) == first) {
        for side in &mut contradiction.sides {
            side.says.drain(..kind(&side.says).len() + ": ".len());
        }
    }
    contradiction
}

/// The type of an error, before its text.
fn kind(says: &str) -> &str {
    says.split_once(TYPED).map_or("", |(kind, _)| kind)
}
