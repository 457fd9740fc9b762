//! What is not valid, and where.

use jsonschema::Validator;
use serde_json::Value;

/// A place where a document is not valid.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// The JSON pointer (RFC 6901) to the place.
    pub pointer: String,
    /// The rule that is broken; a rejected value is never repeated.
    pub problem: String,
}

impl Problem {
    pub(super) fn new(pointer: impl Into<String>, problem: impl Into<String>) -> Self {
        Self {
            pointer: pointer.into(),
            problem: problem.into(),
        }
    }

    /// What a validator rejects, at the place of the whole; it names the rule, not the value.
    pub(super) fn rejected(pointer: &str, error: &jsonschema::ValidationError) -> Self {
        Self::new(
            format!("{pointer}{}", error.instance_path()),
            error.masked().to_string(),
        )
    }
}

/// Every reason to reject a value. Most values are valid, and a yes comes sooner than a list of errors.
pub(super) fn rejected(validator: &Validator, value: &Value, pointer: &str) -> Vec<Problem> {
    if validator.is_valid(value) {
        return Vec::new();
    }
    let errors = validator.iter_errors(value);
    errors
        .map(|error| Problem::rejected(pointer, &error))
        .collect()
}
