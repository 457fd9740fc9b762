//! Whether a document is valid, for itself.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use jsonschema::{Validator, draft202012};
use serde_json::{Map, Value, json};

/// The official JSON Schema of OpenAPI 3.1 documents, Apache-2.0, the OpenAPI Initiative.
const OPENAPI_3_1: &str = include_str!("validate/openapi-3.1.schema.json");

/// Compiled once: every document is measured by the same schema.
static OPENAPI: LazyLock<Validator> = LazyLock::new(|| {
    let schema = serde_json::from_str(OPENAPI_3_1).expect("the official schema is JSON");
    draft202012::new(&schema).expect("the official schema is a JSON Schema")
});

/// A place where a document is not valid.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// The JSON pointer (RFC 6901) to the place.
    pub pointer: String,
    /// The rule that is broken; a rejected value is never repeated.
    pub problem: String,
}

/// Every place where an OpenAPI 3.1 document is not valid.
///
/// The document must fit the official schema, each of its schemas must be one of JSON Schema
/// 2020-12, each `$ref` must resolve within the document, each component must be used, and each
/// example must fit its schema.
#[must_use]
pub fn openapi(document: &Value) -> Vec<Problem> {
    let mut problems: Vec<Problem> = OPENAPI
        .iter_errors(document)
        .map(|error| Problem {
            pointer: error.instance_path().to_string(),
            problem: error.masked().to_string(),
        })
        .collect();
    problems.extend(references(document));
    problems.extend(schemas(document));
    if problems.is_empty() {
        problems.extend(examples(document));
    }
    problems.sort();
    problems
}

/// Every place where a JSON Schema 2020-12 is not valid or refers to nothing.
#[must_use]
pub fn json_schema(document: &Value) -> Vec<Problem> {
    let mut problems = references(document);
    problems.extend(not_a_schema(document, ""));
    problems.sort();
    problems
}

fn not_a_schema(schema: &Value, pointer: &str) -> Vec<Problem> {
    let meta = draft202012::meta::validator();
    let errors = meta.iter_errors(schema).map(|error| Problem {
        pointer: format!("{pointer}{}", error.instance_path()),
        problem: error.masked().to_string(),
    });
    errors.collect()
}

/// The component schemas: references resolve, all are used, all are schemas.
fn schemas(document: &Value) -> Vec<Problem> {
    let mut used = BTreeMap::new();
    walk(document, "", &mut |pointer, member, value| {
        if let (true, Some(target)) = (member == "$ref", value.as_str()) {
            used.entry(target.to_owned())
                .or_insert_with(|| pointer.to_owned());
        }
    });
    let mut problems = Vec::new();
    for (name, schema) in document["components"]["schemas"]
        .as_object()
        .into_iter()
        .flatten()
    {
        let pointer = format!("/components/schemas/{name}");
        if !used.contains_key(&format!("#{pointer}")) {
            let problem = "expected a use of this component, but found none instead".to_owned();
            problems.push(Problem {
                pointer: pointer.clone(),
                problem,
            });
        }
        problems.extend(not_a_schema(schema, &pointer));
    }
    problems
}

fn references(document: &Value) -> Vec<Problem> {
    let mut problems = Vec::new();
    walk(document, "", &mut |pointer, member, value| {
        let (true, Some(target)) = (member == "$ref", value.as_str()) else {
            return;
        };
        let resolves = target
            .strip_prefix('#')
            .is_some_and(|at| document.pointer(at).is_some());
        if !resolves {
            let problem =
                format!("expected a reference that resolves, but found `{target}` instead");
            problems.push(Problem {
                pointer: pointer.to_owned(),
                problem,
            });
        }
    });
    problems
}

/// Every example of a media type, measured by the schema beside it.
fn examples(document: &Value) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut validators: BTreeMap<String, Option<Validator>> = BTreeMap::new();
    walk(document, "", &mut |pointer, member, examples| {
        // The schema beside the examples has the pointer of the media type.
        let (true, Some(examples)) = (member == "examples", examples.as_object()) else {
            return;
        };
        let holder = pointer.rsplit_once('/').map_or("", |(holder, _)| holder);
        let Some(schema) = document
            .pointer(holder)
            .and_then(|holder| holder.get("schema"))
        else {
            return;
        };
        let validator = validators
            .entry(schema.to_string())
            .or_insert_with(|| validator(document, schema));
        for (label, example) in examples {
            let pointer = format!("{pointer}/{label}/value");
            let value = example.get("value").unwrap_or(&Value::Null);
            let Some(validator) = validator else {
                let problem = "expected a schema that can be applied".to_owned();
                problems.push(Problem { pointer, problem });
                continue;
            };
            problems.extend(validator.iter_errors(value).map(|error| Problem {
                pointer: format!("{pointer}{}", error.instance_path()),
                problem: error.masked().to_string(),
            }));
        }
    });
    problems
}

/// A validator of one schema of the document, which may refer to the components.
#[must_use]
pub fn validator(document: &Value, schema: &Value) -> Option<Validator> {
    let mut root = Map::new();
    root.insert("allOf".to_owned(), json!([schema]));
    root.insert("components".to_owned(), document["components"].clone());
    jsonschema::options()
        .with_draft(jsonschema::Draft::Draft202012)
        .should_validate_formats(true)
        .build(&Value::Object(root))
        .ok()
}

/// Visits every member of every object, with its JSON pointer.
fn walk<'v>(value: &'v Value, pointer: &str, visit: &mut impl FnMut(&str, &str, &'v Value)) {
    match value {
        Value::Object(members) => {
            for (member, value) in members {
                let token = member.replace('~', "~0").replace('/', "~1");
                let pointer = format!("{pointer}/{token}");
                visit(&pointer, member, value);
                walk(value, &pointer, visit);
            }
        }
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                walk(item, &format!("{pointer}/{index}"), visit);
            }
        }
        _ => {}
    }
}
