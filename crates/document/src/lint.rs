//! Rules of ours for what no public linter sees.
//!
//! Redocly and Spectral look at the rest: `redocly.yaml` and `.spectral.yaml` at the root of the
//! repository. Other than [`validate`](crate::validate), this is not about whether a document is
//! OpenAPI, but about whether it can mean what it says.

mod bounds;
mod broken;
mod pattern;
mod required;
mod values;
mod worded;

use serde_json::Value;

use crate::json::{elements, members, step};
use crate::walk::{self, METHODS};

pub use broken::{Broken, Rule};

/// Every place where an OpenAPI document, 3.0 or later, breaks a rule of ours; sorted.
#[must_use]
pub fn lint(document: &Value) -> Vec<Broken> {
    let mut broken = form(document);
    broken.extend(schemas(document));
    broken.sort();
    broken
}

/// Every place where an OpenAPI document breaks a rule of ours that is not about a schema alone;
/// sorted.
#[must_use]
pub fn form(document: &Value) -> Vec<Broken> {
    let mut broken = licence(document);
    broken.extend(servers(document));
    broken.extend(ignored_headers(document));
    unwritten(document, "", &mut broken);
    walk::schemas(document, &mut |node| {
        if !node.named
            && let Some(what) = nameless(node.value)
        {
            let problem = format!("expected a reference to a component, but found {what} instead");
            broken.push(Broken::new(Rule::InlineObject, node.to_string(), problem));
        }
    });
    broken.sort();
    broken
}

/// Every schema of an OpenAPI document, or of a JSON Schema, that cannot mean what it says; sorted.
///
/// What is below `default`, `enum`, `const`, `example` and `examples` is data and no schema.
#[must_use]
pub fn schemas(document: &Value) -> Vec<Broken> {
    let document = worded::in_2020_12(document);
    let mut broken = required::unknown(&document);
    walk::schemas(&document, &mut |node| {
        broken.extend(bounds::crossed(node));
        broken.extend(pattern::unreadable(node));
        broken.extend(values::misfits(&document, node));
    });
    broken.sort();
    broken
}

/// What a drafted sentence begins with.
const DRAFT: &str = "TODO:";

/// Sentences that are still drafts; data is not looked at.
fn unwritten(value: &Value, pointer: &str, broken: &mut Vec<Broken>) {
    for (index, item) in elements(value).enumerate() {
        unwritten(item, &step(pointer, &index.to_string()), broken);
    }
    let data = ["default", "enum", "const", "example", "examples"];
    for (keyword, value) in members(value).filter(|(it, _)| !data.contains(&it.as_str())) {
        let pointer = step(pointer, keyword);
        if value.as_str().is_some_and(|text| text.contains(DRAFT)) {
            let problem = format!(
                "expected a sentence of a person, but found a draft with `{DRAFT}` instead"
            );
            broken.push(Broken::new(Rule::Unwritten, pointer.as_str(), problem));
        }
        unwritten(value, &pointer, broken);
    }
}

/// What a generator would have to invent a name for.
fn nameless(schema: &Value) -> Option<&'static str> {
    let has = |keyword: &str| schema.get(keyword).is_some();
    // A map from names to values is no type of its own.
    let object = schema["type"] == "object" && !has("additionalProperties");
    if object || has("properties") {
        Some("an object without a name")
    } else if has("oneOf") || has("anyOf") {
        Some("a choice without a name")
    } else {
        None
    }
}

fn licence(document: &Value) -> Vec<Broken> {
    let at = "/info/license";
    let stated = |keyword: &str| {
        let text = document["info"]["license"][keyword].as_str();
        text.is_some_and(|text| !text.trim().is_empty())
    };
    let lacking = |what: &str| {
        let problem = format!("expected {what} of the licence, but found none instead");
        Broken::new(Rule::Licence, at, problem)
    };
    let mut broken = Vec::new();
    if !stated("name") {
        broken.push(lacking("the name"));
    }
    // OpenAPI 3.0 has no identifier.
    if !stated("identifier") && !stated("url") {
        broken.push(lacking("the SPDX identifier or the address"));
    }
    broken
}

/// Each operation with its pointer and its path item.
fn operations(document: &Value) -> impl Iterator<Item = (String, &Value, &Value)> {
    members(&document["paths"]).flat_map(|(path, item)| {
        let node = step("/paths", path);
        members(item)
            .filter(|(method, _)| METHODS.contains(&method.as_str()))
            .map(move |(method, operation)| (step(&node, method), item, operation))
    })
}

fn servers(document: &Value) -> Vec<Broken> {
    let any = |holder: &Value| elements(&holder["servers"]).next().is_some();
    operations(document)
        .filter(|(_, item, operation)| !any(operation) && !any(item) && !any(document))
        .map(|(pointer, ..)| {
            let problem = "expected servers of the operation or the document, but found none \
                           instead";
            Broken::new(Rule::Servers, pointer, problem)
        })
        .collect()
}

fn ignored_headers(document: &Value) -> Vec<Broken> {
    /// Media types and credentials have keywords of their own.
    const PARAMETERS: [&str; 3] = ["accept", "authorization", "content-type"];
    const HEADERS: [&str; 1] = ["content-type"];
    let mut broken = Vec::new();
    let mut look = |name: &str, ignored: &[&str], pointer: String| {
        if ignored.contains(&name.to_ascii_lowercase().as_str()) {
            let problem = format!("expected no header `{name}`, which OpenAPI ignores");
            broken.push(Broken::new(Rule::IgnoredHeader, pointer, problem));
        }
    };
    let mut parameter = |parameter: &Value, pointer: String| {
        if let ("header", Some(name)) = (
            parameter["in"].as_str().unwrap_or_default(),
            parameter["name"].as_str(),
        ) {
            look(name, &PARAMETERS, pointer);
        }
    };
    let list = |parameters, node: &str| {
        let node = step(node, "parameters");
        let each = elements(parameters).enumerate();
        each.map(move |(index, parameter)| (parameter, step(&node, &index.to_string())))
    };
    for (path, item) in members(&document["paths"]) {
        for (found, pointer) in list(&item["parameters"], &step("/paths", path)) {
            parameter(found, pointer);
        }
    }
    for (node, _, operation) in operations(document) {
        for (found, pointer) in list(&operation["parameters"], &node) {
            parameter(found, pointer);
        }
    }
    for (name, found) in members(&document["components"]["parameters"]) {
        parameter(found, step("/components/parameters", name));
    }
    for (node, _, operation) in operations(document) {
        for (status, response) in members(&operation["responses"]) {
            let node = step(&step(&step(&node, "responses"), status), "headers");
            for (name, _) in members(&response["headers"]) {
                look(name, &HEADERS, step(&node, name));
            }
        }
    }
    broken
}
