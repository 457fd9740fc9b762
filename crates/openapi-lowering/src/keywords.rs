//! The keywords of JSON Schema 2020-12 and of OpenAPI 3.0, by what becomes of them.

use serde_json::{Map, Value};

/// Whether a keyword of JSON Schema 2020-12 holds schemas.
pub(crate) fn holds_schemas(keyword: &str) -> bool {
    matches!(
        keyword,
        "$defs"
            | "definitions"
            | "properties"
            | "patternProperties"
            | "additionalProperties"
            | "unevaluatedProperties"
            | "propertyNames"
            | "dependentSchemas"
            | "items"
            | "prefixItems"
            | "unevaluatedItems"
            | "contains"
            | "allOf"
            | "anyOf"
            | "oneOf"
            | "not"
            | "if"
            | "then"
            | "else"
            | "contentSchema"
    )
}

/// Whether a keyword means in 3.0 what it means in 2020-12 and holds no schema.
pub(crate) fn is_same(keyword: &str) -> bool {
    matches!(
        keyword,
        "title"
            | "description"
            | "format"
            | "default"
            | "pattern"
            | "multipleOf"
            | "minimum"
            | "maximum"
            | "uniqueItems"
            | "readOnly"
            | "writeOnly"
            | "deprecated"
            | "discriminator"
            | "externalDocs"
            | "required"
            | "example"
            | "xml"
    )
}

/// Whether a keyword names a schema or a dialect, or is a remark for authors.
pub(crate) fn is_identity(keyword: &str) -> bool {
    matches!(
        keyword,
        "$id"
            | "$schema"
            | "$vocabulary"
            | "$anchor"
            | "$dynamicAnchor"
            | "$recursiveAnchor"
            | "$comment"
            | "$defs"
            | "definitions"
    )
}

/// Whether another function than `keyword` lowers a keyword.
pub(crate) fn is_lowered_elsewhere(keyword: &str) -> bool {
    matches!(
        keyword,
        "type"
            | "enum"
            | "const"
            | "examples"
            | "exclusiveMinimum"
            | "exclusiveMaximum"
            | "prefixItems"
            | "unevaluatedItems"
            | "contains"
            | "minContains"
            | "maxContains"
            | "patternProperties"
            | "propertyNames"
            | "unevaluatedProperties"
            | "dependentRequired"
            | "dependentSchemas"
            | "if"
            | "then"
            | "else"
            | "contentEncoding"
            | "contentMediaType"
            | "contentSchema"
    )
}

/// Keywords in the order in which a person reads a schema; extensions follow in their own order.
const ORDER: &str = "$ref title description type nullable format enum default pattern minLength maxLength minimum exclusiveMinimum \
    maximum exclusiveMaximum minItems items required properties additionalProperties anyOf oneOf allOf not example examples";

/// Whether the members of a keyword are schemas by names of the author's choice.
pub(crate) fn is_map(keyword: &str) -> bool {
    matches!(
        keyword,
        "properties" | "patternProperties" | "dependentSchemas" | "$defs" | "definitions"
    )
}

/// Puts the keywords of a lowered schema in order.
pub(crate) fn in_order(keywords: &mut Map<String, Value>) {
    let place = |keyword: &str| {
        let known = ORDER.split(' ').position(|known| known == keyword);
        known.unwrap_or(ORDER.len() + usize::from(keyword.starts_with("x-")))
    };
    let mut entries: Vec<_> = std::mem::take(keywords).into_iter().collect();
    entries.sort_by_cached_key(|(keyword, _)| place(keyword));
    keywords.extend(entries);
}

/// Appends to the array at a keyword, which is created if it is missing.
pub(crate) fn append(keywords: &mut Map<String, Value>, keyword: &str, value: Value) {
    let list = keywords
        .entry(keyword)
        .or_insert_with(|| Value::Array(Vec::new()));
    if let Value::Array(list) = list {
        list.push(value);
    }
}
