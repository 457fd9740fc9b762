//! OpenAPI 3.1 → 3.2, whose tags are nested: `x-tagGroups` and `x-displayName` have words of the
//! standard there (OpenAPI 3.2, section 4.22).

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

/// The OpenAPI version of the result.
const VERSION: &str = "3.2.0";

/// The kind of tags that people find their way by, from the registry of the OpenAPI Initiative.
const NAVIGATION: &str = "nav";

/// The 3.2.0 edition of an OpenAPI 3.1 document.
///
/// Each group becomes a tag of its own, before the tags that have it as `parent`; where a tag of
/// its name is there already, that one is the parent, and a group of one tag that is shown by the
/// group's name adds nothing. A display name becomes the `summary`. All else is the same in both
/// versions, and what is no object is left as it is.
#[must_use]
pub fn openapi_3_2(document: &Value) -> Value {
    let mut nested = document.clone();
    let Some(members) = nested.as_object_mut() else {
        return nested;
    };
    members.insert("openapi".to_owned(), json!(VERSION));
    let groups = members.shift_remove("x-tagGroups");
    let Some(Value::Array(tags)) = nested.get_mut("tags") else {
        return nested;
    };
    let flat: Vec<Value> = std::mem::take(tags);
    let parents = parents(groups.as_ref(), &flat);
    let mut opened: Vec<&str> = Vec::new();
    for tag in &flat {
        let name = text(tag, "name");
        let parent = parents.get(name).copied().filter(|parent| *parent != name);
        if let Some(parent) = parent
            && !opened.contains(&parent)
            && !flat.iter().any(|tag| text(tag, "name") == parent)
        {
            opened.push(parent);
            tags.push(group(parent, &flat, &parents));
        }
        tags.push(nested_tag(tag, parent));
    }
    nested
}

/// The group of each tag that is in one, the first if it is in several.
fn parents<'g>(groups: Option<&'g Value>, tags: &'g [Value]) -> BTreeMap<&'g str, &'g str> {
    let mut parents = BTreeMap::new();
    for group in groups.and_then(Value::as_array).into_iter().flatten() {
        let name = text(group, "name");
        let members = group["tags"].as_array().into_iter().flatten();
        let members: Vec<&str> = members.filter_map(Value::as_str).collect();
        let alone = tags.iter().find(|tag| members == [text(tag, "name")]);
        if alone.is_some_and(|tag| shown(tag) == name) {
            continue;
        }
        for tag in members {
            parents.entry(tag).or_insert(name);
        }
    }
    parents
}

/// The tag that stands for a group.
fn group(name: &str, tags: &[Value], parents: &BTreeMap<&str, &str>) -> Value {
    let within = tags
        .iter()
        .filter(|tag| parents.get(text(tag, "name")) == Some(&name));
    let within: Vec<&str> = within.map(shown).collect();
    let description = match within.as_slice() {
        [before @ .., last] if !before.is_empty() => {
            format!("The APIs of {} and {last}.", before.join(", "))
        }
        few => format!("The API of {}.", few.concat()),
    };
    json!({ "name": name, "summary": name, "description": description, "kind": NAVIGATION })
}

/// What people read for a tag.
fn shown(tag: &Value) -> &str {
    let words = ["summary", "x-displayName", "name"].map(|field| text(tag, field));
    words
        .into_iter()
        .find(|words| !words.is_empty())
        .unwrap_or_default()
}

fn nested_tag(tag: &Value, parent: Option<&str>) -> Value {
    let Value::Object(fields) = tag else {
        return tag.clone();
    };
    // A summary of the tag's own is what is shown; it stands behind the name.
    let shown = fields.get("summary").or(fields.get("x-displayName"));
    let mut nested = Map::new();
    for (field, value) in fields {
        if !matches!(field.as_str(), "summary" | "x-displayName") {
            nested.insert(field.clone(), value.clone());
        }
        if let ("name", Some(shown)) = (field.as_str(), shown) {
            nested.insert("summary".to_owned(), shown.clone());
        }
    }
    if let Some(parent) = parent {
        nested.entry("parent").or_insert(parent.into());
    }
    nested.entry("kind").or_insert(NAVIGATION.into());
    Value::Object(nested)
}

fn text<'v>(value: &'v Value, field: &str) -> &'v str {
    value.get(field).and_then(Value::as_str).unwrap_or_default()
}
