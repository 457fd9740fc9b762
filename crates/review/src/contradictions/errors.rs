//! The same error with more than one text.

use std::collections::{BTreeMap, BTreeSet};

use claims::Aspect;
use claims::openapi::ERROR_CELL;

use super::{Contradiction, Rule, Sides};
use crate::statement::Statement;

/// Vendor, status and code of an error, and the texts for it.
type Errors<'s> = BTreeMap<(&'s str, &'s str, &'s str), Sides>;

/// What separates the type of an error from its text.
const TYPED: &str = ": “";

/// By status and code, within one vendor. Capitals and a full stop make no other text.
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
            .entry((&statement.vendor, &claim.place, code))
            .or_default()
            .say(format!("{kind}{TYPED}{details}”"), statement);
    }
    let differing = errors.into_iter().filter(|(_, sides)| {
        let texts: BTreeSet<String> = sides.0.keys().map(|says| plain(says)).collect();
        texts.len() > 1
    });
    differing
        .map(|((_, status, code), sides)| {
            let problem = format!("the error `{code}` of status {status} has more than one text");
            told(problem, sides)
        })
        .collect()
}

/// A text without what only its layout makes different.
fn plain(says: &str) -> String {
    let text = says.trim_end_matches('”').trim_end_matches('.');
    text.to_lowercase()
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
