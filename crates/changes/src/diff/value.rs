//! Values as what they mean: 40 and 40.0 are one number.

use serde_json::{Number, Value};

/// Whether two values mean the same.
pub(super) fn same(one: &Value, other: &Value) -> bool {
    match (one, other) {
        (Value::Number(one), Value::Number(other)) => equal(one, other),
        (Value::Array(one), Value::Array(other)) => {
            let mut items = one.iter().zip(other);
            one.len() == other.len() && items.all(|(one, other)| same(one, other))
        }
        (Value::Object(one), Value::Object(other)) => {
            let mut members = one.iter();
            one.len() == other.len()
                && members.all(|(name, one)| other.get(name).is_some_and(|it| same(one, it)))
        }
        (one, other) => one == other,
    }
}

fn equal(one: &Number, other: &Number) -> bool {
    one == other
        || match (one.is_f64(), other.is_f64()) {
            (false, false) => false,
            _ => one.as_f64() == other.as_f64(),
        }
}

/// A text that is the same for values that mean the same.
pub(super) fn key(value: &Value) -> String {
    match value {
        Value::Number(number) => match number.as_f64() {
            Some(float) if number.is_f64() && float.fract() == 0.0 => format!("{float:.0}"),
            _ => number.to_string(),
        },
        Value::Array(items) => {
            let items: Vec<String> = items.iter().map(key).collect();
            format!("[{}]", items.join(","))
        }
        Value::Object(members) => {
            let mut members: Vec<String> = members
                .iter()
                .map(|(name, value)| format!("{}:{}", Value::from(name.as_str()), key(value)))
                .collect();
            members.sort_unstable();
            format!("{{{}}}", members.join(","))
        }
        value => value.to_string(),
    }
}

/// A value on one line, cut where that helps nobody.
pub(super) fn shown(value: &Value) -> String {
    const MOST: usize = 80;
    let text = value
        .as_str()
        .map_or_else(|| value.to_string(), str::to_owned);
    match text.char_indices().nth(MOST) {
        None => text,
        Some((end, _)) => format!("{}…", &text[..end]),
    }
}
