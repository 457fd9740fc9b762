//! JSON values of the form that a reader expects, or nothing.

use std::borrow::Cow;

use serde_json::{Map, Value};

/// A string without quotes, anything else as compact JSON; a whole number without decimals.
pub(crate) fn plain(value: &Value) -> Cow<'_, str> {
    match value {
        Value::String(text) => Cow::Borrowed(text),
        Value::Number(number) if number.is_f64() => {
            let text = number.to_string();
            let whole = text.strip_suffix(".0").map(ToOwned::to_owned);
            Cow::Owned(whole.unwrap_or(text))
        }
        other => Cow::Owned(other.to_string()),
    }
}

/// The elements of an array that has some.
pub(crate) fn elements(value: &Value) -> Option<&[Value]> {
    value
        .as_array()
        .map(Vec::as_slice)
        .filter(|elements| !elements.is_empty())
}

/// The elements of an array that has some, all of them strings.
pub(crate) fn strings(value: &Value) -> Option<Vec<&str>> {
    elements(value)?.iter().map(Value::as_str).collect()
}

/// The members of an object that has some.
pub(crate) fn members(value: &Value) -> Option<&Map<String, Value>> {
    value.as_object().filter(|members| !members.is_empty())
}

/// The string at a key, or nothing.
pub(crate) fn text<'v>(value: &'v Value, key: &str) -> &'v str {
    value.get(key).and_then(Value::as_str).unwrap_or_default()
}
