//! The body of a request: JSON, as its schema has it.

use jsonschema::Validator;
use jsonschema::error::ValidationErrorKind;
use jsonschema::paths::LocationSegment;
use serde_json::{Value, json};

use super::{DocumentError, Location, Step, Wrong, validator, words};

/// As many faults of a body are told: whoever sends thousands is helped by the first.
const MOST: usize = 16;

/// What is documented of a body.
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
    /// That its schema is none.
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

    /// Whether a body is to be checked: one that may be absent is not, where it is.
    pub(crate) fn is_due(&self, bytes: &[u8]) -> bool {
        self.required || !bytes.is_empty()
    }

    /// What is wrong with a body, up to a number of faults.
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

/// What is said of a body that is no JSON: where it stops being JSON, never what is there.
fn unreadable(bytes: &[u8], error: &serde_json::Error) -> Wrong {
    let expected = if bytes.is_empty() {
        "expected a body".to_owned()
    } else {
        let (line, column) = (error.line(), error.column());
        format!("expected JSON, but found that it stops being JSON at line {line}, column {column}")
    };
    Wrong {
        location: Location::Body(Vec::new()),
        expected,
    }
}

/// What is wrong, with the field; of a property that is absent, that property.
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
