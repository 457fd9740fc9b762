//! The same field with more than one type, format or bound.

use std::collections::BTreeMap;

use claims::{Aspect, Claim};

use super::{Contradiction, Rule, Sides, is_error, is_named, leaf};
use crate::statement::Statement;

/// By name: within one vendor, and for the fields of error bodies across vendors as well.
pub(super) fn typed_differently(statements: &[&Statement]) -> Vec<Contradiction> {
    let mut fields: BTreeMap<(&str, &str, Aspect), Sides> = BTreeMap::new();
    for &statement in statements.iter().filter(|statement| is_named(statement)) {
        let claim = &statement.claim;
        if word(claim.aspect).is_none() || names_no_type(claim) {
            continue;
        }
        // Error bodies are one family, whoever answers with them.
        let family = if is_error(&claim.place) {
            ""
        } else {
            &statement.vendor
        };
        fields
            .entry((family, leaf(&claim.name), claim.aspect))
            .or_default()
            .say(format!("`{}`", claim.value), statement);
    }
    let mut found = Vec::new();
    for ((family, name, aspect), mut sides) in fields {
        precise(&mut sides);
        if let (true, Some(word)) = (sides.differ(), word(aspect)) {
            let field = if family.is_empty() {
                "error field "
            } else {
                ""
            };
            let problem = format!("{field}`{name}` has more than one {word}");
            found.push(Contradiction::new(Rule::TypedDifferently, problem, sides));
        }
    }
    found
}

/// An array of nobody knows what does not contradict an array of strings.
fn precise(sides: &mut Sides) {
    if sides.0.keys().any(|says| says.starts_with("`array of ")) {
        sides.0.remove("`array`");
    }
}

/// Nested bullets name no type.
fn names_no_type(claim: &Claim) -> bool {
    claim.aspect == Aspect::Type && &*claim.value == "nested"
}

/// What the aspects are called that a field should have once.
const fn word(aspect: Aspect) -> Option<&'static str> {
    Some(match aspect {
        Aspect::Type => "type",
        Aspect::Format => "format",
        Aspect::Pattern => "pattern",
        Aspect::MinLength => "least length",
        Aspect::MaxLength => "greatest length",
        Aspect::MinItems => "least number of items",
        Aspect::Minimum => "least value",
        Aspect::Maximum => "greatest value",
        Aspect::Range => "range",
        Aspect::Precision => "number of digits",
        Aspect::Default => "default",
        _ => return None,
    })
}
