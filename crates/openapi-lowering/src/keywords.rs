//! The keywords of JSON Schema 2020-12 and of OpenAPI 3.0, by what becomes of them.

use serde_json::{Map, Value};

/// The keywords of JSON Schema 2020-12 that hold schemas.
pub(crate) const SUBSCHEMAS: &str = "\
    $defs definitions properties patternProperties additionalProperties unevaluatedProperties \
    propertyNames dependentSchemas items prefixItems unevaluatedItems contains allOf anyOf \
    oneOf not if then else contentSchema";

/// The keywords that mean in 3.0 what they mean in 2020-12 and hold no schema.
pub(crate) const SAME: &str = "\
    title description format default pattern multipleOf minimum maximum uniqueItems readOnly \
    writeOnly deprecated discriminator externalDocs required example xml";

/// The keywords that name schemas and dialects, or are remarks for authors.
pub(crate) const IDENTITY: &str = "\
    $id $schema $vocabulary $anchor $dynamicAnchor $recursiveAnchor $comment $defs definitions";

/// The keywords of 2020-12 that another function of this module lowers.
pub(crate) const LOWERED: &str = "\
    type enum const examples exclusiveMinimum exclusiveMaximum prefixItems unevaluatedItems \
    contains minContains maxContains patternProperties propertyNames unevaluatedProperties \
    dependentRequired dependentSchemas if then else contentEncoding contentMediaType \
    contentSchema";

/// Keywords in the order in which a person reads a schema; extensions follow in their own order.
const ORDER: &str = "\
    $ref title description type nullable format enum default pattern minLength maxLength \
    minimum exclusiveMinimum maximum exclusiveMaximum minItems items required properties \
    additionalProperties anyOf oneOf allOf not example examples";

/// Whether a word is on one of these lists.
pub(crate) fn lists(words: &str, word: &str) -> bool {
    words.split(' ').any(|listed| listed == word)
}

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
