//! What each change of a document means, in a request and in a response.

use std::collections::BTreeSet;

use changes::diff::{Diff, diff};
use changes::drift::{Class, Event};
use serde_json::{Value, json};

use super::around::{AROUND, harbour, set};

/// The events that only documents have.
pub(crate) const OF_DOCUMENTS: [Event; 23] = [
    Event::SaidOtherwise,
    Event::EditionChanged,
    Event::BranchAdded,
    Event::BranchRemoved,
    Event::DiscriminatorRemoved,
    Event::Opened,
    Event::Closed,
    Event::WayClosed,
    Event::WayOpened,
    Event::WrittenOtherwise,
    Event::EndsEarlier,
    Event::EndsLater,
    Event::EndUnsaid,
    Event::LessStable,
    Event::MoreStable,
    Event::CallbackAdded,
    Event::CallbackRemoved,
    Event::LinkAdded,
    Event::LinkLost,
    Event::ScopeDemanded,
    Event::ScopeSpared,
    Event::Unprotected,
    Event::Reordered,
];

/// Schemas, what comes of one in the place of the other in a request and in a response, and why it is
/// worth a row; `-` for the other way round, too.
const SCHEMAS: &str = r##"
breaking   compatible | {"type": "string"}                        | {"type": "string", "maxLength": 5}
compatible breaking   | {"maxLength": 5}                          | {"maxLength": 6}
compatible breaking   | {"type": "integer"}                       | {"type": "number"}
compatible breaking   | {"type": "object"}                        | {"type": ["object", "null"]}
compatible breaking   | {"$ref": "#/components/schemas/Sail"}     | {"oneOf": [{"$ref": "#/components/schemas/Sail"}, {"type": "null"}]}
compatible breaking   | {"type": "string"}                        | {"type": "string", "nullable": true}
breaking   breaking   | {"type": "string"}                        | {"type": "boolean"}
wording    wording    | {"type": "string"}                        | {"type": ["string"]}
wording    wording    | {"maximum": 40}                           | {"maximum": 40.0}
wording    wording    | {"const": "a"}                            | {"enum": ["a"]}
wording    wording    | {"enum": ["a", "b"]}                      | {"enum": ["b", "a"]}
wording    wording    | {"const": 1}                              | {"const": 1.0}
breaking   breaking   | {"const": {"title": "a"}}                 | {"const": {"title": "b"}}
breaking   compatible | {"enum": ["a", "b"]}                      | {"enum": ["a"]}
compatible breaking   | {"enum": ["a"]}                           | {}
breaking   compatible | {"x-extensible-enum": ["a", "b"]}         | {"x-extensible-enum": ["a"]}
compatible compatible | {"x-extensible-enum": ["a"]}              | {"x-extensible-enum": ["a", "b"]}
wording    wording    | {"x-enumDescriptions": {"a": "A"}}        | {"x-enumDescriptions": {"a": "B"}}
breaking   breaking   | {"x-enumDescriptions": {"a": "A", "b": "B"}} | {"x-enumDescriptions": {"a": "B", "b": "A"}}
breaking   compatible | {"minimum": 1}                            | {"minimum": 2}
compatible breaking   | {"minimum": 0, "exclusiveMinimum": 5}     | {"minimum": 0, "exclusiveMinimum": 2}
wording    wording    | {"minimum": 0, "exclusiveMinimum": 5}     | {"minimum": 1, "exclusiveMinimum": 5}
breaking   compatible | {"maximum": 5}                            | {"maximum": 5, "exclusiveMaximum": true}
breaking   compatible | {"maximum": 5}                            | {"exclusiveMaximum": 5}
breaking   compatible | {}                                        | {"multipleOf": 0.01}
breaking   compatible | {"multipleOf": 0.01}                      | {"multipleOf": 0.1}
breaking   breaking   | {"multipleOf": 2}                         | {"multipleOf": 3}
wording    wording    | {}                                        | {"minLength": 0}
breaking   compatible | {"minLength": 1}                          | {"minLength": 2}
compatible breaking   | {"maxItems": 5}                           | {}
breaking   compatible | {"minItems": 1}                           | {"minItems": 2}
compatible breaking   | {"minProperties": 2}                      | {}
breaking   compatible | {"maxProperties": 3}                      | {"maxProperties": 2}
compatible breaking   | {"uniqueItems": true}                     | {}
wording    wording    | {"uniqueItems": false}                    | {}
breaking   compatible | {"pattern": ".*"}                         | {"pattern": "^[a-z]+$"}
wording    wording    | {"pattern": ".*"}                         | {}
breaking   breaking   | {"pattern": "a"}                          | {"pattern": "b"}
compatible breaking   | {"format": "int32"}                       | {"format": "int64"}
compatible breaking   | {"x-precision": "3,0"}                    | {"x-precision": "4,0"}
compatible compatible | {}                                        | {"default": 1}
breaking   breaking   | {"default": {"title": "a"}}               | {"default": {"title": "b"}}
wording    wording    | {"default": 1}                            | {"default": 1.0}
compatible compatible | {"deprecated": false}                     | {"deprecated": true}
wording    wording    | {"deprecated": false}                     | {}
compatible compatible | {"additionalProperties": false}           | {"additionalProperties": true}
breaking   compatible | {}                                        | {"additionalProperties": false}
compatible compatible | {"additionalProperties": false}           | {"additionalProperties": {"type": "string"}}
breaking   breaking   | {"additionalProperties": {"type": "string"}} | {"additionalProperties": false}
compatible breaking   | {"additionalProperties": {"type": "string"}} | {"additionalProperties": {}}
wording    wording    | {"additionalProperties": true}            | {}
wording    wording    | {"items": {"title": "One"}}               | {"items": {"title": "Two"}}
compatible breaking   | {"items": {"type": "string"}}             | {}
wording    wording    | {"items": true}                           | {}
breaking   breaking   | {"prefixItems": [{"type": "string"}, {"type": "integer"}]} | {"prefixItems": [{"type": "integer"}, {"type": "string"}]}
breaking   breaking   | {"not": {"maxLength": 5}}                 | {"not": {"maxLength": 6}}
compatible breaking   | {"if": {"minimum": 1}, "then": {"maximum": 2}} | {"if": {"minimum": 1}}
wording    wording    | {"if": {"minimum": 1}}                    | {}
breaking   compatible | {}                                        | {"not": {"maxLength": 5}}
breaking   breaking   | {"if": {"minimum": 1}, "then": {"maximum": 2}} | {"if": {"minimum": 1}, "then": {"maximum": 3}}
breaking   breaking   | {"contentEncoding": "base64"}             | {"contentEncoding": "base32"}
breaking   compatible | {"propertyNames": {"maxLength": 5}}       | {"propertyNames": {"maxLength": 4}}
breaking   breaking   | {"patternProperties": {"^a": {"type": "string"}}} | {"patternProperties": {"^b": {"type": "string"}}}
wording    wording    | {"properties": {"a": {}}}                 | {"properties": {"a": true}}
breaking   compatible | {"properties": {"a": {"type": "string"}}} | {"properties": {"a": {"type": "string", "minLength": 1}}}
compatible compatible | {"properties": {"a": {}}}                 | {"properties": {"a": {}, "b": {}}}
breaking   breaking   | {"properties": {"a": {}, "b": {}}}        | {"properties": {"a": {}}}
breaking   compatible | {"properties": {"a": {}}}                 | {"properties": {"a": {}, "b": {}}, "required": ["b"]}
breaking   compatible | {"properties": {"a": {}}}                 | {"properties": {"a": {}}, "required": ["a"]}
compatible breaking   | {"required": ["a"]}                       | {}
wording    wording    | {"required": ["a", "b"]}                  | {"required": ["b", "a"]}
wording    wording    | {"required": []}                          | {}
breaking   compatible | {}                                        | {"dependentRequired": {"a": ["b"]}}
compatible breaking   | {"dependentRequired": {"a": ["b"]}}       | {}
breaking   breaking   | {"dependentRequired": {"a": ["b"]}}       | {"dependentRequired": {"a": ["c"]}}
compatible breaking   | {"properties": {"a": {"readOnly": true}}} | {"properties": {}}
breaking   compatible | {"properties": {"a": {"writeOnly": true}}} | {"properties": {}}
compatible compatible | {"properties": {"a": {"readOnly": true}}} | {"properties": {"a": {"readOnly": true}}, "required": ["a"]}
breaking   wording    | {"properties": {"a": {}}}                 | {"properties": {"a": {"readOnly": true}}}
compatible wording    | {"properties": {"a": {"readOnly": true}}} | {"properties": {"a": {}}}
wording    breaking   | {"properties": {"a": {}}}                 | {"properties": {"a": {"writeOnly": true}}}
wording    wording    | {"properties": {"a": {"readOnly": false}}} | {"properties": {"a": {}}}
wording    wording    | {"allOf": [{"$ref": "#/components/schemas/Sail"}]} | {"$ref": "#/components/schemas/Sail"}
wording    wording    | {"allOf": [{"maxLength": 5}]}             | {"maxLength": 5}
wording    wording    | {"allOf": [{"maxLength": 5}, {"minLength": 1}]} | {"allOf": [{"minLength": 1}, {"maxLength": 5}]}
wording    wording    | {"allOf": [{"maxLength": 5}, {"maxLength": 7}]} | {"allOf": [{"maxLength": 5}, {"maxLength": 6}]}
breaking   compatible | {"allOf": [{"properties": {"a": {}}}]}    | {"allOf": [{"properties": {"a": {}}}, {"required": ["a"]}]}
compatible compatible | {"allOf": [{"properties": {"a": {}}}]}    | {"allOf": [{"properties": {"a": {}}}, {"properties": {"b": {}}}]}
wording    wording    | {"oneOf": [{"$ref": "#/components/schemas/Sail"}, {"$ref": "#/components/schemas/Diesel"}]} | {"oneOf": [{"$ref": "#/components/schemas/Diesel"}, {"$ref": "#/components/schemas/Sail"}]}
breaking   compatible | {"oneOf": [{"$ref": "#/components/schemas/Sail"}, {"$ref": "#/components/schemas/Diesel"}]} | {"oneOf": [{"$ref": "#/components/schemas/Sail"}]}
compatible breaking   | {"anyOf": [{"type": "string"}, {"type": "integer"}]} | {"anyOf": [{"type": "string"}, {"type": "integer"}, {"type": "boolean"}]}
compatible breaking   | {"$ref": "#/components/schemas/Sail"}     | {"oneOf": [{"$ref": "#/components/schemas/Diesel"}, {"$ref": "#/components/schemas/Sail"}]}
wording    wording    | {"oneOf": [{"type": "string"}, {"type": "integer"}]} | {"anyOf": [{"type": "string"}, {"type": "integer"}]}
wording    wording    | {"oneOf": [{"type": "string"}, {"type": "integer"}]} | {"type": ["integer", "string"]}
compatible breaking   | {"oneOf": [{"minimum": 1}, {"maximum": 5}]} | {"anyOf": [{"minimum": 1}, {"maximum": 5}]}
compatible breaking   | {"oneOf": [{"minLength": 2}]}             | {"oneOf": [{"minLength": 2}, {"type": "object"}]}
compatible breaking   | {"oneOf": [{"type": "string", "maxLength": 3}, {"type": "integer"}]} | {"oneOf": [{"type": "string"}, {"type": "integer"}, {"type": "object"}]}
wording    wording    | {"anyOf": [{"maxLength": 3}, {"type": "null"}]} | {"anyOf": [{"type": "null"}, {"maxLength": 3}]}
wording    wording    | {"allOf": [{"maxLength": 3}, {"required": ["a"]}]} | {"allOf": [{"maxLength": 3}], "required": ["a"]}
wording    wording    | {"enum": ["a", "b"]}                      | {"type": "string", "enum": ["a", "b"]}
breaking   compatible | {"enum": ["a", 1]}                        | {"type": "string", "enum": ["a", 1]}
breaking   breaking   | {"maxLength": 3}                          | {"maxLength": 3, "$ref": null}
compatible breaking   | {"oneOf": [{"type": "string"}, {"type": "integer"}]} | {}
compatible breaking   | {"type": "object", "oneOf": [{"required": ["a"]}, {"required": ["b"]}]} | {"type": "object"}
compatible compatible | {"oneOf": [{"title": "A"}, {"title": "B"}]} | {"oneOf": [{"title": "A"}, {"title": "B"}], "discriminator": {"propertyName": "kind"}}
breaking   breaking   | {"discriminator": {"propertyName": "kind"}} | {"discriminator": {"propertyName": "sort"}}
compatible breaking   | {"discriminator": {"propertyName": "kind"}} | {}
breaking   wording    | {"properties": {"a": {"readOnly": true}}, "required": ["a"]} | {"properties": {"a": {}}, "required": ["a"]}
compatible breaking   | {"discriminator": {"propertyName": "kind", "mapping": {}}} | {"discriminator": {"propertyName": "kind", "mapping": {"s": "#/components/schemas/Sail"}}}
breaking   breaking   | {"discriminator": {"propertyName": "kind", "mapping": {"s": "#/components/schemas/Sail"}}} | {"discriminator": {"propertyName": "kind", "mapping": {"s": "#/components/schemas/Diesel"}}}
breaking   compatible | {}                                        | {"contentMediaType": "text/plain"}
wording    wording    | {"type": "integer", "minimum": 1}         | {"type": "integer", "exclusiveMinimum": 0}
wording    wording    | {"type": "integer"}                       | {"type": "integer", "multipleOf": 1}
wording    wording    | {"type": "string", "enum": ["a"]}         | {"type": "string", "enum": ["a", null]}
wording    wording    | {"discriminator": {"propertyName": "kind"}} | {"discriminator": {"propertyName": "kind", "mapping": {"Sail": "Sail"}}}
wording    wording    | {"discriminator": {"propertyName": "kind", "mapping": {"s": "Sail"}}} | {"discriminator": {"propertyName": "kind", "mapping": {"s": "#/components/schemas/Sail"}}}
wording    wording    | {"$ref": "#/components/schemas/Sail"}     | {"$ref": "#/components/schemas/%53ail"}
wording    wording    | {"enum": ["a", "b"]}                      | {"oneOf": [{"const": "a", "title": "A"}, {"const": "b"}]}
breaking   compatible | {"oneOf": [{"const": "a"}, {"const": "b"}]} | {"oneOf": [{"const": "a"}, {"enum": ["b", 1]}], "type": "string", "minLength": 2}
wording    wording    | {"oneOf": [{"const": "a", "title": "A"}, {"const": "b"}]} | {"oneOf": [{"const": "a", "title": "B"}, {"const": "b"}]}
wording    wording    | {"type": "number", "multipleOf": 1}       | {"type": "integer"}
wording    wording    | {"contains": {"minimum": 1}}              | {"contains": {"minimum": 1}, "minContains": 1}
breaking   breaking   | {"not": {"enum": ["a", "b"]}}             | {"not": {"enum": ["a"]}}
breaking   breaking   | {"x-sunset": "2029-06-01"}                | {"x-sunset": "2028-06-01"}
breaking   breaking   | {"xml": {"name": "a"}}                    | {"xml": {"name": "b"}}
breaking   compatible | true                                      | false
breaking   compatible | {}                                        | false
breaking   breaking   | {"$ref": "#/components/schemas/Sail"}     | {"$ref": "#/components/schemas/Diesel"}
wording    wording    | {"title": "a", "x-own": 1, "$comment": "c"} | {"title": "b", "x-own": 2}
breaking   breaking   | {"unheardOf": 1}                          | {"unheardOf": 2}
breaking   breaking   | {"maxLength": 5}                          | {"maxLength": "five"}
"##;

/// A document that sends a schema both ways.
fn sending(schema: &Value) -> Value {
    let body = json!({"application/json": {"schema": schema}});
    let sail = json!({"type": "object", "properties": {"area": {"type": "integer"}}});
    let diesel = json!({"type": "object", "properties": {"power": {"type": "integer"}}});
    json!({
        "openapi": "3.1.0",
        "info": {"title": "Harbour", "version": "1.0.0"},
        "paths": {
            "/in": {"post": {"requestBody": {"content": body}, "responses": {"204": {"description": "Done."}}}},
            "/out": {"get": {"responses": {"200": {"description": "Here.", "content": body}}}},
        },
        "components": {"schemas": {"Sail": sail, "Diesel": diesel}},
    })
}

/// The worst change of a document in which only one operation has the new schema.
fn between(old: &Value, new: &Value, path: &str) -> Diff {
    let [before, mut after] = [old, new].map(sending);
    for other in ["/in", "/out"] {
        if other != path {
            after["paths"][other] = before["paths"][other].clone();
        }
    }
    diff(&before, &after)
}

fn events(seen: &mut BTreeSet<Event>, diff: &Diff) {
    seen.extend(diff.changes.iter().map(|it| it.event));
}

#[test]
fn each_keyword_has_a_rule() {
    let mut wrong = Vec::new();
    for row in SCHEMAS.trim().lines() {
        let cells: Vec<&str> = row.split(" | ").map(str::trim).collect();
        let [classes, old, new] = *cells else {
            panic!("invalid test case: {row}");
        };
        let [old, new] = [old, new].map(|text| serde_json::from_str(text).expect(row));
        let due: Vec<&str> = classes.split_whitespace().collect();
        let found = ["/in", "/out"].map(|path| {
            let diff = between(&old, &new, path);
            diff.worst().map_or("none", Class::as_str)
        });
        if found[..] != due[..] {
            wrong.push(format!("{row}\n  found {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// Whatever is a rule of documents is reached by one of the rows.
#[test]
fn each_rule_of_documents_has_a_row() {
    let mut seen = BTreeSet::new();
    for row in SCHEMAS.trim().lines() {
        let cells: Vec<&str> = row.split(" | ").map(str::trim).collect();
        let [old, new] = [cells[1], cells[2]].map(|text| serde_json::from_str(text).expect(row));
        events(&mut seen, &between(&old, &new, "/in"));
        events(&mut seen, &between(&old, &new, "/out"));
    }
    for row in AROUND.trim().lines() {
        let cells: Vec<&str> = row.splitn(3, '|').map(str::trim).collect();
        let value = (!cells[2].is_empty()).then(|| serde_json::from_str(cells[2]).expect(row));
        let (old, mut new) = (harbour(), harbour());
        set(&mut new, cells[1], value);
        events(&mut seen, &diff(&old, &new));
    }
    let unseen: Vec<_> = OF_DOCUMENTS
        .iter()
        .filter(|it| !seen.contains(it))
        .collect();
    assert!(unseen.is_empty(), "{unseen:?}");
}
