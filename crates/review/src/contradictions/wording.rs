//! Descriptions that should be one, or should not.

use std::collections::{BTreeMap, BTreeSet};

use claims::Aspect;

use super::{Contradiction, Rule, Sides, is_named, is_parameter, leaf};
use crate::statement::Statement;
use crate::words::listed;

/// Names and statements that share one wording side by side.
type Siblings<'s> = BTreeMap<&'s str, Vec<&'s Statement>>;

/// Fields of different names within one object, or parameters of one operation, that are
/// described in the same words.
pub(super) fn shared(statements: &[&Statement]) -> Vec<Contradiction> {
    let mut siblings: BTreeMap<_, Siblings> = BTreeMap::new();
    for (statement, digest) in described(statements) {
        let claim = &statement.claim;
        let parent = claim.name.rsplit_once('.').map_or("", |(parent, _)| parent);
        let object = (&*statement.page, &*claim.operation, &*claim.place, parent);
        siblings
            .entry((object, digest))
            .or_default()
            .entry(leaf(&claim.name))
            .or_default()
            .push(statement);
    }
    let mut alike: BTreeMap<(&str, BTreeSet<&str>, &str), Sides> = BTreeMap::new();
    for ((_, digest), names) in siblings.into_iter().filter(|(_, names)| names.len() > 1) {
        let all: BTreeSet<&str> = names.keys().copied().collect();
        for statement in names.into_values().flatten() {
            alike
                .entry((&*statement.vendor, all.clone(), digest))
                .or_default()
                .say(format!("wording `{digest}`"), statement);
        }
    }
    let found = alike.into_iter().map(|((_, names, _), sides)| {
        let names = listed(names.into_iter().map(|name| format!("`{name}`")));
        let problem = format!("{names} are described in the same words");
        Contradiction::new(Rule::SharedWording, problem, sides)
    });
    found.collect()
}

/// Parameters of one vendor that several operations describe in different words.
pub(super) fn reworded(statements: &[&Statement]) -> Vec<Contradiction> {
    let mut parameters: BTreeMap<(&str, &str, &str), Sides> = BTreeMap::new();
    let in_requests = described(statements).filter(|(one, _)| is_parameter(&one.claim.place));
    for (statement, digest) in in_requests {
        parameters
            .entry((
                &statement.vendor,
                &statement.claim.place,
                &statement.claim.name,
            ))
            .or_default()
            .say(format!("wording `{digest}`"), statement);
    }
    let differing = parameters.into_iter().filter(|(_, sides)| sides.differ());
    let found = differing.map(|((_, place, name), sides)| {
        let problem = format!("the {place} parameter `{name}` is described in different words");
        Contradiction::new(Rule::Reworded, problem, sides)
    });
    found.collect()
}

fn described<'s>(statements: &[&'s Statement]) -> impl Iterator<Item = (&'s Statement, &'s str)> {
    statements
        .iter()
        .copied()
        .filter(|one| one.claim.aspect == Aspect::Description && is_named(one))
        .filter_map(|one| Some((one, one.digest.as_ref()?.as_str())))
}
