//! The body of a request: JSON, as its schema has it.

use jsonschema::Validator;
use jsonschema::error::ValidationErrorKind;
use jsonschema::paths::LocationSegment;
use serde_json::{Value, json};

use super::{Location, SchemaError, Step, Wrong, validator, words};

/// What is documented of a body.
#[derive(Debug)]
pub struct BodyCheck {
    validator: Validator,
    required: bool,
}

/// Why there is no body to answer to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unread {
    /// It is not as documented.
    Wrong(Vec<Wrong>),
    /// There is none, and none is required.
    Absent,
}

impl BodyCheck {
    /// The check of the body that a document requests.
    ///
    /// # Errors
    ///
    /// That its schema is none.
    pub fn new(document: &Value, body: &Value) -> Result<Self, SchemaError> {
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

    /// Whether the bytes are a body as documented.
    ///
    /// # Errors
    ///
    /// Everything that is wrong with it, or that it is absent as it may be.
    pub fn check(&self, bytes: &[u8]) -> Result<(), Unread> {
        if bytes.is_empty() && !self.required {
            return Err(Unread::Absent);
        }
        let body: Value = match serde_json::from_slice(bytes) {
            Ok(body) => body,
            Err(error) => return Err(Unread::Wrong(vec![unreadable(bytes, &error)])),
        };
        let wrong: Vec<Wrong> = self
            .validator
            .iter_errors(&body)
            .map(|it| wrong(&it))
            .collect();
        if wrong.is_empty() {
            Ok(())
        } else {
            Err(Unread::Wrong(wrong))
        }
    }
}

/// What is said of a body that is no JSON; where it ends to be, never what is there.
fn unreadable(bytes: &[u8], error: &serde_json::Error) -> Wrong {
    let expected = if bytes.is_empty() {
        "expected a body".to_owned()
    } else {
        let (line, column) = (error.line(), error.column());
        format!("expected JSON, but it ends to be JSON at line {line}, column {column}")
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
