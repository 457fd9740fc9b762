//! The body of a request: JSON, as its schema has it.

use jsonschema::Validator;
use jsonschema::error::ValidationErrorKind;
use jsonschema::paths::LocationSegment;
use serde_json::{Value, json};

use super::{DocumentError, Location, Step, Wrong, validator, words};

/// How many faults of a body are reported.
const MOST: usize = 16;

/// The check of a documented body.
#[derive(Debug)]
pub(crate) struct BodyCheck {
    validator: Validator,
    required: bool,
}

impl BodyCheck {
    /// The check of the body that a document requests.
    ///
    /// # Errors
    ///
    /// Returns an error if its schema is invalid.
    pub(crate) fn new(document: &Value, body: &Value) -> Result<Self, DocumentError> {
        let mut schema = body["content"]["application/json"]["schema"].clone();
        if let Some(schema) = schema.as_object_mut() {
            let schemas = document["components"]["schemas"].clone();
            schema.insert("components".to_owned(), json!({ "schemas": schemas }));
        }
        Ok(Self {
            validator: validator("a body", &schema)?,
            required: body["required"] == true,
        })
    }

    /// Whether there is a body to check: an optional body may be missing.
    pub(crate) fn is_due(&self, bytes: &[u8]) -> bool {
        self.required || !bytes.is_empty()
    }

    /// Returns what is wrong with a body, up to [`MOST`] faults.
    pub(crate) fn check(&self, bytes: &[u8]) -> Vec<Wrong> {
        match serde_json::from_slice::<Value>(bytes) {
            Ok(body) => {
                let errors = self.validator.iter_errors(&body).take(MOST);
                errors.map(|error| wrong(&error)).collect()
            }
            Err(error) => vec![unreadable(bytes, &error)],
        }
    }
}

/// Describes a body that is not JSON: where it stops being JSON, but not what stands there.
fn unreadable(bytes: &[u8], error: &serde_json::Error) -> Wrong {
    let expected = if bytes.is_empty() {
        "expected a body".to_owned()
    } else {
        let (line, column) = (error.line(), error.column());
        format!("expected JSON, but found that it stops being JSON at line {line}, column {column}")
    };
    Wrong::body(expected)
}

/// Describes what is wrong with a field; a missing property is the field itself.
fn wrong(error: &jsonschema::ValidationError) -> Wrong {
    let path = error.instance_path().iter();
    let mut steps: Vec<Step> = path
        .map(|segment| match segment {
            LocationSegment::Property(name) => Step::Property(name.into_owned()),
            LocationSegment::Index(index) => Step::Element(index),
        })
        .collect();
    let mut expected = words(error);
    if let ValidationErrorKind::Required { property } = error.kind() {
        steps.extend(
            property
                .as_str()
                .map(|name| Step::Property(name.to_owned())),
        );
        "expected it to be there".clone_into(&mut expected);
    }
    Wrong {
        location: Location::Body(steps),
        expected,
    }
}
