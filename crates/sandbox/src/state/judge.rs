//! Judges a record before it takes the place of another: by the exported schemas, and by the types.
//!
//! The schemas say everything that is wrong at once, and keep a record from leading to an answer that the document does not have.
//! The types know what a schema cannot say, such as how many decimals a number has.

mod schema;
mod tree;

use jsonschema::error::ValidationErrorKind;
use serde_json::Value;
use serde_path_to_error::{Path, Segment};

use super::refused::Violation;
use crate::customers::Record;
use crate::rule;
use schema::Schema;
use tree::Tree;

/// So many numbers that types refuse are said at once: each of them takes one more reading of the record.
const REFUSED: usize = 100;

/// Reads a record.
///
/// Its numbers are those of JSON without an exponent, and zero has no sign.
///
/// # Errors
///
/// All that is wrong by the schemas, or else what is wrong by the types.
pub(super) fn record<R: Record>(text: &[u8]) -> Result<R, Vec<Violation>> {
    let stated: Value = serde_json::from_slice(text).map_err(|error| unread(&error))?;
    let mut tree = Tree::read(text).map_err(|error| unread(&error))?;
    let schema = Schema::of(R::SOURCE);
    let mut wrong = Vec::new();
    tree.twice("", &mut wrong);
    for error in schema.validator.iter_errors(&stated) {
        let place = error.instance_path().to_string();
        let expected = match error.kind() {
            ValidationErrorKind::AdditionalProperties { .. } => no_others(schema, &place),
            rule => rule::expected(rule),
        };
        wrong.push(Violation::new(place, expected));
    }
    if !wrong.is_empty() {
        return Err(wrong);
    }
    let record: R = typed(&mut tree)?;
    if let Ok(kept) = serde_json::to_value(&record) {
        lost(schema, &stated, &kept, "", &mut wrong);
    }
    let flaws = record.flaws().into_iter();
    wrong.extend(flaws.map(|(place, expected)| Violation::new(place, expected)));
    if wrong.is_empty() {
        Ok(record)
    } else {
        Err(wrong)
    }
}

/// What could not be read at all.
fn unread(error: &serde_json::Error) -> Vec<Violation> {
    let place = format!("line {}, column {}", error.line(), error.column());
    vec![Violation::new(place, "JSON")]
}

/// Reads a record by its type, or says each number that the types refuse, or else the first value.
fn typed<R: Record>(tree: &mut Tree) -> Result<R, Vec<Violation>> {
    let mut wrong = Vec::new();
    loop {
        let text = tree.to_string();
        let mut reader = serde_json::Deserializer::from_str(&text);
        let error = match serde_path_to_error::deserialize(&mut reader) {
            Ok(record) if wrong.is_empty() => return Ok(record),
            Ok(_) => return Err(wrong),
            Err(error) => error,
        };
        let place = pointer(error.path());
        wrong.push(Violation::new(place, of_type(error.inner())));
        // With a number that every type takes in its place, the others are judged as well.
        match tree.at(error.path()) {
            Some(Tree::Number(number)) if number != "0" && wrong.len() < REFUSED => {
                "0".clone_into(number);
            }
            _ => return Err(wrong),
        }
    }
}

/// What a type expected.
///
/// The contract's types say what they expected and no more; what others say can repeat the value.
fn of_type(error: &serde_json::Error) -> String {
    let said = error.to_string();
    let expected = said.strip_prefix("expected ");
    let expected = expected.and_then(|expected| expected.split(" at line ").next());
    expected
        .unwrap_or("a value that the type of its property can hold")
        .to_owned()
}

/// A path as a JSON pointer.
fn pointer(path: &Path) -> String {
    let segments = path.iter().map(|segment| match segment {
        Segment::Seq { index } => format!("/{index}"),
        Segment::Map { key } => format!("/{}", escaped(key)),
        Segment::Enum { .. } | Segment::Unknown => String::new(),
    });
    segments.collect()
}

/// Says where something was stated that is not kept: properties that no type has.
fn lost(schema: &Schema, stated: &Value, kept: &Value, place: &str, wrong: &mut Vec<Violation>) {
    match (stated, kept) {
        (Value::Object(stated), Value::Object(kept)) => {
            for (name, stated) in stated {
                match kept.get(name) {
                    Some(kept) => {
                        let place = format!("{place}/{}", escaped(name));
                        lost(schema, stated, kept, &place, wrong);
                    }
                    None => wrong.push(Violation::new(place, no_others(schema, place))),
                }
            }
        }
        (Value::Array(stated), Value::Array(kept)) => {
            for (index, (stated, kept)) in stated.iter().zip(kept).enumerate() {
                lost(schema, stated, kept, &format!("{place}/{index}"), wrong);
            }
        }
        _ => {}
    }
}

/// What is expected of an object that has a property too many: its name is the client's, and is not repeated.
fn no_others(schema: &Schema, place: &str) -> String {
    let names = schema.names(place).join(", ");
    format!("no other properties than {names}")
}

/// A name as JSON pointers have it: RFC 6901, section 3.
fn escaped(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_type_says_is_repeated_only_if_it_says_no_value() {
        let number: Result<contract::scalar::Number<3, 0>, _> = serde_json::from_str("1234");
        assert_eq!(
            of_type(&number.expect_err("it is none")),
            "a number of at most 3 digits, none of them after the decimal point"
        );
        let other: Result<u8, _> = serde_json::from_str("\"expected SECRET\"");
        assert_eq!(
            of_type(&other.expect_err("it is none")),
            "a value that the type of its property can hold"
        );
    }
}
