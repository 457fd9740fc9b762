//! The types that a schema allows.

use serde_json::Value;

use super::super::node::Node;
use super::shape::Shape;

/// The types of JSON Schema, each with the bits of what it allows: an integer is a number.
const TYPES: [(&str, u8); 7] = [
    ("null", 0b1),
    ("boolean", 0b10),
    ("integer", 0b100),
    ("number", 0b1100),
    ("string", 0b1_0000),
    ("array", 0b10_0000),
    ("object", 0b100_0000),
];

/// Every type.
const ANY: u8 = 0b111_1111;

/// The types that all parts allow; nothing if one is not understood.
pub(super) fn types(shape: &Shape<'_>) -> Option<u8> {
    let mut allowed = ANY;
    for part in &shape.parts {
        let mut here = match part.members.get("type") {
            None => continue,
            Some(ty) => stated(ty)?,
        };
        if part.or_null || part.members.get("nullable") == Some(&Value::Bool(true)) {
            here |= 1;
        }
        allowed &= here;
    }
    // A multiple of an integer is one.
    let mut divisors = shape.all("multipleOf").filter_map(|(_, it)| it.as_f64());
    if divisors.any(|it| it.fract() == 0.0) {
        allowed &= !0b1000;
    }
    for list in &shape.type_choices {
        allowed &= choice(list)?;
    }
    Some(allowed)
}

fn bits(name: &str) -> Option<u8> {
    let found = TYPES.iter().find(|(it, _)| *it == name);
    found.map(|(_, bits)| *bits)
}

/// The types that one of several branches allows.
fn choice(list: &Node<'_>) -> Option<u8> {
    let branches = list.value.as_array()?.iter();
    branches
        .map(|it| stated(it.get("type")?))
        .try_fold(0, |all, bits| Some(all | bits?))
}

/// The types that `type` states.
fn stated(ty: &Value) -> Option<u8> {
    match ty {
        Value::String(name) => bits(name),
        Value::Array(names) => {
            let mut each = names.iter().map(|name| bits(name.as_str()?));
            each.try_fold(0, |all, bits| Some(all | bits?))
        }
        _ => None,
    }
}

/// The bits of the types that a value is of.
pub(super) fn bits_of(value: &Value) -> u8 {
    match value {
        Value::Null => 0b1,
        Value::Bool(_) => 0b10,
        Value::Number(number) if number.as_f64().is_some_and(|it| it.fract() == 0.0) => 0b1100,
        Value::Number(_) => 0b1000,
        Value::String(_) => 0b1_0000,
        Value::Array(_) => 0b10_0000,
        Value::Object(_) => 0b100_0000,
    }
}

/// Whether only integers are allowed.
pub(super) fn is_integer(shape: &Shape<'_>) -> bool {
    types(shape) == Some(0b100)
}

/// The types of a set, `string|null`.
pub(super) fn names(bits: u8) -> String {
    if bits == ANY {
        return "any".to_owned();
    }
    let named = TYPES.iter().rev().filter(|(name, of)| match *name {
        "integer" => bits & 0b1100 == 0b0100,
        _ => bits & of == *of,
    });
    named.map(|(name, _)| *name).collect::<Vec<_>>().join("|")
}
