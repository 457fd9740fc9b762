//! Marks the parameters whose aspects we inferred.

use contract::catalogue::{Catalogue, InferredParameter};
use serde_json::{Value, json};

use crate::error::BuildError;

/// Marks every parameter of the catalogue's list. A mark without its parameter is an error.
pub(crate) fn mark(catalogue: &Catalogue, mut documents: Vec<&mut Value>) -> Vec<BuildError> {
    let mut errors = Vec::new();
    for mark in catalogue.inferred_parameters {
        let mut marked = false;
        for document in &mut documents {
            for parameter in parameters(document, mark) {
                marked = true;
                let marks = parameter["x-inferred"].take();
                let mut marks = marks.as_array().cloned().unwrap_or_default();
                marks.push(json!(mark.aspect));
                parameter["x-inferred"] = json!(marks);
            }
        }
        if !marked {
            errors.push(BuildError::NoParameterToMark {
                operation: mark.operation.to_owned(),
                parameter: mark.parameter.to_owned(),
            });
        }
    }
    errors
}

/// The parameter that a mark is about, in one document.
fn parameters<'v>(
    document: &'v mut Value,
    mark: &InferredParameter,
) -> impl Iterator<Item = &'v mut Value> {
    let paths = document["paths"].as_object_mut().into_iter().flatten();
    let items = paths.flat_map(|(_, item)| item.as_object_mut().into_iter().flatten());
    let operation = items
        .map(|(_, operation)| operation)
        .find(|operation| operation["operationId"] == mark.operation);
    let parameters =
        operation.and_then(|operation| operation.get_mut("parameters")?.as_array_mut());
    let named = |parameter: &&mut Value| parameter["name"] == mark.parameter;
    parameters.into_iter().flatten().filter(named)
}
