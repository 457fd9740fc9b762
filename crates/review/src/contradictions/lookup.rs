//! Lookups of valid values: `/v1/utilities/referenceData/{addressType}`.

use std::collections::BTreeMap;

use claims::Aspect;

use super::{Contradiction, Rule, Sides, Spelling, leaf};
use crate::statement::Statement;

/// Paths that differ within one vendor, and codes that are not spelt as their field.
pub(super) fn lookups(statements: &[&Statement]) -> Vec<Contradiction> {
    let mut by_vendor: BTreeMap<&str, Sides> = BTreeMap::new();
    let mut spellings: BTreeMap<(&str, &str, &str), Sides> = BTreeMap::new();
    for &statement in statements {
        let (claim, vendor) = (&statement.claim, &*statement.vendor);
        let code = match claim.aspect {
            Aspect::ReferenceCode => &*claim.value,
            Aspect::ReferenceData => {
                let Some((path, code)) = split(&claim.value) else {
                    continue;
                };
                let paths = by_vendor.entry(vendor).or_default();
                paths.say(format!("`{path}`"), statement);
                code
            }
            _ => continue,
        };
        let field = leaf(&claim.name);
        if is_near_miss(field, code) {
            let says = format!("field `{field}`, code `{code}`");
            spellings
                .entry((vendor, field, code))
                .or_default()
                .say(says, statement);
        }
    }
    let of_vendor = by_vendor.into_iter().filter(|(_, sides)| sides.differ());
    let of_vendor = of_vendor.map(|(_, sides)| {
        let problem = format!("all lookups: their path has {} spellings", sides.0.len());
        Contradiction::new(Rule::LookupPath, problem, sides)
    });
    let of_spelling = spellings.into_iter().map(|((_, field, code), sides)| {
        let problem = format!("the lookup code of `{field}` is spelt differently from the field");
        let spelling = Spelling {
            field: field.to_owned(),
            code: code.to_owned(),
        };
        Contradiction {
            spelling: Some(spelling),
            ..Contradiction::new(Rule::LookupCode, problem, sides)
        }
    });
    of_vendor.chain(of_spelling).collect()
}

/// The path and the code of a lookup that ends in one.
fn split(lookup: &str) -> Option<(&str, &str)> {
    lookup.strip_suffix('}')?.rsplit_once('{')
}

/// Whether two names are one with a slip of the pen: up to two letters, of at most a quarter.
fn is_near_miss(one: &str, other: &str) -> bool {
    const SHORTEST: usize = 5;
    let length = one.chars().count().min(other.chars().count());
    let slips = strsim::osa_distance(one, other);
    length >= SHORTEST && (1..=2).contains(&slips) && slips * 4 <= length
}
