//! Judges a record before it takes the place of another: by the exported schemas, and by the types.
//!
//! The schemas say everything that is wrong at once, and keep a record from leading to an answer that the document does not have.
//! The types know what a schema cannot say, such as how many decimals a number has.

use std::sync::OnceLock;

use jsonschema::Validator;
use jsonschema::error::{TypeKind, ValidationErrorKind};
use serde_json::{Map, Value, json};

use super::refused::Violation;
use crate::customers::{Record, Source};

/// The schemas of records; what they refer to is of the exported ones.
const RECORDS: &str = include_str!("records.schema.json");

/// The exported schemas of the contract's types.
const TYPES: [&str; 4] = [
    include_str!("../../../../spec/schemas/citi.schema.json"),
    include_str!("../../../../spec/schemas/citibanamex.schema.json"),
    include_str!("../../../../spec/schemas/flexiti.schema.json"),
    include_str!("../../../../spec/schemas/worldline.schema.json"),
];

/// What is expected where a property is that no record and no type has.
const UNKNOWN: &str = "a property of the record or of the contract";

/// Reads a record.
///
/// # Errors
///
/// All that is wrong by the schemas, or else what is wrong by the types.
pub(super) fn record<R: Record>(text: &[u8]) -> Result<R, Vec<Violation>> {
    let stated: Value = serde_json::from_slice(text).map_err(|error| unread(&error))?;
    let mut wrong = Vec::new();
    for error in validator(R::SOURCE).iter_errors(&stated) {
        let place = error.instance_path().to_string();
        match error.kind() {
            ValidationErrorKind::AdditionalProperties { unexpected } => {
                let places = unexpected.iter();
                let places = places.map(|name| format!("{place}/{}", escaped(name)));
                wrong.extend(places.map(|place| Violation::new(place, UNKNOWN)));
            }
            rule => wrong.push(Violation::new(place, expected(rule))),
        }
    }
    if !wrong.is_empty() {
        return Err(wrong);
    }
    let record: R = serde_json::from_slice(text).map_err(|error| unread(&error))?;
    let mut wrong = Vec::new();
    if let Ok(kept) = serde_json::to_value(&record) {
        lost(&stated, &kept, "", &mut wrong);
    }
    let flaws = record.flaws().into_iter();
    wrong.extend(flaws.map(|(place, expected)| Violation::new(place, expected)));
    if wrong.is_empty() {
        Ok(record)
    } else {
        Err(wrong)
    }
}

/// What could not be read.
///
/// The contract's types say what they expected and no more; what others say can repeat the value.
fn unread(error: &serde_json::Error) -> Vec<Violation> {
    let place = format!("line {}, column {}", error.line(), error.column());
    let said = error.to_string();
    let expected = match said.strip_prefix("expected ") {
        Some(expected) if error.is_data() => expected.split(" at line ").next().unwrap_or_default(),
        _ if error.is_data() => "a value that the type of its property can hold",
        _ => "JSON",
    };
    vec![Violation::new(place, expected)]
}

/// Says what was stated and is not kept: properties that no type has.
fn lost(stated: &Value, kept: &Value, place: &str, wrong: &mut Vec<Violation>) {
    match (stated, kept) {
        (Value::Object(stated), Value::Object(kept)) => {
            for (name, stated) in stated {
                let place = format!("{place}/{}", escaped(name));
                match kept.get(name) {
                    Some(kept) => lost(stated, kept, &place, wrong),
                    None => wrong.push(Violation::new(place, UNKNOWN)),
                }
            }
        }
        (Value::Array(stated), Value::Array(kept)) => {
            for (index, (stated, kept)) in stated.iter().zip(kept).enumerate() {
                lost(stated, kept, &format!("{place}/{index}"), wrong);
            }
        }
        _ => {}
    }
}

/// A name as JSON pointers have it: RFC 6901, section 3.
fn escaped(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}

/// What a rule expects, in words and without the value.
fn expected(rule: &ValidationErrorKind) -> String {
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

/// The validator of a source's records, made when it is needed first.
fn validator(source: Source) -> &'static Validator {
    static VALIDATORS: [OnceLock<Validator>; Source::ALL.len()] =
        [const { OnceLock::new() }; Source::ALL.len()];
    VALIDATORS[source as usize].get_or_init(|| {
        let schema = schema(source);
        let options = jsonschema::options()
            .with_draft(jsonschema::Draft::Draft202012)
            .should_validate_formats(true);
        options
            .build(&schema)
            .expect("the schemas are compiled in, and a test builds them")
    })
}

/// The schema of a source's records, with all that it refers to.
fn schema(source: Source) -> Value {
    let defs = |text: &str| {
        let schema: Value = serde_json::from_str(text).unwrap_or_default();
        let defs = schema.get("$defs").and_then(Value::as_object).cloned();
        defs.unwrap_or_default()
    };
    let all: Map<String, Value> = TYPES.into_iter().chain([RECORDS]).flat_map(defs).collect();
    json!({ "$ref": format!("#/$defs/{source}"), "$defs": all })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_source_has_a_schema_of_its_records() {
        for source in Source::ALL {
            assert!(!validator(source).is_valid(&json!({})), "{source}");
        }
    }

    #[test]
    fn what_a_type_says_is_repeated_only_if_it_says_no_value() {
        let said = |text: &str| {
            let number: Result<contract::scalar::Number<3, 0>, _> = serde_json::from_str(text);
            unread(&number.expect_err("it is none")).remove(0).expected
        };
        assert_eq!(
            said("1234"),
            "a number of at most 3 digits, none of them after the decimal point"
        );
        let other: Result<u8, _> = serde_json::from_str("\"expected SECRET\"");
        let other = unread(&other.expect_err("it is none")).remove(0);
        assert_eq!(
            other.expected,
            "a value that the type of its property can hold"
        );
    }

    #[test]
    fn no_type_has_the_name_of_a_record() {
        let count = |text: &str| {
            let schema: Value = serde_json::from_str(text).expect("it is JSON");
            schema["$defs"].as_object().map_or(0, Map::len)
        };
        let each: usize = TYPES.into_iter().chain([RECORDS]).map(count).sum();
        let together = schema(Source::HongKong);
        assert_eq!(together["$defs"].as_object().map_or(0, Map::len), each);
    }
}
