//! What is said of one field beside its type and its example.

mod example;

use std::collections::BTreeMap;

use claims::Aspect;

use super::{Contradiction, Rule, Sides, is_named, leaf};
use crate::statement::Statement;

/// A field of one operation, with all that is said of it.
type Field<'s> = Vec<&'s Statement>;

/// What does not fit the type, and examples that do not fit: alike ones of a vendor together.
pub(super) fn unfit(statements: &[&Statement]) -> Vec<Contradiction> {
    let mut fields: BTreeMap<_, Field> = BTreeMap::new();
    for &statement in statements.iter().filter(|statement| is_named(statement)) {
        let claim = &statement.claim;
        let field = (
            &*statement.page,
            &*claim.operation,
            &*claim.place,
            &*claim.name,
        );
        fields.entry(field).or_default().push(statement);
    }
    let mut found: BTreeMap<(Rule, &str, String), Sides> = BTreeMap::new();
    for field in fields.values() {
        for misfit in of_type(field).chain(example::misfits(field)) {
            let vendor = &*misfit.one.vendor;
            let sides = found
                .entry((misfit.rule, vendor, misfit.problem))
                .or_default();
            sides.say(says(misfit.one), misfit.one);
            sides.say(says(misfit.other), misfit.other);
        }
    }
    let found = found.into_iter();
    found
        .map(|((rule, _, problem), sides)| Contradiction::new(rule, problem, sides))
        .collect()
}

/// Two statements about one field. Only one of them can hold.
struct Misfit<'s> {
    rule: Rule,
    problem: String,
    one: &'s Statement,
    other: &'s Statement,
}

fn says(statement: &Statement) -> String {
    let claim = &statement.claim;
    format!("{} `{}`", claim.aspect, claim.value)
}

/// The first of a field's statements of an aspect.
fn of<'s>(field: &[&'s Statement], aspect: Aspect) -> Option<&'s Statement> {
    all(field, aspect).next()
}

fn all<'f, 's>(
    field: &'f [&'s Statement],
    aspect: Aspect,
) -> impl Iterator<Item = &'s Statement> + use<'f, 's> {
    let of_aspect = move |one: &&&Statement| one.claim.aspect == aspect;
    field.iter().filter(of_aspect).copied()
}

/// What is said of a field and does not apply to its type.
fn of_type<'f, 's>(field: &'f [&'s Statement]) -> impl Iterator<Item = Misfit<'s>> + use<'f, 's> {
    let typed = of(field, Aspect::Type);
    let misfit = move |other: &&'s Statement| {
        let one = typed?;
        let (claim, ty) = (&other.claim, &*one.claim.value);
        let applies = applies(claim.aspect, &claim.value, ty)?;
        (!applies).then(|| Misfit {
            rule: Rule::UnfitType,
            problem: format!(
                "`{}` has the type `{ty}`, to which its {} `{}` does not apply",
                leaf(&claim.name),
                claim.aspect,
                claim.value
            ),
            one,
            other,
        })
    };
    field.iter().filter_map(misfit)
}

/// Whether what is said applies to a type, if it is of the sort that applies to some only.
fn applies(aspect: Aspect, value: &str, ty: &str) -> Option<bool> {
    // What is said of the name of an array that says its items is said of them.
    let ty = ty.rsplit_once("array of ").map_or(ty, |(_, items)| items);
    if !["string", "integer", "number", "boolean", "object", "array"].contains(&ty) {
        return None;
    }
    let numeric = matches!(ty, "integer" | "number");
    match aspect {
        Aspect::Range | Aspect::Minimum | Aspect::Maximum | Aspect::Precision => Some(numeric),
        Aspect::MinLength | Aspect::MaxLength | Aspect::Pattern => Some(ty == "string"),
        Aspect::Enum => Some(is_of_type(value, ty)),
        Aspect::Format => match value {
            "int32" | "int64" | "float" | "double" => Some(numeric),
            "date" | "date-time" | "time" | "uuid" | "uri" | "email" => Some(ty == "string"),
            _ => None,
        },
        _ => None,
    }
}

/// Whether a value, written as text, can be of a type.
fn is_of_type(value: &str, ty: &str) -> bool {
    match ty {
        "integer" => value.parse::<i128>().is_ok(),
        "number" => value.parse::<f64>().is_ok(),
        "boolean" => matches!(value, "true" | "false"),
        _ => true,
    }
}
