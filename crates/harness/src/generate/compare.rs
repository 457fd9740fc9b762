//! Compares JSON texts digit by digit: a comparison of floating point numbers would hide the loss
//! that it looks for.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;
use serde_json::Value;
use serde_json::value::RawValue;

use super::decimal::Decimal;

/// Which numbers the types of a generator carry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Numbers {
    /// All of them, digit by digit.
    Exact,
    /// Those that an IEEE double carries: 15 significant digits, or integers up to 2^53 (RFC 8259,
    /// section 6). Any other number comes back as the closest double.
    Double,
}

impl Numbers {
    /// Returns the word for it in `target.toml` and in the report.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::Double => "double",
        }
    }
}

/// A change that the types of a generator are known to make.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Change {
    /// A number that no double holds comes back as the closest double: `numbers = "double"`.
    #[serde(skip)]
    Rounded,
    /// A property that is absent comes back as the default that its schema states.
    DefaultsFilled,
    /// An empty array or map comes back as an absent property.
    EmptyDropped,
}

impl Change {
    /// Describes the change for people.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Rounded => "a number that no double is comes back as the closest double",
            Self::DefaultsFilled => "an absent property comes back as its default",
            Self::EmptyDropped => "an empty array or map comes back as an absent property",
        }
    }
}

/// Compares the JSON text that came back with the one that was sent, an instance of a component of the
/// document. Returns the changes of a known kind.
///
/// # Errors
///
/// Returns an error for the first other difference: where it is, what was expected and what was found.
pub fn came_back(
    document: &Value,
    component: &str,
    sent: &str,
    returned: &str,
) -> Result<BTreeSet<Change>, String> {
    fn raw(text: &str) -> Result<&RawValue, String> {
        serde_json::from_str(text).map_err(|error| error.to_string())
    }
    let mut comparison = Comparison {
        document,
        changes: BTreeSet::new(),
    };
    let schema = &document["components"]["schemas"][component];
    comparison.alike("", schema, raw(sent)?, raw(returned)?)?;
    Ok(comparison.changes)
}

/// Whether a JSON text has a number that no double holds.
pub(super) fn holds_more_than_doubles(text: &str) -> bool {
    fn holds(raw: &RawValue) -> bool {
        match Json::of(raw) {
            Json::Number(number) => !number.is_carried_by_a_double(),
            Json::Object(members) => members.values().any(|it| holds(it)),
            Json::Array(items) => items.iter().any(|it| holds(it)),
            Json::Other(_) => false,
        }
    }
    serde_json::from_str::<&RawValue>(text).is_ok_and(holds)
}

struct Comparison<'d> {
    document: &'d Value,
    changes: BTreeSet<Change>,
}

impl<'d> Comparison<'d> {
    /// Compares two values at one place, which a schema describes.
    fn alike(
        &mut self,
        at: &str,
        schema: &'d Value,
        sent: &RawValue,
        returned: &RawValue,
    ) -> Result<(), String> {
        let schema = self.resolved(schema);
        match (Json::of(sent), Json::of(returned)) {
            (Json::Number(one), Json::Number(other)) if one == other => Ok(()),
            (Json::Number(one), Json::Number(other)) if one.is_closest_double(&other) => {
                self.changes.insert(Change::Rounded);
                Ok(())
            }
            (Json::Object(one), Json::Object(other)) => {
                let names: BTreeSet<_> = one.keys().chain(other.keys()).collect();
                for name in names {
                    let (one, other) = (one.get(name), other.get(name));
                    let (one, other) = (one.map(Box::as_ref), other.map(Box::as_ref));
                    let property = &schema["properties"][name];
                    self.member(&format!("{at}/{name}"), property, one, other)?;
                }
                Ok(())
            }
            (Json::Array(one), Json::Array(other)) if one.len() == other.len() => {
                for (index, (one, other)) in one.iter().zip(&other).enumerate() {
                    self.alike(&format!("{at}/{index}"), &schema["items"], one, other)?;
                }
                Ok(())
            }
            (Json::Other(one), Json::Other(other)) if one == other => Ok(()),
            _ => Err(difference(at, Some(sent.get()), Some(returned.get()))),
        }
    }

    /// Compares the values of a property. Either may be absent.
    fn member(
        &mut self,
        at: &str,
        schema: &'d Value,
        sent: Option<&RawValue>,
        returned: Option<&RawValue>,
    ) -> Result<(), String> {
        let change = match (sent, returned) {
            (Some(sent), Some(returned)) => return self.alike(at, schema, sent, returned),
            (Some(sent), None) if matches!(sent.get(), "[]" | "{}") => Change::EmptyDropped,
            (None, Some(returned)) if self.is_default(schema, returned) => Change::DefaultsFilled,
            _ => {
                return Err(difference(
                    at,
                    sent.map(RawValue::get),
                    returned.map(RawValue::get),
                ));
            }
        };
        self.changes.insert(change);
        Ok(())
    }

    /// Whether a schema, or what it refers to, states a value as its default.
    fn is_default(&self, schema: &'d Value, value: &RawValue) -> bool {
        let value = serde_json::from_str::<Value>(value.get()).ok();
        let stated = [schema, self.resolved(schema)].map(|it| it.get("default"));
        stated
            .into_iter()
            .flatten()
            .any(|it| Some(it) == value.as_ref())
    }

    fn resolved(&self, schema: &'d Value) -> &'d Value {
        let component = |to: &str| self.document.pointer(to.strip_prefix('#')?);
        schema["$ref"]
            .as_str()
            .and_then(component)
            .unwrap_or(schema)
    }
}

/// A JSON text, parsed down to its first level.
enum Json {
    Number(Decimal),
    Object(BTreeMap<String, Box<RawValue>>),
    Array(Vec<Box<RawValue>>),
    /// A text, a boolean or `null`.
    Other(Value),
}

impl Json {
    fn of(raw: &RawValue) -> Self {
        let text = raw.get();
        if let Some(number) = Decimal::of(text) {
            return Self::Number(number);
        }
        let object = serde_json::from_str(text).map(Self::Object);
        let array = || serde_json::from_str(text).map(Self::Array);
        let other = || serde_json::from_str(text).map(Self::Other);
        object
            .or_else(|_| array())
            .or_else(|_| other())
            .unwrap_or(Self::Other(Value::Null))
    }
}

/// Describes a difference. A long value is cut.
fn difference(at: &str, sent: Option<&str>, returned: Option<&str>) -> String {
    /// How many characters of a value help to see what happened to it.
    const MOST: usize = 60;
    let short = |text: Option<&str>| match text {
        None => "nothing".to_owned(),
        Some(text) if text.chars().count() > MOST => {
            format!("{}…", text.chars().take(MOST).collect::<String>())
        }
        Some(text) => text.to_owned(),
    };
    let place = if at.is_empty() {
        String::new()
    } else {
        format!(" at `{at}`")
    };
    format!(
        "expected {}{place}, but found {} instead",
        short(sent),
        short(returned)
    )
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use serde_json::json;

    use super::{Change, came_back};

    fn compared(sent: &str, returned: &str) -> Result<BTreeSet<Change>, String> {
        let document = json!({ "components": { "schemas": {
            "A": { "properties": { "b": { "$ref": "#/components/schemas/B" } } },
            "B": { "properties": { "of": { "default": "en" }, "c": { "items": {} } } },
        } } });
        came_back(&document, "A", sent, returned)
    }

    #[test]
    fn texts_that_say_the_same_are_alike() {
        for (one, other) in [
            (
                r#"{"a":1,"b":[true,null]}"#,
                r#"{ "b": [true, null], "a": 1.0 }"#,
            ),
            (r#"{"a":1234567.89}"#, r#"{"a":1.23456789e6}"#),
            (r#"{"a":"\u00e9<"}"#, r#"{"a":"é\u003c"}"#),
            (r#"{"a":0}"#, r#"{"a":0.0}"#),
        ] {
            assert_eq!(compared(one, other), Ok([].into()), "{one} {other}");
        }
    }

    #[test]
    fn the_first_difference_is_told_with_its_place() {
        for (sent, returned, told) in [
            (
                r#"{"a":{"b":[12345678901234]}}"#,
                r#"{"a":{"b":[12345679000000]}}"#,
                "expected 12345678901234 at `/a/b/0`, but found 12345679000000 instead",
            ),
            (
                r#"{"a":1}"#,
                "{}",
                "expected 1 at `/a`, but found nothing instead",
            ),
            (
                "{}",
                r#"{"a":[]}"#,
                "expected nothing at `/a`, but found [] instead",
            ),
            (
                r#"{"a":1}"#,
                r#"{"a":"1"}"#,
                "expected 1 at `/a`, but found \"1\" instead",
            ),
            ("[1]", "[1,1]", "expected [1], but found [1,1] instead"),
            (
                r#"{"a":null}"#,
                r#"{"a":false}"#,
                "expected null at `/a`, but found false instead",
            ),
        ] {
            assert_eq!(compared(sent, returned), Err(told.to_owned()));
        }
        assert!(compared("{}", "no JSON").is_err());
    }

    /// Two numbers that are one double are not one number.
    #[test]
    fn a_double_is_told_from_the_number_that_it_is_closest_to() {
        let (exact, double) = ("9999999999999999.99", "10000000000000000");
        assert_eq!(compared(exact, exact), Ok([].into()));
        assert_eq!(compared(exact, double), Ok([Change::Rounded].into()));
        assert!(
            compared(double, exact).is_err(),
            "a double carries what was sent"
        );
        assert!(
            compared(exact, "9999999999999990").is_err(),
            "that is not the closest"
        );
        assert!(
            compared("1234567.89", "1234567.9").is_err(),
            "a double carries it"
        );
    }

    #[test]
    fn a_default_is_filled_in_where_the_schema_states_it() {
        let filled = Ok([Change::DefaultsFilled].into());
        assert_eq!(compared(r#"{"b":{}}"#, r#"{"b":{"of":"en"}}"#), filled);
        assert!(compared(r#"{"b":{}}"#, r#"{"b":{"of":"fr"}}"#).is_err());
        assert!(
            compared("{}", r#"{"of":"en"}"#).is_err(),
            "it is of another schema"
        );
        assert!(compared(r#"{"b":{"of":"fr"}}"#, r#"{"b":{"of":"en"}}"#).is_err());
    }

    #[test]
    fn an_empty_array_or_map_that_is_dropped_is_told() {
        let dropped = Ok([Change::EmptyDropped].into());
        assert_eq!(compared(r#"{"b":{"c":[]}}"#, r#"{"b":{}}"#), dropped);
        assert_eq!(compared(r#"{"b":{}}"#, "{}"), dropped);
        assert!(compared(r#"{"b":{"c":[1]}}"#, r#"{"b":{}}"#).is_err());
        assert!(compared(r#"{"b":{"c":[]}}"#, r#"{"b":{"c":null}}"#).is_err());
    }
}
