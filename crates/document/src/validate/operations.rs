//! Path templates agree with path parameters, and no operation takes another's id.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::problem::Problem;
use crate::json::{elements, members, step};
use crate::template;
use crate::walk::METHODS;

/// What the official schema cannot say of operations.
pub(super) fn agree(document: &Value) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut ids: BTreeMap<&str, String> = BTreeMap::new();
    for (path, item) in members(&document["paths"]) {
        let node = step("/paths", path);
        for (method, operation) in members(item) {
            if !METHODS.contains(&method.as_str()) {
                continue;
            }
            let node = step(&node, method);
            if let Some(id) = operation["operationId"].as_str()
                && let Some(first) = ids.insert(id, node.clone())
            {
                let problem =
                    format!("expected an operation id of its own, but found that of {first}");
                problems.push(Problem::new(format!("{node}/operationId"), problem));
            }
            // OpenAPI 3.1 lets them be left out; 3.0, to which documents are converted, does not.
            if members(&operation["responses"]).next().is_none() {
                let problem = "expected responses, but found none instead";
                problems.push(Problem::new(node.as_str(), problem));
            }
            let parameters = [&item["parameters"], &operation["parameters"]];
            problems.extend(path_parameters(document, path, &node, parameters));
            problems.extend(repeated(document, &node, &operation["parameters"]));
        }
    }
    problems
}

/// The parameter itself, which may be a reference to a component.
fn parameter<'d>(document: &'d Value, parameter: &'d Value) -> &'d Value {
    let path = parameter["$ref"]
        .as_str()
        .and_then(|at| at.strip_prefix('#'));
    path.and_then(|path| document.pointer(path))
        .unwrap_or(parameter)
}

/// Names of the template without a path parameter, and path parameters without a name in it.
fn path_parameters(
    document: &Value,
    path: &str,
    node: &str,
    parameters: [&Value; 2],
) -> Vec<Problem> {
    let described: BTreeSet<&str> = parameters
        .into_iter()
        .flat_map(elements)
        .map(|it| parameter(document, it))
        .filter(|parameter| parameter["in"] == "path")
        .filter_map(|parameter| parameter["name"].as_str())
        .collect();
    let named: BTreeSet<&str> = template::names(path).collect();
    let lacking = named.difference(&described).map(|name| {
        let problem = format!("expected a path parameter `{name}`, but found none instead");
        Problem::new(node, problem)
    });
    let unnamed = described.difference(&named).map(|name| {
        let problem = format!("expected `{{{name}}}` in the path, but found none instead");
        Problem::new(node, problem)
    });
    lacking.chain(unnamed).collect()
}

/// Parameters that an operation has twice.
fn repeated(document: &Value, node: &str, parameters: &Value) -> Vec<Problem> {
    let mut seen = BTreeSet::new();
    let mut problems = Vec::new();
    for (index, found) in elements(parameters).enumerate() {
        let parameter = parameter(document, found);
        let key = (parameter["in"].as_str(), parameter["name"].as_str());
        if !seen.insert(key) {
            let problem = "expected each parameter once, but found it twice instead";
            problems.push(Problem::new(format!("{node}/parameters/{index}"), problem));
        }
    }
    problems
}
