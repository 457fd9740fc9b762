//! JSON values of any form, and steps of pointers.

use serde_json::Value;

/// The members of an object; none of anything else.
pub(crate) fn members(value: &Value) -> impl Iterator<Item = (&String, &Value)> {
    value.as_object().into_iter().flatten()
}

/// The elements of an array; none of anything else.
pub(crate) fn elements(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

/// One step down from a pointer.
pub(crate) fn step(pointer: &str, token: &str) -> String {
    let mut pointer = pointer.to_owned() + "/";
    if token.contains(['~', '/']) {
        pointer.push_str(&escaped(token));
    } else {
        pointer.push_str(token);
    }
    pointer
}

/// A token of a pointer, escaped as RFC 6901 asks.
pub(crate) fn escaped(token: &str) -> String {
    token.replace('~', "~0").replace('/', "~1")
}
