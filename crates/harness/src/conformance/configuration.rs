//! The configuration of a run: a file of the repository, with a customer's values in their places.

use std::collections::BTreeMap;

use serde_json::Value;

/// What a configuration has where the name of its customer belongs.
const NAME: &str = "customer-N";

/// How a string begins that stands for a value of the customer. `"@/flexiti-customers/vcc_number"` is
/// the value at the JSON pointer (RFC 6901) `/vcc_number` of the customer's record of that page.
const VALUE: &str = "\"@/";

/// Writes a customer's name and values into their places; `records` are the customer's, by page.
///
/// # Errors
///
/// That no credentials are asked for, or a value that no record has.
pub(super) fn filled(
    template: &str,
    customer: &str,
    records: &BTreeMap<String, Value>,
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
fn value(place: &str, records: &BTreeMap<String, Value>) -> Option<String> {
    let (page, _) = place.split_once('/')?;
    match records.get(page)?.pointer(&place[page.len()..])? {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn fill(template: &str) -> Result<String, String> {
        let record = json!({"number": 12, "names": ["O \"X\""], "whole": {}});
        filled(
            template,
            "customer-2",
            &BTreeMap::from([("boats".to_owned(), record)]),
        )
    }

    #[test]
    fn names_and_values_are_filled_in() {
        let template = "a = \"Bearer customer-N\"\nb = [\"@/boats/number\", \"@/boats/names/0\"]\n";
        let expected = "a = \"Bearer customer-2\"\nb = [\"12\", \"O \\\"X\\\"\"]\n";
        assert_eq!(fill(template).as_deref(), Ok(expected));
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
