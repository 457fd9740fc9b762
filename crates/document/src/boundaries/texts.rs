//! The longest and shortest texts of a schema, as JSON texts.

use serde_json::{Value, json};

use crate::validator::validator;

/// How long a text is tried where no `maxLength` bounds it.
const UNBOUNDED: u64 = 300;

/// Characters that texts are made of, the first that a pattern allows first: plain ones, those that
/// JSON, HTML and scripts escape, and those that take two, three and four bytes of UTF-8.
const ALPHABETS: [&str; 5] = [
    "a",
    "9",
    "A",
    "\" \\/<>&'\n\t\u{1}\u{7f}",
    "\u{e9}\u{6f22}\u{1f600}\u{2028}\u{df}",
];

/// Returns the boundary values of a text: of its greatest length for each alphabet that its pattern
/// allows, and of its least length last.
pub(super) fn texts(document: &Value, schema: &Value) -> Vec<String> {
    if let Some(known) = schema["format"].as_str().and_then(of_format) {
        return known.iter().map(|text| json!(text).to_string()).collect();
    }
    let least = schema["minLength"].as_u64().unwrap_or(0);
    let most = schema["maxLength"].as_u64().unwrap_or(UNBOUNDED.max(least));
    let keywords = json!({
        "type": "string",
        "pattern": schema["pattern"].as_str().unwrap_or(""),
        "maxLength": most,
        "minLength": least,
    });
    let Some(validator) = validator(document, &keywords) else {
        return Vec::new();
    };
    let of = |alphabet: &str, length: u64| {
        let length = usize::try_from(length).ok()?;
        let text = json!(alphabet.chars().cycle().take(length).collect::<String>());
        validator.is_valid(&text).then(|| text.to_string())
    };
    let mut found: Vec<String> = Vec::new();
    // Only one of the plain alphabets: they differ for nobody but a pattern.
    let (plain, odd) = ALPHABETS.split_at(3);
    found.extend(plain.iter().find_map(|alphabet| of(alphabet, most)));
    found.extend(odd.iter().filter_map(|alphabet| of(alphabet, most)));
    found.extend(ALPHABETS.iter().find_map(|alphabet| of(alphabet, least)));
    if found.is_empty() {
        let documented = schema["examples"].as_array().into_iter().flatten();
        found.extend(documented.map(Value::to_string));
    }
    found
}

/// The texts of formats that generators have types for; others are texts as any.
fn of_format(format: &str) -> Option<&'static [&'static str]> {
    Some(match format {
        "date" => &["9999-12-31", "2024-02-29", "1970-01-01", "1900-01-01"],
        "date-time" => &["9999-12-31T23:59:59Z", "2024-02-29T12:00:00Z"],
        "date-time-local" => &["9999-12-31T23:59:59", "2024-02-29T00:00:00"],
        "time" => &["23:59:59Z", "00:00:00Z"],
        "uuid" => &[
            "ffffffff-ffff-ffff-ffff-ffffffffffff",
            "123e4567-e89b-12d3-a456-426614174000",
            "00000000-0000-0000-0000-000000000000",
        ],
        "email" => &[
            "a.very.long.name+tag@department.example.com",
            "a@example.com",
        ],
        "uri" => &["https://example.com/a%20b?c=d&e=%C3%A9#f", "urn:example:a"],
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::texts;

    fn lengths(schema: &Value) -> Vec<(usize, bool)> {
        let read = |text: String| serde_json::from_str::<String>(&text).expect("a text");
        let found = texts(&json!({}), schema).into_iter().map(read);
        found
            .map(|text| (text.chars().count(), text.is_ascii()))
            .collect()
    }

    #[test]
    fn a_text_is_as_long_as_it_may_be_with_every_alphabet_that_it_may_have() {
        assert_eq!(
            lengths(&json!({ "type": "string", "maxLength": 12, "minLength": 2 })),
            [(12, true), (12, true), (12, false), (2, true)]
        );
        let ascii = json!({ "type": "string", "maxLength": 5, "pattern": "^[\\x00-\\x7F]*$" });
        assert_eq!(lengths(&ascii), [(5, true), (5, true), (0, true)]);
        let digits = json!({ "type": "string", "maxLength": 16, "pattern": "^[0-9]*$" });
        assert_eq!(lengths(&digits), [(16, true), (0, true)]);
        let odd = json!({ "type": "string", "pattern": "^x-[0-9]$", "examples": ["x-1"] });
        assert_eq!(lengths(&odd), [(3, true)]);
    }
}
