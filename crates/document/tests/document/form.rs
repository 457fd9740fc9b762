//! The form of every schema of the real documents: optional means absent and never null, scalars
//! stand in place, and every object has a name.

use claims::Pointer;
use serde_json::{Value, json};

/// What breaks the form, `pointer: what`, in a document whose named schemas are at `named`.
fn faults(document: &Value, named: &str) -> Vec<String> {
    let mut faults = Vec::new();
    walk(document, "", &mut |pointer, member, value| {
        let (holder, _) = pointer.rsplit_once('/').unwrap();
        let mut fault = |what: &str| faults.push(format!("{pointer}: {what}"));
        match member {
            "type" if value == "null" || value.as_array().is_some() => {
                fault("null or several types");
            }
            "allOf" | "oneOf" => fault("a wrapper"),
            "anyOf" if value.to_string().contains("null") => fault("null"),
            "enum"
                if value
                    .as_array()
                    .is_some_and(|values| values.contains(&Value::Null)) =>
            {
                fault("null");
            }
            "properties" if holder.rsplit_once('/').map(|(outer, _)| outer) != Some(named) => {
                fault("an object without a name");
            }
            // No page states it: where a reading does, the schema says so.
            "format" if value == "int64" => {
                let marks = document.pointer(&format!("{holder}/x-inferred"));
                let marks = marks.and_then(Value::as_array);
                if !marks.is_some_and(|marks| marks.contains(&json!("format"))) {
                    fault("int64");
                }
            }
            "items" | "additionalProperties" | "schema" if value.is_boolean() => {
                fault("a boolean schema");
            }
            "properties" => {
                for (name, _) in value
                    .as_object()
                    .into_iter()
                    .flatten()
                    .filter(|(_, it)| it.is_boolean())
                {
                    faults.push(format!("{pointer}/{name}: a boolean schema"));
                }
            }
            "$ref" => {
                let target = value
                    .as_str()
                    .and_then(|at| document.pointer(at.strip_prefix('#')?));
                let target = target.unwrap_or(&Value::Null);
                if target["type"] != "object" && target.get("enum").is_none() {
                    fault("a reference to a scalar");
                }
            }
            _ => {}
        }
    });
    faults
}

fn walk<'v>(value: &'v Value, pointer: &str, visit: &mut impl FnMut(&str, &str, &'v Value)) {
    for (member, value) in value.as_object().into_iter().flatten() {
        // What an example is made of is no schema.
        if member == "example" || member == "examples" {
            continue;
        }
        let pointer = Pointer::step(pointer, member);
        visit(&pointer, member, value);
        walk(value, &pointer, visit);
    }
    for (index, item) in value.as_array().into_iter().flatten().enumerate() {
        walk(item, &format!("{pointer}/{index}"), visit);
    }
}

#[test]
fn every_schema_of_every_document_has_the_form() {
    let documents = crate::documents();
    for document in crate::every(&documents) {
        let named = "/components/schemas";
        assert!(document.pointer(named).is_some(), "invalid test case");
        assert_eq!(faults(document, named), Vec::<String>::new());
    }
    for document in documents.schemas.values() {
        assert!(document.pointer("/$defs").is_some(), "invalid test case");
        assert_eq!(faults(document, "/$defs"), Vec::<String>::new());
    }
}

/// Checks, row by row, which fault a schema has.
macro_rules! table {
    ($($schema:tt => $fault:literal;)+) => { $(check(&json!($schema), $fault);)+ };
}

#[track_caller]
fn check(schema: &Value, fault: &str) {
    let definitions =
        json!({ "A": schema, "Object": { "type": "object" }, "Scalar": { "type": "string" } });
    let faults = faults(&json!({ "$defs": definitions }), "/$defs");
    assert_eq!(faults.first(), Some(&format!("/$defs/A{fault}")));
}

#[test]
fn whatever_breaks_the_form_is_seen() {
    table! {
        { "type": ["string", "null"] } => "/type: null or several types";
        { "type": "null" } => "/type: null or several types";
        { "allOf": [{ "$ref": "#/$defs/Object" }] } => "/allOf: a wrapper";
        { "oneOf": [{}] } => "/oneOf: a wrapper";
        { "anyOf": [{ "type": ["null"] }] } => "/anyOf: null";
        { "enum": ["A", null] } => "/enum: null";
        { "items": { "properties": {} } } => "/items/properties: an object without a name";
        { "format": "int64" } => "/format: int64";
        { "items": true } => "/items: a boolean schema";
        { "additionalProperties": false } => "/additionalProperties: a boolean schema";
        { "properties": { "a": true } } => "/properties/a: a boolean schema";
        { "$ref": "#/$defs/Scalar" } => "/$ref: a reference to a scalar";
        { "$ref": "#/$defs/Lost" } => "/$ref: a reference to a scalar";
    }
}
