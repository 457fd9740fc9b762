//! The rules of a JSON Schema: how they are judged by, and what each expects, in words and without the value.

use jsonschema::error::{TypeKind, ValidationErrorKind};
use jsonschema::{Draft, ValidationError, Validator};
use serde_json::Value;

/// What a schema of 2020-12 demands; formats are demanded too, since the pages state them of requests.
///
/// # Errors
///
/// That it is no schema.
pub(crate) fn validator(schema: &Value) -> Result<Validator, ValidationError<'static>> {
    let options = jsonschema::options().with_draft(Draft::Draft202012);
    options.should_validate_formats(true).build(schema)
}

/// What a rule expects: "at most 12 characters".
pub(crate) fn expected(rule: &ValidationErrorKind) -> String {
    use ValidationErrorKind as Rule;
    match rule {
        Rule::Type {
            kind: TypeKind::Single(kind),
        } => format!("a value of the type {kind}"),
        Rule::Required { property } => format!("an object with the property {property}"),
        Rule::Enum { options } => format!("one of {options}"),
        Rule::MaxLength { limit } => format!("at most {limit} characters"),
        Rule::MinLength { limit } => format!("at least {limit} characters"),
        Rule::MinItems { limit } => format!("at least {limit} items"),
        Rule::Minimum { limit } => format!("a number of at least {limit}"),
        Rule::Pattern { pattern } => format!("a text of the pattern {pattern}"),
        Rule::Format { format } => format!("a text of the format {format}"),
        rule => format!("what the rule {} of the schema says", rule.keyword()),
    }
}
