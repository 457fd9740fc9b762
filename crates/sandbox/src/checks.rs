//! Checks a request by the document of its page, before it is answered.
//!
//! The checks collect everything that is wrong, in documented order, and never repeat a value.

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
    /// What was expected of it, without the value that was sent.
    pub expected: String,
}

/// Which field of a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Location {
    /// A header, or a parameter of path or query, by its name.
    Parameter(String),
    /// A property of the body, by the steps to it; without steps, the body itself.
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
    /// A parameter that is wrong.
    #[must_use]
    pub(crate) fn parameter(name: &str, expected: impl Into<String>) -> Self {
        Self {
            location: Location::Parameter(name.to_owned()),
            expected: expected.into(),
        }
    }

    /// A body that is wrong as a whole.
    pub(crate) fn body(expected: impl Into<String>) -> Self {
        Self {
            location: Location::Body(Vec::new()),
            expected: expected.into(),
        }
    }

    /// A property at the top of the body that is wrong.
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

    /// The field as a JSONata query, as Worldline's page writes it: elements are counted from 1, and the whole body has none.
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

/// A document that the sandbox cannot serve.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("expected documents that can be served, but found a mistake in {of}: {why}")]
pub struct DocumentError {
    of: String,
    why: String,
}

impl DocumentError {
    /// Names the page, operation or schema with a mistake, and the mistake.
    #[must_use]
    pub fn new(of: &str, why: &str) -> Self {
        Self {
            of: of.to_owned(),
            why: why.to_owned(),
        }
    }
}

/// Compiles a schema of a document.
fn validator(of: &str, schema: &Value) -> Result<Validator, DocumentError> {
    let built = rule::validator(schema);
    built.map_err(|error| DocumentError::new(of, &error.masked().to_string()))
}

/// Describes which rule of a schema a value breaks, without the value.
fn words(error: &jsonschema::ValidationError) -> String {
    format!("expected {}", rule::expected(error.kind()))
}
