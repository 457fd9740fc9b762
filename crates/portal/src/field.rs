//! The fields of a body, as its schema nests them, in the names that claims have for them.

use serde_json::{Map, Value};

use crate::operation::text;

/// One field of a body.
#[derive(Clone, Debug)]
pub(crate) struct Field {
    /// The dotted path; arrays add no brackets.
    pub(crate) name: String,
    /// How many fields it is within.
    pub(crate) depth: usize,
    /// Whether the object that holds it must have it.
    pub(crate) required: bool,
    /// Its schema, with what it refers to merged into it.
    pub(crate) schema: Value,
}

/// How deep objects may hold objects before that is taken for a circle.
const DEEPEST: usize = 16;

/// Every field of a schema, each before those that it holds.
pub(crate) fn fields(document: &Value, schema: &Value) -> Vec<Field> {
    let mut fields = Vec::new();
    collect(document, &merged(document, schema), "", 0, &mut fields);
    fields
}

fn collect(document: &Value, schema: &Value, within: &str, depth: usize, fields: &mut Vec<Field>) {
    if depth > DEEPEST {
        return;
    }
    let required = |name: &str| {
        let names = schema["required"].as_array().into_iter().flatten();
        names.filter_map(Value::as_str).any(|other| other == name)
    };
    let properties = schema["properties"].as_object().into_iter().flatten();
    for (property, schema) in properties {
        let schema = merged(document, schema);
        let name = if within.is_empty() {
            property.clone()
        } else {
            format!("{within}.{property}")
        };
        fields.push(Field {
            name: name.clone(),
            depth,
            required: required(property),
            schema: schema.clone(),
        });
        let inner = items(document, &schema).unwrap_or(schema);
        collect(document, &inner, &name, depth + 1, fields);
    }
}

/// A schema with what it refers to, its own words first.
pub(crate) fn merged(document: &Value, schema: &Value) -> Value {
    let mut merged = schema.as_object().cloned().unwrap_or_default();
    let mut steps = 0;
    while let Some(reference) = merged.remove("$ref") {
        steps += 1;
        let pointer = reference.as_str().and_then(|text| text.strip_prefix('#'));
        let target = pointer.and_then(|pointer| document.pointer(pointer));
        let Some(target) = target.and_then(Value::as_object) else {
            break;
        };
        for (key, value) in target {
            if steps <= DEEPEST {
                merged.entry(key.clone()).or_insert_with(|| value.clone());
            }
        }
    }
    Value::Object(merged)
}

/// The schema of an array's items.
pub(crate) fn items(document: &Value, schema: &Value) -> Option<Value> {
    schema.get("items").map(|items| merged(document, items))
}

/// A schema's type in words: `array of object`, `string (uuid)`.
pub(crate) fn type_words(document: &Value, schema: &Value) -> String {
    let of = |schema: &Value| {
        let name = match text(schema, "type") {
            "" => "any value",
            name => name,
        };
        match text(schema, "format") {
            "" => name.to_owned(),
            format => format!("{name} ({format})"),
        }
    };
    match items(document, schema) {
        Some(items) => format!("array of {}", of(&items)),
        None => of(schema),
    }
}

/// A body with types in the place of values, which shows how it nests.
pub(crate) fn shape(document: &Value, schema: &Value) -> Value {
    nested(document, &merged(document, schema), 0)
}

fn nested(document: &Value, schema: &Value, depth: usize) -> Value {
    if let Some(items) = items(document, schema).filter(|_| depth <= DEEPEST) {
        return Value::Array(vec![nested(document, &items, depth + 1)]);
    }
    let Some(properties) = schema["properties"].as_object() else {
        return Value::String(type_words(document, schema));
    };
    let mut object = Map::new();
    for (name, property) in properties {
        if depth <= DEEPEST {
            let property = merged(document, property);
            object.insert(name.clone(), nested(document, &property, depth + 1));
        }
    }
    Value::Object(object)
}
