//! Whether a value fits a property of a target.

use serde_json::{Map, Value, json};

use crate::Row;

/// The largest length of a cell that has one.
pub(crate) fn most(row: &Row, column: &str) -> Option<usize> {
    row.get(column).parse().ok()
}

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
    let mut schema = Map::from_iter([("type".to_owned(), json!(kind(fact)))]);
    for (column, keyword) in [("min-length", "minLength"), ("max-length", "maxLength")] {
        schema.extend(most(fact, column).map(|most| (keyword.to_owned(), json!(most))));
    }
    let values = fact
        .get("values")
        .split([' ', '|'])
        .filter(|it| !it.is_empty());
    let values: Vec<&str> = values.collect();
    let pattern = fact.get("pattern");
    schema.extend((!pattern.is_empty()).then(|| ("pattern".to_owned(), json!(pattern))));
    schema.extend((!values.is_empty()).then(|| ("enum".to_owned(), json!(values))));
    schema.into()
}

/// A value as the target takes it. With `cut` it is only as long as it may be; then also how long
/// it was, in characters.
///
/// # Errors
///
/// Returns the rules that the value breaks, without the value.
pub(crate) fn fit(fact: &Row, value: Value, cut: bool) -> Result<(Value, Option<usize>), String> {
    let (mut value, mut cut_from) = (value, None);
    if kind(fact) == "string" && (value.is_number() || value.is_boolean()) {
        value = json!(value.to_string());
    }
    let most = most(fact, "max-length").filter(|_| cut);
    if let (Some(text), Some(most)) = (value.as_str(), most) {
        let length = text.chars().count();
        if length > most {
            value = text.chars().take(most).collect::<String>().into();
            cut_from = Some(length);
        }
    }
    let validator =
        jsonschema::draft202012::new(&schema(fact)).map_err(|it| it.masked().to_string())?;
    let broken = validator
        .iter_errors(&value)
        .map(|it| it.masked().to_string());
    let broken: Vec<String> = broken.collect();
    if broken.is_empty() {
        Ok((value, cut_from))
    } else {
        Err(broken.join("; "))
    }
}
