//! Whether a document is valid, for itself.

mod examples;
mod operations;
mod problem;
mod references;
mod tags;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use jsonschema::{Validator, draft4, draft202012};
use serde_json::{Map, Value};

pub use crate::validator::validator;
pub use problem::Problem;

use crate::lint;
use crate::walk::{Kind, schemas};
use problem::rejected;

/// The official JSON Schemas of OpenAPI documents, Apache-2.0, the OpenAPI Initiative.
const OFFICIAL: [&str; 3] = [
    include_str!("validate/openapi-3.0.schema.json"),
    include_str!("validate/openapi-3.1.schema.json"),
    include_str!("validate/openapi-3.2.schema.json"),
];

/// Compiled once: every document of a version is measured by the same schema.
static OPENAPI: [LazyLock<Validator>; 3] = [
    LazyLock::new(|| draft4::new(&official(0)).expect("the official schema is one of draft 4")),
    LazyLock::new(|| {
        draft202012::new(&official(1)).expect("the official schema is one of 2020-12")
    }),
    LazyLock::new(|| {
        draft202012::new(&official(2)).expect("the official schema is one of 2020-12")
    }),
];

fn official(minor: usize) -> Value {
    serde_json::from_str(OFFICIAL[minor]).expect("the official schema is JSON")
}

/// Every place where a document does not fit the official schema of its version.
fn misfits(document: &Value, minor: usize) -> Vec<Problem> {
    rejected(&OPENAPI[minor], document, "")
}

/// Validates several documents, and judges what they have in common once.
#[derive(Debug, Default)]
pub struct Validation {
    /// The schemas that are valid, as JSON.
    schemas: BTreeSet<String>,
    /// Validators of schemas with the components that they refer to, as JSON.
    validators: BTreeMap<String, Option<Validator>>,
}

impl Validation {
    /// Every place where a document is not valid by the rules of its version of OpenAPI, or by
    /// those of JSON Schema if it has none.
    #[must_use]
    pub fn problems(&mut self, document: &Value) -> Vec<Problem> {
        let Some(version) = document.get("openapi") else {
            return json_schema(document);
        };
        let version = version.as_str().unwrap_or_default();
        if version.starts_with("3.0") {
            openapi_3_0(document)
        } else if version.starts_with("3.2") {
            self.openapi_3_2(document)
        } else {
            self.openapi(document)
        }
    }

    /// Returns what [`openapi`] returns.
    fn openapi(&mut self, document: &Value) -> Vec<Problem> {
        let mut problems = self.in_2020_12(document);
        problems.extend(misfits(document, 1));
        problems.sort();
        problems
    }

    /// Returns what [`openapi_3_2`] returns.
    fn openapi_3_2(&mut self, document: &Value) -> Vec<Problem> {
        let mut problems = self.in_2020_12(document);
        problems.extend(tags::nested(document));
        problems.extend(misfits(document, 2));
        problems.sort();
        problems
    }

    /// The rules of both 3.1 and 3.2, whose schemas are those of JSON Schema 2020-12.
    fn in_2020_12(&mut self, document: &Value) -> Vec<Problem> {
        let mut problems = references::resolve(document, Kind::Document);
        for (pointer, schema) in roots(document) {
            let text = schema.to_string();
            if self.schemas.contains(&text) {
                continue;
            }
            let found = not_a_schema(schema, &pointer);
            if found.is_empty() {
                self.schemas.insert(text);
            }
            problems.extend(found);
        }
        problems.extend(contradicted(document));
        // Examples cannot be validated against a broken schema or a reference that leads nowhere.
        if problems.is_empty() {
            problems.extend(examples::fit(document, &mut self.validators));
        }
        problems.extend(references::used(document));
        problems.extend(operations::agree(document));
        problems
    }
}

/// Compiles what every validation needs, so that it can be done while documents are being built.
pub fn prepare() {
    for validator in [&OPENAPI[1], &OPENAPI[2], &OPENAPI[0]] {
        LazyLock::force(validator);
    }
    // The validator of schemas is compiled when it is used first.
    let _ = draft202012::meta::is_valid(&Value::Object(Map::new()));
}

/// Every place where an OpenAPI 3.1 document is not valid.
///
/// The document must fit the official schema, each of its schemas must be one of JSON Schema
/// 2020-12 and must not contradict itself ([`lint::schemas`]), each `$ref` must resolve within the
/// document, each component must be used, path templates and path parameters must agree, each
/// operation must have responses and an id of its own, and each example must fit its schema.
#[must_use]
pub fn openapi(document: &Value) -> Vec<Problem> {
    Validation::default().openapi(document)
}

/// Every place where an OpenAPI 3.2 document is not valid, by the rules of [`openapi`].
///
/// Of its tags, each parent must be a tag, and none its own (OpenAPI 3.2, section 4.22).
#[must_use]
pub fn openapi_3_2(document: &Value) -> Vec<Problem> {
    Validation::default().openapi_3_2(document)
}

/// Every place where an OpenAPI 3.0 document is not valid.
///
/// The document must fit the official schema, which knows the schemas of 3.0 too; no schema may
/// contradict itself, each `$ref` must resolve, and path templates and operation ids must agree as in [`openapi`]. Its examples and
/// components are those of the 3.1 document and are measured there.
#[must_use]
pub fn openapi_3_0(document: &Value) -> Vec<Problem> {
    let mut problems = references::resolve(document, Kind::Document);
    problems.extend(contradicted(document));
    problems.extend(operations::agree(document));
    problems.extend(misfits(document, 0));
    problems.sort();
    problems
}

/// Every place where a JSON Schema 2020-12 is not valid, contradicts itself or refers to nothing.
#[must_use]
pub fn json_schema(document: &Value) -> Vec<Problem> {
    let mut problems = references::resolve(document, Kind::Schema);
    problems.extend(contradicted(document));
    problems.extend(not_a_schema(document, ""));
    problems.sort();
    problems
}

/// Every schema that cannot mean what it says, by the rules that the linter has too.
fn contradicted(document: &Value) -> Vec<Problem> {
    let broken = lint::schemas(document).into_iter();
    let problem = |it: lint::Broken| Problem::new(it.pointer, it.problem);
    broken.map(problem).collect()
}

fn not_a_schema(schema: &Value, pointer: &str) -> Vec<Problem> {
    if draft202012::meta::is_valid(schema) {
        return Vec::new();
    }
    let errors = draft202012::meta::validator();
    let errors = errors.iter_errors(schema);
    errors
        .map(|error| Problem::rejected(pointer, &error))
        .collect()
}

/// The schemas that stand in no other schema, by pointer.
fn roots(document: &Value) -> BTreeMap<String, &Value> {
    let mut roots = BTreeMap::new();
    schemas(document, &mut |node| {
        if node.around().is_none() {
            roots.insert(node.to_string(), node.value);
        }
    });
    roots
}
