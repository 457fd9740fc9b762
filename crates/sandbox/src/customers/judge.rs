//! Judges a record before it replaces another: by its schema, and by its type.
//!
//! The schema collects everything that is wrong, and keeps a record from leading to an undocumented answer.
//! The type knows what a schema cannot say, such as how many decimals a number has.

use std::any::TypeId;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use contract::catalogue::{PROVIDERS, component_name};
use jsonschema::Validator;
use jsonschema::error::ValidationErrorKind;
use serde_json::{Map, Value, json};
use serde_path_to_error::{Path, Segment};

use super::{Record, Violation};
use crate::page::SCHEMAS;
use crate::rule;

/// How many violations of a type are collected: each of them costs one more reading of the record.
const MOST: usize = 100;

/// Reads a record.
///
/// # Errors
///
/// Returns everything that breaks the schema, or else everything that breaks the type.
pub(super) fn record<R: Record>(text: &[u8]) -> Result<R, Vec<Violation>> {
    let sent: Value = serde_json::from_slice(text).map_err(|error| {
        let place = format!("line {}, column {}", error.line(), error.column());
        vec![Violation::new(place, "JSON")]
    })?;
    let schema = Schema::of::<R>();
    let errors = schema.validator.iter_errors(&sent);
    let wrong: Vec<_> = errors.map(|error| schema.violation(&error)).collect();
    if !wrong.is_empty() {
        return Err(wrong);
    }
    let record: R = typed(text, sent)?;
    let flaws = record.flaws().into_iter();
    let wrong: Vec<_> = flaws
        .map(|(place, expected)| Violation::new(place, expected))
        .collect();
    if wrong.is_empty() {
        Ok(record)
    } else {
        Err(wrong)
    }
}

/// The schema of a record.
struct Schema {
    validator: Validator,
    document: Value,
}

impl Schema {
    /// The schema of a page's records, built when the first record is put.
    fn of<R: Record>() -> Arc<Self> {
        static BUILT: Mutex<Option<HashMap<TypeId, Arc<Schema>>>> = Mutex::new(None);
        let mut built = BUILT.lock().unwrap_or_else(PoisonError::into_inner);
        let built = built.get_or_insert_with(HashMap::new);
        let schema = built.entry(TypeId::of::<R>());
        Arc::clone(schema.or_insert_with(|| {
            let document = document::<R>();
            let validator = rule::validator(&document);
            Arc::new(Self {
                validator: validator.expect("the schema is derived, and a test builds each"),
                document,
            })
        }))
    }

    fn violation(&self, error: &jsonschema::ValidationError) -> Violation {
        let expected = match error.kind() {
            // The name of a property too many is the client's, and is not repeated.
            ValidationErrorKind::AdditionalProperties { .. } => {
                let rule = error.schema_path().as_str();
                let object = rule.strip_suffix("/additionalProperties");
                let object = object.and_then(|object| self.document.pointer(object));
                let known = object.and_then(|object| object["properties"].as_object());
                let names: Vec<_> = known.into_iter().flat_map(Map::keys).cloned().collect();
                format!("no other properties than {}", names.join(", "))
            }
            rule => rule::expected(rule),
        };
        Violation::new(error.instance_path().to_string(), expected)
    }
}

/// The schema of a record: derived, with the exported schemas of the contract's types, and closed.
fn document<R: Record>() -> Value {
    let mut document = schemars::schema_for!(R).to_value();
    let provider = PROVIDERS.iter().find(|provider| provider.id == R::PAGE);
    let vendor = provider.map_or("", |provider| provider.group);
    let exported = SCHEMAS.iter().find(|(name, _)| *name == vendor);
    let mut exported: Value =
        serde_json::from_str(exported.map_or("null", |(_, text)| text)).unwrap_or_default();
    let derived = document["$defs"].as_object().cloned().unwrap_or_default();
    // A type is derived under its own name, and exported with that of its vendor before it.
    for noun in derived.keys() {
        let name = component_name(vendor, noun);
        if exported["$defs"].get(&name).is_some() {
            document["$defs"][noun] = json!({ "$ref": format!("#/$defs/{name}") });
        }
    }
    for (name, schema) in exported["$defs"].as_object_mut().into_iter().flatten() {
        document["$defs"][name] = schema.take();
    }
    let definitions = document["$defs"].as_object_mut();
    for schema in definitions.into_iter().flat_map(Map::values_mut) {
        if schema.get("properties").is_some() {
            schema["additionalProperties"] = false.into();
        }
    }
    document["additionalProperties"] = false.into();
    document
}

/// Reads a record by its type, digit by digit.
///
/// # Errors
///
/// Returns every value that the type refuses.
fn typed<R: Record>(text: &[u8], mut sent: Value) -> Result<R, Vec<Violation>> {
    let mut wrong = Vec::new();
    let mut error = match read::<R>(text) {
        Ok(record) => return Ok(record),
        Err(error) => error,
    };
    loop {
        let place = pointer(error.path());
        wrong.push(Violation::new(&place, of_type(error.inner())));
        // With a number that every type takes in its place, the others are judged as well.
        match sent.pointer_mut(&place) {
            Some(number) if number.is_number() && wrong.len() < MOST => *number = 0.into(),
            _ => return Err(wrong),
        }
        error = match read::<R>(sent.to_string().as_bytes()) {
            Ok(_) => return Err(wrong),
            Err(error) => error,
        };
    }
}

fn read<R: Record>(text: &[u8]) -> Result<R, serde_path_to_error::Error<serde_json::Error>> {
    serde_path_to_error::deserialize(&mut serde_json::Deserializer::from_slice(text))
}

/// What a type expected.
///
/// The contract's types say what they expected and no more; the messages of others can repeat the value.
fn of_type(error: &serde_json::Error) -> String {
    let message = error.to_string();
    let expected = message.strip_prefix("expected ");
    let expected = expected.and_then(|expected| expected.split(" at line ").next());
    match expected {
        Some(expected) => expected.to_owned(),
        None if message.starts_with("duplicate field") => "each property once".to_owned(),
        None => "a value that the type of its property can hold".to_owned(),
    }
}

/// A path as a JSON pointer (RFC 6901).
fn pointer(path: &Path) -> String {
    let segments = path.iter().map(|segment| match segment {
        Segment::Seq { index } => format!("/{index}"),
        Segment::Map { key } => format!("/{}", claims::Pointer::escape(key)),
        Segment::Enum { variant } => format!("/{variant}"),
        Segment::Unknown => String::new(),
    });
    segments.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_type_expects_is_repeated_only_without_a_value() {
        let number: Result<contract::scalar::Number<3, 0>, _> = serde_json::from_str("1234");
        assert_eq!(
            of_type(&number.expect_err("it has four digits")),
            "a number of at most 3 digits, none of them after the decimal point"
        );
        let other: Result<u8, _> = serde_json::from_str("\"expected SECRET\"");
        assert_eq!(
            of_type(&other.expect_err("it is a text")),
            "a value that the type of its property can hold"
        );
    }
}
