//! A schema while it is lowered, and small schemas that several constructs become.

use serde_json::{Map, Value, json};

use crate::keywords::{append, lists};
use crate::place::Place;

/// A schema of 2020-12 on its way to 3.0: what it was, what it is now, and where it stands.
pub(super) struct Draft<'s, 'd> {
    pub(super) source: &'d Map<String, Value>,
    pub(super) lowered: Map<String, Value>,
    pub(super) place: &'s Place,
}

impl Draft<'_, '_> {
    /// Adds a rule that one of these schemas must be fitted, beside all other rules.
    pub(super) fn one_of_these(&mut self, schemas: Vec<Value>) {
        if self.lowered.contains_key("anyOf") {
            append(&mut self.lowered, "allOf", json!({ "anyOf": schemas }));
        } else {
            self.lowered.insert("anyOf".to_owned(), schemas.into());
        }
    }

    /// Adds a rule that no value fits.
    pub(super) fn fits_nothing(&mut self) {
        append(&mut self.lowered, "allOf", nothing());
    }

    pub(super) fn insert(&mut self, keyword: &str, value: impl Into<Value>) {
        self.lowered.insert(keyword.to_owned(), value.into());
    }

    /// Whether the schema has a keyword that applies other schemas to the same value.
    pub(super) fn applies_others(&self) -> bool {
        let others = "$ref $dynamicRef allOf anyOf oneOf not if dependentSchemas";
        self.source.keys().any(|keyword| lists(others, keyword))
    }
}

/// A number of characters, items or properties.
pub(super) fn count(value: &Value) -> Option<u64> {
    let whole = value.as_f64().filter(|count| count.fract() == 0.0);
    value
        .as_u64()
        .or_else(|| format!("{:.0}", whole?).parse().ok())
}

/// Returns a schema that a value fits if it fits any of these, unless there are none.
pub(super) fn any_of(mut schemas: Vec<Value>) -> Option<Value> {
    let last = schemas.pop()?;
    if schemas.is_empty() {
        return Some(last);
    }
    schemas.push(last);
    Some(json!({ "anyOf": schemas }))
}

/// A schema that no value fits.
pub(super) fn nothing() -> Value {
    json!({ "not": {} })
}
