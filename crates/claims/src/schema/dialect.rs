//! One meaning in the words of two dialects: JSON Schema 2020-12, which OpenAPI 3.1 and 3.2 embed,
//! and the schemas of OpenAPI 3.0.

use serde_json::{Map, Value};

use crate::reader::{elements, strings};

/// The types of a schema, `string` or `string|null`, `null` being the last.
///
/// 3.0 says `null` by `nullable`, and several types by an `anyOf` of one each.
pub(super) fn own_type(schema: &Value) -> Option<String> {
    let mut types = match schema.get("type") {
        Some(ty) => types(ty)?,
        None => types_apart(schema)?,
    };
    if is_nullable(schema) {
        types.push("null");
    }
    types.sort_by_key(|ty| *ty == "null");
    types.dedup();
    Some(types.join("|"))
}

/// The types that a `type` has.
pub(super) fn types(ty: &Value) -> Option<Vec<&str>> {
    match ty {
        Value::String(ty) => Some(vec![ty]),
        types => strings(types),
    }
}

/// Whether `nullable` adds `null` to the type beside it: without one, it adds nothing.
pub(super) fn is_nullable(schema: &Value) -> bool {
    schema.get("nullable") == Some(&Value::Bool(true)) && schema.get("type").is_some()
}

/// The types of an `anyOf` or a `oneOf` that says nothing but types.
pub(super) fn types_apart(schema: &Value) -> Option<Vec<&str>> {
    let mut all = Vec::new();
    let branches = schema.get("anyOf").or_else(|| schema.get("oneOf"))?;
    for branch in elements(branches)? {
        let mut keywords = branch.as_object()?.iter();
        let only_types = keywords.all(|(keyword, value)| match keyword.as_str() {
            "type" => value.is_string(),
            "nullable" => value == true,
            // 3.0 demands them of every array.
            "items" => value.as_object().is_some_and(Map::is_empty),
            _ => false,
        });
        all.push(branch.get("type").filter(|_| only_types)?.as_str()?);
        if is_nullable(branch) {
            all.push("null");
        }
    }
    let null = all.contains(&"null");
    all.retain(|ty| *ty != "null");
    if null {
        all.push("null");
    }
    Some(all)
}

/// `{"type": "null"}` and nothing else.
pub(super) fn is_null(schema: &Value) -> bool {
    sole(schema, "type").is_some_and(|ty| ty == "null")
}

/// The two properties of `if: {not: {required: [a]}}, then: {required: [b]}` and nothing else in
/// either: `b` is required unless `a` is there, which says also that `a` is unless `b` is.
pub(super) fn conditional(schema: &Value) -> Option<[&str; 2]> {
    let condition = sole(schema.get("if")?, "not")?;
    let plain = schema.get("else").is_none();
    let rule = [
        sole_required(condition)?,
        sole_required(schema.get("then")?)?,
    ];
    plain.then_some(rule)
}

/// The same in 3.0, which has no `if`: `not: {allOf: [{not: {required: [a]}}, {not: {required:
/// [b]}}]}`, neither being there is not valid.
pub(super) fn not_neither(schema: &Value) -> Option<[&str; 2]> {
    let lacking = sole(schema.get("not")?, "allOf")?.as_array()?;
    match lacking.as_slice() {
        [one, other] => Some([
            sole_required(sole(one, "not")?)?,
            sole_required(sole(other, "not")?)?,
        ]),
        _ => None,
    }
}

/// A schema that is one of these two rules and nothing else.
pub(super) fn rule(schema: &Value) -> Option<[&str; 2]> {
    let keywords = schema.as_object()?;
    let only = |known: &[&str]| keywords.keys().all(|it| known.contains(&it.as_str()));
    if only(&["if", "then"]) {
        conditional(schema)
    } else if only(&["not"]) {
        not_neither(schema)
    } else {
        None
    }
}

/// `{"required": ["a"]}` and nothing else.
pub(super) fn sole_required(schema: &Value) -> Option<&str> {
    match sole(schema, "required")?.as_array()?.as_slice() {
        [Value::String(property)] => Some(property),
        _ => None,
    }
}

/// The value of the only keyword of a schema, if it is this one.
fn sole<'v>(schema: &'v Value, keyword: &str) -> Option<&'v Value> {
    let keywords = schema.as_object().filter(|keywords| keywords.len() == 1)?;
    keywords.get(keyword)
}
