//! Every schema of a document, with its place and whether it has a name.

use serde_json::Value;

use crate::validate::{elements, members, roots, step};

/// Where a schema has its subschemas (JSON Schema 2020-12, Core, section 10).
#[derive(Clone, Copy)]
enum Holds {
    One,
    Array,
    Object,
}

/// Keywords whose subschemas describe another value than the schema around them, or another
/// choice: each of them is a type.
const TYPES: [(&str, Holds); 10] = [
    ("properties", Holds::Object),
    ("patternProperties", Holds::Object),
    ("additionalProperties", Holds::One),
    ("unevaluatedProperties", Holds::One),
    ("items", Holds::One),
    ("prefixItems", Holds::Array),
    ("unevaluatedItems", Holds::One),
    ("contains", Holds::One),
    ("oneOf", Holds::Array),
    ("anyOf", Holds::Array),
];

/// Keywords whose subschemas say more about the same value: they are parts of one type.
const PARTS: [(&str, Holds); 7] = [
    ("allOf", Holds::Array),
    ("not", Holds::One),
    ("if", Holds::One),
    ("then", Holds::One),
    ("else", Holds::One),
    ("dependentSchemas", Holds::Object),
    ("propertyNames", Holds::One),
];

/// A schema.
pub(super) struct Schema<'d> {
    /// The JSON pointer (RFC 6901) to it.
    pub(super) pointer: String,
    /// The schema itself.
    pub(super) keywords: &'d Value,
    /// Whether it is a component or a part of one.
    pub(super) named: bool,
}

/// Visits every schema: the components, those of parameters, headers and media types, and all that
/// are within them.
pub(super) fn visit<'d>(document: &'d Value, visit: &mut impl FnMut(&Schema<'d>)) {
    for (pointer, keywords) in roots(document) {
        let named = pointer.starts_with("/components/schemas/");
        let schema = Schema {
            pointer,
            keywords,
            named,
        };
        within(&schema, visit);
    }
}

fn within<'d>(schema: &Schema<'d>, visit: &mut impl FnMut(&Schema<'d>)) {
    visit(schema);
    let types = TYPES.iter().map(|keyword| (keyword, false));
    let parts = PARTS.iter().map(|keyword| (keyword, schema.named));
    for ((keyword, holds), named) in types.chain(parts) {
        let Some(value) = schema.keywords.get(keyword) else {
            continue;
        };
        let node = step(&schema.pointer, keyword);
        let mut inner = |pointer, keywords| {
            let schema = Schema {
                pointer,
                keywords,
                named,
            };
            within(&schema, visit);
        };
        match holds {
            Holds::One => inner(node, value),
            Holds::Array => {
                for (index, item) in elements(value).enumerate() {
                    inner(step(&node, &index.to_string()), item);
                }
            }
            Holds::Object => {
                for (name, member) in members(value) {
                    inner(step(&node, name), member);
                }
            }
        }
    }
}
