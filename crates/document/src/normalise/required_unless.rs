//! "Required unless the other is there", which JSON Schema says of an object and not of a property.

use serde_json::{Map, Value, json};

/// The extension with which a property names the other.
const REQUIRED_UNLESS: &str = "x-required-unless";

/// `x-required-unless` of properties is an `if` and `then` of the schema that has them both.
///
/// An `anyOf` of two `required` would say the same, but generators take its branches for types of
/// their own and lose the properties.
pub(super) fn required_unless(keywords: &mut Map<String, Value>) {
    let Some(Value::Object(properties)) = keywords.get_mut("properties") else {
        return;
    };
    let mut pairs = Vec::new();
    for (name, property) in properties.iter_mut() {
        let mark = property
            .as_object_mut()
            .and_then(|keywords| keywords.shift_remove(REQUIRED_UNLESS));
        if let Some(Value::String(other)) = mark {
            pairs.push([name.clone(), other]);
        }
    }
    let mut rules: Vec<Value> = Vec::new();
    for mut pair in pairs {
        // Both are marked, each with the other: that is one rule, in the order of the properties.
        pair.sort_by_key(|name| properties.keys().position(|property| property == name));
        let [absent, present] = pair;
        let rule = json!({
            "if": { "not": { "required": [absent] } },
            "then": { "required": [present] },
        });
        if !rules.contains(&rule) {
            rules.push(rule);
        }
    }
    match rules.as_mut_slice() {
        [] => {}
        [rule] if !keywords.contains_key("if") => {
            for keyword in ["if", "then"] {
                keywords.insert(keyword.to_owned(), rule[keyword].take());
            }
        }
        _ => {
            let all = keywords.entry("allOf").or_insert_with(|| json!([]));
            if let Value::Array(all) = all {
                all.append(&mut rules);
            }
        }
    }
}
