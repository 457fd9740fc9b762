//! What a request is checked for before it is answered, by the document of its page.
//!
//! Everything that is wrong with a request is found, in documented order; a value is never part of what is found.

mod body;
mod credentials;
mod negotiation;
mod parameters;

use jsonschema::Validator;
use serde_json::Value;

use crate::rule;

pub(crate) use body::BodyCheck;
pub(crate) use credentials::{credentials, plain_number, token};
pub(crate) use negotiation::{IDENTITY, accepts_json, is_json, is_not_coded};
pub(crate) use parameters::{ParameterCheck, Parameters, parameters};

/// One thing that is wrong with a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Wrong {
    /// The field: a parameter's name, or the steps to a property of the body.
    pub location: Location,
    /// What was expected of it, in words without its value.
    pub expected: String,
}

/// Which field of a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Location {
    /// A header, or a parameter of path or query, by its name.
    Parameter(String),
    /// A property of the body, by the steps to it; none is the body itself.
    Body(Vec<Step>),
}

/// One step into a body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    /// To a property.
    Property(String),
    /// To an element of an array, counted from 0.
    Element(usize),
}

impl Wrong {
    /// A parameter that is not as expected.
    #[must_use]
    pub(crate) fn parameter(name: &str, expected: impl Into<String>) -> Self {
        Self {
            location: Location::Parameter(name.to_owned()),
            expected: expected.into(),
        }
    }

    /// A body that is not as expected as a whole.
    pub(crate) fn body(expected: impl Into<String>) -> Self {
        Self {
            location: Location::Body(Vec::new()),
            expected: expected.into(),
        }
    }

    /// A property of the body's own that is not as expected.
    #[must_use]
    pub(crate) fn property(name: &str, expected: impl Into<String>) -> Self {
        Self {
            location: Location::Body(vec![Step::Property(name.to_owned())]),
            expected: expected.into(),
        }
    }
}

impl Location {
    /// The field's name, as errors of Citi and Citibanamex have it: `emails.emailKey`.
    #[must_use]
    pub(crate) fn name(&self) -> String {
        self.written(0)
    }

    /// The field as a JSONata query, as Worldline's page writes it: elements are counted from 1; nothing for the whole body.
    // worldline-connect, lines 215 to 219: `a[1]` selects the first element.
    #[must_use]
    pub(crate) fn jsonata(&self) -> Option<String> {
        let whole = matches!(self, Self::Body(steps) if steps.is_empty());
        (!whole).then(|| self.written(1))
    }

    fn written(&self, first: usize) -> String {
        let steps = match self {
            Self::Parameter(name) => return name.clone(),
            Self::Body(steps) if steps.is_empty() => return "body".to_owned(),
            Self::Body(steps) => steps,
        };
        let mut written = String::new();
        for step in steps {
            match step {
                Step::Property(name) if written.is_empty() => written.push_str(name),
                Step::Property(name) => written.extend([".", name]),
                Step::Element(index) => written.extend(["[", &(index + first).to_string(), "]"]),
            }
        }
        written
    }
}

/// A document that cannot be answered to.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("expected a document that can be answered to, but found that of {of}: {why}")]
pub struct DocumentError {
    of: String,
    why: String,
}

impl DocumentError {
    /// What cannot be answered to, and why.
    #[must_use]
    pub fn new(of: &str, why: &str) -> Self {
        Self {
            of: of.to_owned(),
            why: why.to_owned(),
        }
    }
}

/// What the schema of a document demands.
fn validator(of: &str, schema: &Value) -> Result<Validator, DocumentError> {
    let built = rule::validator(schema);
    built.map_err(|error| DocumentError::new(of, &error.masked().to_string()))
}

/// What a value breaks of a schema, in words without the value.
fn words(error: &jsonschema::ValidationError) -> String {
    format!("expected {}", rule::expected(error.kind()))
}
