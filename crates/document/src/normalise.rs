//! One form for the schemas of both derives.
//!
//! utoipa and schemars write one type in two dialects. Both end here: optional means *may be
//! absent* and never `null`, scalars stand in place, what says nothing is gone, and the order of
//! keywords is fixed.

mod required_unless;
#[cfg(test)]
mod tests;

use contract::catalogue::component_name;
use serde_json::{Map, Value, json};

use required_unless::required_unless;

/// Keywords in the order in which a person reads a schema; any other follows, by name.
const ORDER: [&str; 35] = [
    "$ref",
    "title",
    "description",
    "type",
    "nullable",
    "format",
    "enum",
    "default",
    "pattern",
    "minLength",
    "maxLength",
    "minimum",
    "exclusiveMinimum",
    "maximum",
    "exclusiveMaximum",
    "minItems",
    "items",
    "required",
    "properties",
    "additionalProperties",
    "if",
    "then",
    "anyOf",
    "oneOf",
    "allOf",
    "not",
    "example",
    "examples",
    "x-precision",
    "x-enumDescriptions",
    "x-reference-data",
    "x-reference-code",
    "x-fields",
    "x-inferred",
    "x-likely",
];

/// Component schemas by name.
pub(crate) type Schemas = Map<String, Value>;

/// Brings a schema and all schemas within it into the one form.
///
/// References lose the path before the component's name; [`point`] gives them one again.
pub(crate) fn normalise(schema: &mut Value, scalars: &Schemas) {
    if *schema == Value::Bool(true) {
        *schema = json!({});
    }
    let Value::Object(keywords) = schema else {
        return;
    };
    for (keyword, value) in keywords.iter_mut() {
        match (keyword.as_str(), value) {
            ("properties", Value::Object(properties)) => {
                properties
                    .values_mut()
                    .for_each(|property| normalise(property, scalars));
            }
            ("items" | "additionalProperties", schema) => normalise(schema, scalars),
            ("anyOf" | "oneOf" | "allOf", Value::Array(schemas)) => {
                for schema in schemas {
                    normalise(schema, scalars);
                }
            }
            _ => {}
        }
    }
    without_null(keywords);
    without_wrapper(keywords);
    without_emptiness(keywords);
    scalar_in_place(keywords, scalars);
    marks_of_items(keywords);
    required_unless(keywords);
    in_order(keywords);
}

/// `["string", "null"]` is `string`, one of several schemas or values is not `null`, and the value
/// of what is absent is not `null` either.
fn without_null(keywords: &mut Map<String, Value>) {
    if let Some(Value::Array(types)) = keywords.get_mut("type") {
        types.retain(|ty| ty != "null");
        if let [only] = types.as_slice() {
            let only = only.clone();
            keywords.insert("type".to_owned(), only);
        }
    }
    if let Some(Value::Array(values)) = keywords.get_mut("enum") {
        values.retain(|value| !value.is_null());
    }
    if keywords.get("default") == Some(&Value::Null) {
        keywords.shift_remove("default");
    }
    for keyword in ["anyOf", "oneOf"] {
        if let Some(Value::Array(schemas)) = keywords.get_mut(keyword) {
            schemas.retain(|schema| *schema != json!({ "type": "null" }));
        }
    }
}

/// A single schema within `anyOf`, `oneOf` or `allOf` replaces it. The title and description outside
/// win over those inside.
fn without_wrapper(keywords: &mut Map<String, Value>) {
    for keyword in ["anyOf", "oneOf", "allOf"] {
        let Some(Value::Array(schemas)) = keywords.get(keyword) else {
            continue;
        };
        let [Value::Object(only)] = schemas.as_slice() else {
            continue;
        };
        // Two rules that differ both hold: the wrapper stays, or one of them would be lost.
        let words = |keyword: &str| matches!(keyword, "title" | "description");
        let differ = |(inside, value): (&String, &Value)| {
            !words(inside) && keywords.get(inside).is_some_and(|outside| outside != value)
        };
        if only.iter().any(differ) {
            continue;
        }
        let only = only.clone();
        keywords.shift_remove(keyword);
        fill(keywords, only);
    }
}

/// `additionalProperties: {}` and `propertyNames: {type: string}` say nothing, but an object of
/// which no property is known says the former: generators take it for an empty object otherwise.
fn without_emptiness(keywords: &mut Map<String, Value>) {
    let anything = json!({});
    let unknown =
        keywords.get("type") == Some(&json!("object")) && !keywords.contains_key("properties");
    if unknown {
        keywords.entry("additionalProperties").or_insert(anything);
    } else if keywords.get("additionalProperties") == Some(&anything) {
        keywords.shift_remove("additionalProperties");
    }
    if keywords.get("propertyNames") == Some(&json!({ "type": "string" })) {
        keywords.shift_remove("propertyNames");
    }
}

/// A reference becomes the component's name, or the scalar that it names.
fn scalar_in_place(keywords: &mut Map<String, Value>, scalars: &Schemas) {
    let Some(Value::String(reference)) = keywords.get("$ref") else {
        return;
    };
    let name = reference.rsplit('/').next().unwrap_or_default().to_owned();
    match scalars.get(&name) {
        Some(Value::Object(scalar)) => {
            let mut scalar = scalar.clone();
            keywords.shift_remove("$ref");
            scalar.shift_remove("description");
            fill(keywords, scalar);
        }
        _ => {
            keywords.insert("$ref".to_owned(), Value::String(name));
        }
    }
}

/// What is our judgement about the items of an array is marked at the array, whose type says what
/// its items are.
fn marks_of_items(keywords: &mut Map<String, Value>) {
    let items = keywords.get_mut("items").and_then(Value::as_object_mut);
    let marks = items.and_then(|items| items.shift_remove("x-inferred"));
    if let Some(marks) = marks {
        keywords.entry("x-inferred").or_insert(marks);
    }
}

pub(crate) fn in_order(keywords: &mut Map<String, Value>) {
    let place = |keyword: &str| {
        ORDER
            .iter()
            .position(|known| *known == keyword)
            .unwrap_or(ORDER.len())
    };
    let entries = std::mem::take(keywords).into_iter();
    let placed = entries.map(|(keyword, value)| (place(&keyword), keyword, value));
    let mut placed: Vec<_> = placed.collect();
    placed.sort_by(|(one, first, _), (other, second, _)| (one, first).cmp(&(other, second)));
    let entries = placed.into_iter();
    keywords.extend(entries.map(|(_, keyword, value)| (keyword, value)));
}

fn fill(keywords: &mut Map<String, Value>, from: Map<String, Value>) {
    for (keyword, value) in from {
        keywords.entry(keyword).or_insert(value);
    }
}

/// Puts `prefix` before every component name in a `$ref` of a schema.
pub(crate) fn point(schema: &mut Value, prefix: &str) {
    references(schema, &mut |name| name.insert_str(0, prefix));
}

/// Makes every reference to a vendor's type the name of its component; scalars are nobody's.
pub(crate) fn name_components(schema: &mut Value, group: &str, scalars: &Schemas) {
    references(schema, &mut |reference| {
        let noun = reference.rsplit('/').next().unwrap_or_default();
        if !scalars.contains_key(noun) {
            *reference = component_name(group, noun);
        }
    });
}

fn references(schema: &mut Value, change: &mut impl FnMut(&mut String)) {
    match schema {
        Value::Object(keywords) => {
            for (keyword, value) in keywords {
                match value {
                    Value::String(reference) if keyword == "$ref" => change(reference),
                    value => references(value, change),
                }
            }
        }
        Value::Array(schemas) => {
            for schema in schemas {
                references(schema, change);
            }
        }
        _ => {}
    }
}
