//! The configuration of a run: a file of the repository, completed with what the sandbox says.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde_json::Value;

/// The customer's name in a configuration, where credentials belong.
const NAME: &str = "customer-N";

/// The start of a string that stands for a value of the customer. `"@/flexiti-customers/vcc_number"`
/// is the value at the JSON pointer (RFC 6901) `/vcc_number` of the customer's record of that page.
const VALUE: &str = "\"@/";

/// Fills a value in where a page has no customers: its operations are not answered anyway.
const NOBODY: &str = "nobody";

/// Writes a customer's name and values into their places. `records` are the customer's, by page; a
/// page without customers has none.
///
/// # Errors
///
/// Returns an error if there is no place for credentials, or if a record lacks a value.
pub(super) fn filled(
    template: &str,
    customer: &str,
    records: &BTreeMap<String, Option<Value>>,
) -> Result<String, String> {
    if !template.contains(NAME) {
        return Err(format!(
            "expected `{NAME}` where credentials belong, but found none instead"
        ));
    }
    let mut filled = String::new();
    let template = template.replace(NAME, customer);
    let mut parts = template.split(VALUE);
    filled.extend(parts.next());
    for part in parts {
        let (place, rest) = part
            .split_once('"')
            .ok_or_else(|| "expected an end of the string after `\"@/`".to_owned())?;
        let value = value(place, records).ok_or_else(|| {
            format!("expected a value at `{place}` of {customer}, but found none instead")
        })?;
        // A basic string of TOML has the escapes of JSON.
        filled += &Value::from(value).to_string();
        filled += rest;
    }
    Ok(filled)
}

/// The text or number at a place.
fn value(place: &str, records: &BTreeMap<String, Option<Value>>) -> Option<String> {
    let (page, _) = place.split_once('/')?;
    let Some(record) = records.get(page)? else {
        return Some(NOBODY.to_owned());
    };
    match record.pointer(&place[page.len()..])? {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

/// The operations, by method and path, that a page documents and the sandbox does not answer: its
/// own document says that they answer 501.
pub(super) fn unanswered(document: &Value) -> Vec<(String, String)> {
    let mut unanswered = Vec::new();
    for (path, item) in document["paths"].as_object().into_iter().flatten() {
        for (method, operation) in item.as_object().into_iter().flatten() {
            let listed = operation["x-documentation"] == "listed";
            if !listed && operation["responses"].get("501").is_some() {
                unanswered.push((method.to_uppercase(), path.clone()));
            }
        }
    }
    unanswered
}

/// Lets operations answer 501, and no other server error.
pub(super) fn allowed(unanswered: &[(String, String)]) -> String {
    unanswered
        .iter()
        .fold(String::new(), |mut text, (method, path)| {
            let path = Value::from(path.as_str());
            let _ = write!(
                text,
                "\n[[operations]]\ninclude-method = \"{method}\"\ninclude-path = {path}\n\
             checks.not_a_server_error.expected-statuses = [\"2xx\", \"3xx\", \"4xx\", \"501\"]\n"
            );
            text
        })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn fill(template: &str) -> Result<String, String> {
        let record = json!({"number": 12, "names": ["O \"X\""], "whole": {}});
        let records = [("boats", Some(record)), ("rafts", None)];
        let records = records.map(|(page, record)| (page.to_owned(), record));
        filled(template, "customer-2", &records.into())
    }

    #[test]
    fn names_and_values_are_filled_in() {
        let template = "a = \"Bearer customer-N\"\nb = [\"@/boats/number\", \"@/boats/names/0\"]\n";
        let expected = "a = \"Bearer customer-2\"\nb = [\"12\", \"O \\\"X\\\"\"]\n";
        assert_eq!(fill(template).as_deref(), Ok(expected));
    }

    #[test]
    fn a_page_without_customers_needs_none() {
        let filled = fill("a = \"customer-N\"\nb = \"@/rafts/number\"");
        assert_eq!(filled.as_deref(), Ok("a = \"customer-2\"\nb = \"nobody\""));
    }

    #[test]
    fn operations_that_the_sandbox_does_not_answer_may_say_so() {
        let document = json!({"paths": {
            "/boats/{id}": {
                "get": {"responses": {"200": {}}},
                "put": {"responses": {"501": {}}},
                "delete": {"x-documentation": "listed", "responses": {"501": {}}},
            },
        }});
        let found = unanswered(&document);
        assert_eq!(found, [("PUT".to_owned(), "/boats/{id}".to_owned())]);
        let expected = "\n[[operations]]\ninclude-method = \"PUT\"\ninclude-path = \"/boats/{id}\"\n\
                        checks.not_a_server_error.expected-statuses = [\"2xx\", \"3xx\", \"4xx\", \"501\"]\n";
        assert_eq!(allowed(&found), expected);
    }

    #[test]
    fn a_place_that_cannot_be_filled_is_named() {
        for (template, why) in [
            ("a = \"Bearer\"", "expected `customer-N`"),
            ("customer-N \"@/boats/age\"", "`boats/age` of customer-2"),
            ("customer-N \"@/boats/whole\"", "`boats/whole`"),
            ("customer-N \"@/ships/number\"", "`ships/number`"),
            ("customer-N \"@/boats/number", "expected an end"),
        ] {
            let error = fill(template).expect_err("it cannot be filled");
            assert!(error.contains(why), "{error}");
        }
    }
}
