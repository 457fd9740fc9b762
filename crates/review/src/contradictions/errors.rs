//! The same error with more than one text.

use std::collections::BTreeMap;

use claims::Aspect;
use claims::openapi::ERROR_CELL;

use super::{Contradiction, Rule, Sides};
use crate::statement::Statement;

/// By vendor, status and code.
pub(super) fn error_details(statements: &[Statement]) -> Vec<Contradiction> {
    let mut errors: BTreeMap<(&str, &str, &str), Sides> = BTreeMap::new();
    for statement in statements {
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
            .say(format!("{kind}: “{details}”"), statement);
    }
    let differing = errors.into_iter().filter(|(_, sides)| sides.differ());
    let found = differing.map(|((_, status, code), sides)| {
        let problem = format!("the error `{code}` of status {status} has more than one text");
        Contradiction::new(Rule::ErrorDetails, problem, sides)
    });
    found.collect()
}
