//! Whether a value fits a property of a target.

use serde_json::{Value, json};

use crate::Row;

/// The JSON type of a scalar; `object` of anything else.
pub(crate) fn kind(fact: &Row) -> &str {
    match fact.get("type") {
        "date" | "date-time" => "string",
        kind @ ("string" | "integer" | "number" | "boolean") => kind,
        _ => "object",
    }
}

/// A fact as a JSON Schema.
#[must_use]
pub fn schema(fact: &Row) -> Value {
    let values = fact.get("values").split('|').collect();
    let pattern = fact.get("pattern").into();
    let mut schema = json!({ "type": kind(fact) });
    for (keyword, column, value) in [
        ("minLength", "min-length", json!(fact.number("min-length"))),
        ("maxLength", "max-length", json!(fact.number("max-length"))),
        ("pattern", "pattern", pattern),
        ("enum", "values", values),
    ] {
        if !fact.get(column).is_empty() {
            schema[keyword] = value;
        }
    }
    schema
}

/// A value as the target takes it. What is too long is cut if `cut` says so; then its length comes
/// back too, in characters.
///
/// # Errors
///
/// Returns the rule that the value breaks, without the value.
pub(crate) fn fit(fact: &Row, value: Value, cut: bool) -> Result<(Value, Option<usize>), String> {
    let (mut value, mut length) = (value, None);
    if kind(fact) == "string" && (value.is_number() || value.is_boolean()) {
        value = value.to_string().into();
    }
    let most = fact.number("max-length").filter(|_| cut);
    if let (Some(text), Some(most)) = (value.as_str(), most) {
        length = Some(text.chars().count()).filter(|it| *it > most);
        value = text.chars().take(most).collect::<String>().into();
    }
    let fits = jsonschema::draft202012::new(&schema(fact));
    let fits = fits.and_then(|schema| schema.validate(&value).map_err(|it| it.to_owned()));
    fits.map_err(|error| error.masked().to_string())?;
    Ok((value, length))
}
