//! The rules of a JSON Schema: how they are applied, and what each expects, without the value.

use jsonschema::error::{TypeKind, ValidationErrorKind};
use jsonschema::{Draft, ValidationError, Validator};
use serde_json::Value;

/// Compiles a schema of draft 2020-12; formats are checked, too, since the pages state them for requests.
///
/// # Errors
///
/// Returns an error if the schema is invalid.
pub(crate) fn validator(schema: &Value) -> Result<Validator, ValidationError<'static>> {
    let options = jsonschema::options().with_draft(Draft::Draft202012);
    options.should_validate_formats(true).build(schema)
}

/// Describes what a rule expects: "at most 12 characters".
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
        rule => format!(
            "a value that follows the rule `{}` of the schema",
            rule.keyword()
        ),
    }
}
