//! Examples and defaults that break what is said of their own field.

use claims::Aspect;
use regex_lite::Regex;

use super::{Misfit, all, is_of_type, leaf, of};
use crate::contradictions::Rule;
use crate::statement::Statement;

/// Every example and default with the statement that it breaks.
pub(super) fn misfits<'s>(field: &[&'s Statement]) -> Vec<Misfit<'s>> {
    let mut found = Vec::new();
    for aspect in [Aspect::Example, Aspect::Default] {
        for example in all(field, aspect) {
            let name = leaf(&example.claim.name);
            let broken = broken(field, &example.claim.value);
            found.extend(broken.into_iter().map(|(rule, why)| Misfit {
                rule: Rule::UnfitExample,
                problem: format!("the {aspect} of `{name}` {why}"),
                one: rule,
                other: example,
            }));
        }
    }
    found
}

/// The statements about a field that a value breaks, each with how.
fn broken<'s>(field: &[&'s Statement], value: &str) -> Vec<(&'s Statement, &'static str)> {
    let length = value.chars().count();
    let number = |statement: &Statement| statement.claim.value.parse::<usize>().ok();
    let mut broken = Vec::new();
    let mut rule = |aspect, breaks: &dyn Fn(&Statement) -> bool, why| {
        if let Some(statement) = of(field, aspect)
            && breaks(statement)
        {
            broken.push((statement, why));
        }
    };
    rule(
        Aspect::Type,
        &|ty| !is_of_type(value, &ty.claim.value),
        "is not of its type",
    );
    rule(
        Aspect::MaxLength,
        &|most| number(most).is_some_and(|most| length > most),
        "is longer than it may be",
    );
    rule(
        Aspect::MinLength,
        &|least| number(least).is_some_and(|least| length < least),
        "is shorter than it may be",
    );
    rule(
        Aspect::Pattern,
        &|pattern| {
            let pattern = Regex::new(&pattern.claim.value);
            pattern.is_ok_and(|pattern| !pattern.is_match(value))
        },
        "does not match its pattern",
    );
    let mut values = all(field, Aspect::Enum).map(|one| &*one.claim.value);
    let listed = values.any(|one| one == value);
    rule(
        Aspect::Enum,
        &|_| !listed,
        "is none of the values that it may have",
    );
    broken
}
