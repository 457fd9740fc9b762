//! References within a document that lead nowhere.

use serde_json::Value;

use crate::Pointer;

/// Returns whether a member of an OpenAPI or Swagger document holds a map from names: none of the
/// names is a keyword.
#[must_use]
pub fn is_map(member: &str) -> bool {
    MAPS.contains(&member)
}

/// Returns whether a member of an OpenAPI or Swagger document holds data or an extension: a `$ref`
/// within refers to nothing.
#[must_use]
pub fn is_data(member: &str) -> bool {
    DATA.contains(&member) || member.starts_with("x-")
}

const MAPS: [&str; 16] = [
    "$defs",
    "callbacks",
    "content",
    "definitions",
    "dependentSchemas",
    "encoding",
    "headers",
    "links",
    "parameters",
    "pathItems",
    "paths",
    "patternProperties",
    "properties",
    "requestBodies",
    "responses",
    "schemas",
];

const DATA: [&str; 6] = ["const", "default", "enum", "example", "examples", "value"];

/// Finds every reference within a document that leads nowhere or to itself.
///
/// Each is a problem with the JSON pointer of the object that refers, and how to mend it. References
/// to other files, to anchors, and below an `$id` are not followed.
#[must_use]
pub fn dangling(document: &Value) -> Vec<String> {
    let mut problems = Vec::new();
    walk(document, document, "", false, &mut problems);
    problems
}

fn walk(root: &Value, value: &Value, at: &str, names: bool, problems: &mut Vec<String>) {
    let Some(members) = value.as_object() else {
        for (index, item) in value.as_array().into_iter().flatten().enumerate() {
            if item.is_object() {
                walk(
                    root,
                    item,
                    &Pointer::step(at, &index.to_string()),
                    false,
                    problems,
                );
            }
        }
        return;
    };
    if !names && members.contains_key("$id") {
        return;
    }
    if let Some(Value::String(reference)) = members.get("$ref").filter(|_| !names)
        && let Err(found) = follow(root, reference)
    {
        problems.push(format!(
            "{at}: expected a reference to something, but found {found} instead; mend the reference, \
             or add what it names"
        ));
    }
    for (name, value) in members {
        if (names || !is_data(name)) && (value.is_object() || value.is_array()) {
            let names = !names && is_map(name);
            walk(root, value, &Pointer::step(at, name), names, problems);
        }
    }
}

/// What is found at the end of references that lead to each other, if that is not something.
fn follow<'d>(root: &'d Value, reference: &'d str) -> Result<(), String> {
    let mut passed = vec![reference];
    while let Some(pointer) = passed.last().and_then(|it| it.strip_prefix('#')) {
        let target = match pointer {
            "" => return Err("the whole document at `#`".to_owned()),
            anchor if !anchor.starts_with('/') => return Ok(()),
            pointer => root.pointer(pointer),
        };
        let target = target.ok_or_else(|| format!("nothing at `#{pointer}`"))?;
        // Beside other keywords, a reference says not everything.
        let members = target.as_object().filter(|members| members.len() == 1);
        let Some(next) = members.and_then(|it| it.get("$ref")?.as_str()) else {
            return Ok(());
        };
        if passed.contains(&next) {
            return Err(format!("one that leads to itself at `{next}`"));
        }
        passed.push(next);
    }
    Ok(())
}
