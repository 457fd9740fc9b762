//! Examples fit their schemas.

use std::collections::BTreeMap;

use jsonschema::Validator;
use serde_json::{Value, json};

use super::{Problem, elements, members, rejected, step, walk};

/// Every example that does not fit its schema: of a parameter or a media type the schema beside
/// it, of a schema that schema.
///
/// Validators are kept for the next document, by their schema.
pub(super) fn fit(
    document: &Value,
    validators: &mut BTreeMap<String, Option<Validator>>,
) -> Vec<Problem> {
    let mut problems = Vec::new();
    walk(document, &mut |place, member, found| {
        if !matches!(member, "example" | "examples") {
            return;
        }
        let (pointer, holder) = (place.to_string(), place.holder);
        // A schema's examples are an array, those of a media type have names.
        let (schema, examples): (_, Vec<(String, &Value)>) = match member {
            "examples" if found.is_array() => {
                let each = elements(found).enumerate();
                let each = each.map(|(index, value)| (format!("{pointer}/{index}"), value));
                (Some(holder), each.collect())
            }
            "examples" => {
                let each = members(found).filter_map(|(label, example)| {
                    Some((step(&pointer, label) + "/value", example.get("value")?))
                });
                (holder.get("schema"), each.collect())
            }
            _ => (holder.get("schema"), vec![(pointer, found)]),
        };
        let Some(schema) = schema else {
            return;
        };
        let root = root(document, schema);
        let validator = validators
            .entry(root.to_string())
            .or_insert_with(|| compiled(&root));
        for (pointer, value) in examples {
            let Some(validator) = validator else {
                problems.push(Problem::new(
                    pointer,
                    "expected a schema that can be applied",
                ));
                continue;
            };
            problems.extend(rejected(validator, value, &pointer));
        }
    });
    problems
}

/// A validator of one schema of the document, which may refer to the components.
#[must_use]
pub fn validator(document: &Value, schema: &Value) -> Option<Validator> {
    compiled(&root(document, schema))
}

/// A schema with the components that it refers to.
fn root(document: &Value, schema: &Value) -> Value {
    json!({ "allOf": [schema], "components": reached(document, schema) })
}

fn compiled(root: &Value) -> Option<Validator> {
    jsonschema::options()
        .with_draft(jsonschema::Draft::Draft202012)
        .should_validate_formats(true)
        .build(root)
        .ok()
}

/// The components that a schema refers to, directly or not: a validator of one schema should not
/// take longer because the document has many others.
fn reached(document: &Value, schema: &Value) -> Value {
    let mut components = json!({});
    let mut due = vec![schema];
    while let Some(schema) = due.pop() {
        walk(schema, &mut |_, member, target| {
            let target = target.as_str().filter(|_| member == "$ref");
            let Some((kind, name, component)) = target.and_then(|to| component(document, to))
            else {
                return;
            };
            if components[kind].get(&name).is_none() {
                components[kind][name] = component.clone();
                due.push(component);
            }
        });
    }
    components
}

/// The kind, the name and the value of the component that a reference leads to or into.
fn component<'d>(document: &'d Value, target: &'d str) -> Option<(&'d str, String, &'d Value)> {
    let mut tokens = target.strip_prefix("#/components/")?.split('/');
    let (kind, name) = (tokens.next()?, tokens.next()?);
    let name = name.replace("~1", "/").replace("~0", "~");
    let component = document.get("components")?.get(kind)?.get(&name)?;
    Some((kind, name, component))
}
