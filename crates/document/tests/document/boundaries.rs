//! Every edge of the document is tried: each number, greatest length, listed value and so on.

use std::collections::{BTreeMap, BTreeSet};

use document::{Boundary, InvalidCase, boundaries, validate};
use serde_json::{Value, json};

fn consolidated() -> Value {
    crate::documents().consolidated
}

/// What a schema says after its references.
fn resolved<'d>(document: &'d Value, schema: &'d Value) -> &'d Value {
    match schema["$ref"].as_str() {
        Some(to) => {
            let pointer = to.strip_prefix('#').expect("a reference within");
            resolved(document, document.pointer(pointer).expect("a component"))
        }
        None => schema,
    }
}

/// The values of a property in the instances of its component.
fn values(found: &[Boundary], schema: &str, property: &str) -> Vec<Value> {
    let of = found.iter().filter(|one| one.schema == schema);
    let objects = of.map(|one| serde_json::from_str::<Value>(&one.text).expect("a JSON text"));
    objects
        .filter_map(|object| object.get(property).cloned())
        .collect()
}

/// Their texts, items one by one.
fn tried(values: &[Value]) -> BTreeSet<String> {
    let each = |value: &Value| match value {
        Value::Array(items) => items.iter().map(Value::to_string).collect(),
        value => vec![value.to_string()],
    };
    values.iter().flat_map(each).collect()
}

/// What must be among the values of a schema, as [`Value`] writes them.
fn due(schema: &Value) -> Vec<String> {
    if let Some(listed) = schema["enum"].as_array() {
        return listed.iter().map(Value::to_string).collect();
    }
    let number = |text: &str| {
        serde_json::from_str::<Value>(text)
            .expect("a number")
            .to_string()
    };
    match schema["type"].as_str() {
        Some("boolean") => vec!["false".to_owned(), "true".to_owned()],
        Some("integer" | "number") => {
            let mut due = vec!["0".to_owned()];
            if let Some((digits, decimals)) = schema["x-precision"]
                .as_str()
                .and_then(|it| it.split_once(','))
            {
                let (digits, decimals): (usize, usize) = (
                    digits.parse().expect("digits"),
                    decimals.parse().expect("decimals"),
                );
                let whole = "9".repeat(digits - decimals);
                let fraction = if decimals == 0 {
                    String::new()
                } else {
                    format!(".{}", "9".repeat(decimals))
                };
                due.push(number(&format!("{whole}{fraction}")));
                due.push(number(&format!("-{whole}{fraction}")));
            }
            if schema["format"] == "int32" {
                due.extend([i32::MIN.to_string(), i32::MAX.to_string()]);
            }
            due
        }
        _ => Vec::new(),
    }
}

#[test]
fn every_number_length_and_listed_value_of_the_document_is_tried() {
    let document = consolidated();
    let found = boundaries(&document).expect("valid instances");
    let (mut numbers, mut lengths, mut listed, mut arrays) = (0, 0, 0, 0);
    let schemas = document["components"]["schemas"]
        .as_object()
        .expect("components");
    for (name, schema) in schemas {
        for (property, of) in schema["properties"].as_object().into_iter().flatten() {
            let pointer = format!("/components/schemas/{name}/properties/{property}");
            let values = values(&found, name, property);
            let tried = tried(&values);
            let mut of = resolved(&document, of);
            if of["type"] == "array" {
                arrays += 1;
                let sizes = values.iter().filter_map(Value::as_array).map(Vec::len);
                let sizes: BTreeSet<usize> = sizes.collect();
                let least = usize::from(of["minItems"] == 1);
                let all = (least..=2).all(|size| sizes.contains(&size));
                assert!(all, "{pointer}: {sizes:?}");
                of = resolved(&document, &of["items"]);
            }
            let due = due(of);
            numbers += usize::from(of["type"] == "number" || of["type"] == "integer");
            listed += of["enum"].as_array().map_or(0, Vec::len);
            for value in due {
                assert!(
                    tried.contains(&value),
                    "{pointer}: {value} is not among {tried:?}"
                );
            }
            if let (Some(most), None) = (of["maxLength"].as_u64(), of.get("enum")) {
                lengths += 1;
                let long = tried.iter().any(|text| {
                    let text: String = serde_json::from_str(text).expect("a text");
                    text.chars().count() as u64 == most
                });
                assert!(long, "{pointer}: nothing is of {most} characters");
            }
            if of["type"] == "string"
                && ["pattern", "format", "enum"]
                    .iter()
                    .all(|it| of.get(it).is_none())
            {
                assert!(
                    tried.iter().any(|text| !text.is_ascii()),
                    "{pointer}: all is ASCII"
                );
            }
            assert!(!tried.is_empty(), "{pointer}");
        }
    }
    // The walk above has met what the document has: more than these, as pages only grow.
    assert!(
        numbers > 30 && lengths > 10 && listed > 40 && arrays > 10,
        "{numbers} {lengths} {listed} {arrays}"
    );
}

#[test]
fn each_instance_is_valid_and_is_there_once() {
    let document = consolidated();
    let found = boundaries(&document).expect("valid instances");
    let mut seen = BTreeSet::new();
    let schemas = document["components"]["schemas"].as_object();
    let validators = schemas.expect("components").iter().map(|(name, schema)| {
        let validator = validate::validator(&document, schema);
        (name.as_str(), validator.expect("a schema"))
    });
    let validators: BTreeMap<&str, _> = validators.collect();
    for Boundary {
        pointer,
        schema,
        text,
    } in &found
    {
        assert!(seen.insert((schema, text)), "{pointer}: twice");
        assert!(document.pointer(pointer).is_some(), "{pointer}");
        let value = serde_json::from_str(text).expect("a JSON text");
        assert!(
            validators[schema.as_str()].is_valid(&value),
            "{pointer}: {text}"
        );
    }
}

fn document(schemas: &Value) -> Value {
    json!({ "components": { "schemas": schemas } })
}

fn texts(schemas: &Value) -> Vec<String> {
    let found = boundaries(&document(schemas)).expect("valid instances");
    found.into_iter().map(|one| one.text).collect()
}

#[test]
fn an_instance_is_the_smallest_valid_object_with_one_property() {
    let of = json!({ "A": {
        "type": "object",
        "required": ["id"],
        "properties": {
            "id": { "type": "integer", "minimum": 1, "maximum": 2 },
            "is": { "type": "boolean" },
        },
    } });
    assert_eq!(
        texts(&of),
        [
            r#"{"id":2,"is":true}"#,
            r#"{"id":1}"#,
            r#"{"id":2}"#,
            r#"{"id":1,"is":true}"#,
            r#"{"id":1,"is":false}"#,
        ]
    );
}

/// Where one property or another has to be there, the instance has one.
#[test]
fn what_the_schema_asks_for_besides_is_there() {
    let of = json!({ "A": {
        "type": "object",
        "properties": { "x": { "enum": ["x"] }, "y": { "enum": ["y"] }, "z": { "type": "boolean" } },
        "if": { "not": { "required": ["x"] } },
        "then": { "required": ["y"] },
    } });
    let found = texts(&of);
    assert_eq!(found[1], r#"{"x":"x"}"#);
    assert!(found.contains(&r#"{"y":"y"}"#.to_owned()), "{found:?}");
    assert!(
        found.contains(&r#"{"z":true,"x":"x"}"#.to_owned()),
        "{found:?}"
    );
}

/// The values of a property `x` of this schema.
fn values_of(property: &Value) -> Vec<String> {
    let of = json!({
        "A": { "type": "object", "properties": { "x": property } },
        "E": { "type": "string", "enum": ["a", "b", "c"] },
    });
    let found = texts(&of).into_iter().filter(|text| text != "{}");
    let value = |text: String| {
        let value = text.strip_prefix(r#"{"x":"#)?.strip_suffix('}')?;
        Some(value.to_owned())
    };
    found.filter_map(value).collect()
}

#[test]
fn other_ways_to_say_a_schema_are_tried_too() {
    let nullable = json!({ "type": ["integer", "null"], "maximum": 5, "minimum": 5 });
    assert_eq!(values_of(&nullable), ["5", "null"]);
    let some =
        json!({ "allOf": [{ "$ref": "#/components/schemas/E" }, { "not": { "const": "b" } }] });
    assert_eq!(values_of(&some), [r#""a""#, r#""c""#]);
    let either = json!({ "oneOf": [{ "type": "boolean" }, { "type": "null" }] });
    assert_eq!(values_of(&either), ["true", "false", "null"]);
    let three = json!({ "type": "array", "minItems": 3, "items": { "type": "boolean" } });
    assert_eq!(values_of(&three)[0], "[true,false,true]");
    let reference = json!({ "$ref": "#/components/schemas/E" });
    let unique = json!({ "type": "array", "minItems": 3, "uniqueItems": true, "items": reference });
    assert_eq!(values_of(&unique)[0], r#"["a","c","b"]"#);
}

#[test]
fn circles_end() {
    let of = json!({ "A": { "type": "object", "properties": {
        "more": { "type": "array", "items": { "$ref": "#/components/schemas/A" } },
    } } });
    assert!(texts(&of).contains(&r#"{"more":[{},{}]}"#.to_owned()));
}

#[test]
fn a_schema_that_cannot_be_tried_is_told() {
    let tell = |property: Value| {
        let of = json!({ "A": { "type": "object", "properties": { "x": property } } });
        boundaries(&document(&of)).expect_err("nothing can be made")
    };
    let pointer = "/components/schemas/A/properties/x".to_owned();
    let empty = tell(json!({ "type": "string", "pattern": "^x-[0-9]$" }));
    assert_eq!(
        empty,
        [InvalidCase::Empty {
            pointer: pointer.clone()
        }]
    );
    assert!(
        empty[0].to_string().contains("invalid test case"),
        "{}",
        empty[0]
    );
    let rejected = tell(json!({ "type": "boolean", "not": { "const": true } }));
    assert!(
        rejected.contains(&InvalidCase::Rejected { pointer }),
        "{rejected:?}"
    );
}
