//! One meaning in the words of two dialects: JSON Schema 2020-12, which OpenAPI 3.1 and 3.2 embed,
//! and the schemas of OpenAPI 3.0.

use serde_json::Value;

use crate::reader::strings;

/// The types that a schema names itself, `string` or `string|null`, `null` being the last. If it is
/// read as it is meant, one without a type that has properties is of an object, and one with items of
/// an array.
pub(super) fn own_type(schema: &Value, is_lenient: bool) -> Option<String> {
    let has = |keyword: &str| is_lenient && schema.get(keyword).is_some_and(Value::is_object);
    let types = match schema.get("type") {
        Some(ty) => types(ty)?,
        None if has("properties") || has("additionalProperties") => vec!["object"],
        None if has("items") => vec!["array"],
        None => return None,
    };
    let null = is_nullable(schema).then_some("null");
    Some(joined(types.into_iter().chain(null)))
}

/// Several types as one, each once, `null` being the last.
pub(super) fn joined<'t>(types: impl IntoIterator<Item = &'t str>) -> String {
    let (mut joined, mut null): (Vec<&str>, &str) = (Vec::new(), "");
    for ty in types {
        let plain = without_null(ty);
        if plain != ty || ty == "null" {
            null = "null";
        }
        if ty != "null" && !joined.contains(&plain) {
            joined.push(plain);
        }
    }
    joined.extend(Some(null).filter(|null| !null.is_empty()));
    joined.join("|")
}

/// The types that a `type` has.
pub(super) fn types(ty: &Value) -> Option<Vec<&str>> {
    match ty {
        Value::String(ty) => Some(vec![ty]),
        types => strings(types),
    }
}

/// Whether `null` is allowed besides. Without a type, this adds nothing, word for word.
pub(super) fn is_nullable(schema: &Value) -> bool {
    schema.get("nullable") == Some(&Value::Bool(true))
}

/// Whether a schema is made of others.
pub(super) fn is_made_of_others(schema: &Value) -> bool {
    let others = ["$ref", "allOf", "anyOf", "oneOf"];
    others.iter().any(|keyword| schema.get(keyword).is_some())
}

/// A type without `null`.
pub(super) fn without_null(ty: &str) -> &str {
    ty.strip_suffix("|null").unwrap_or(ty)
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
