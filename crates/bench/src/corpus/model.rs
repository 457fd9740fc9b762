//! What an operation of the invented API is made of.

use serde_json::Value;

#[derive(Clone, Debug)]
pub(super) struct Operation {
    /// In lower case, as the page writes it.
    pub(super) method: &'static str,
    /// The path, with the template of its parameter.
    pub(super) path: String,
    pub(super) title: String,
    /// Header, path and query parameters, in this order.
    pub(super) parameters: Vec<Parameter>,
    /// The fields of a successful response.
    pub(super) body: Vec<Field>,
    /// Whether it may answer without a body too.
    pub(super) may_be_empty: bool,
    /// The statuses of its errors.
    pub(super) failures: &'static [Failure],
}

#[derive(Clone, Debug)]
pub(super) struct Parameter {
    /// `header`, `path` or `query`.
    pub(super) place: &'static str,
    pub(super) name: &'static str,
    /// Whether it must be there.
    pub(super) required: bool,
    /// What is said of it.
    pub(super) said: Said,
}

/// One field of a body.
#[derive(Clone, Debug)]
pub(super) struct Field {
    pub(super) name: String,
    pub(super) shape: Shape,
}

/// What a field is.
#[derive(Clone, Debug)]
pub(super) enum Shape {
    Scalar(Said),
    /// An object with fields, with the name of its type.
    Object(&'static str, Vec<Field>),
    /// A list of objects with fields, with the name of their type.
    List(&'static str, Vec<Field>),
    /// A list without any further statement.
    Array,
}

/// What is said of a scalar.
#[derive(Clone, Debug)]
pub(super) struct Said {
    /// The type of JSON Schema.
    pub(super) ty: &'static str,
    /// The wording, which states the keywords that have no line of their own.
    pub(super) wording: String,
    /// Further keywords of its schema.
    pub(super) keywords: Value,
}

/// One error status: type, code and details of each of its rows.
#[derive(Clone, Copy, Debug)]
pub(super) struct Failure {
    pub(super) status: &'static str,
    /// What a document says about it.
    pub(super) description: &'static str,
    pub(super) rows: &'static [[&'static str; 3]],
}
