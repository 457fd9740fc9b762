//! The operations of a page, read from its document once, when the sandbox starts.

use std::collections::BTreeMap;
use std::sync::Arc;

use contract::catalogue::SECURITY_SCHEMES;
use serde_json::{Map, Value};

use crate::checks::{BodyCheck, DocumentError, ParameterCheck};
use crate::served::Served;

/// One operation of a page.
#[derive(Debug)]
pub(crate) struct Operation {
    /// Its page.
    pub page: Arc<Served>,
    /// Its operation id.
    pub id: String,
    /// HTTP method, in capitals.
    pub method: String,
    /// Path template, beneath the prefix of the page.
    pub path: String,
    /// Scheme of the credentials, as the header `Authorization` has it.
    pub scheme: String,
    /// Whether the page only lists it.
    pub listed: bool,
    /// How it is answered; nothing if the page only lists it, or if the page's folder does not answer it.
    pub answered: Option<Handled>,
    /// The documented responses by status.
    pub responses: BTreeMap<u16, DocumentedResponse>,
}

/// What is checked of a request, and who answers it.
#[derive(Debug)]
pub(crate) struct Handled {
    /// Every parameter, in documented order.
    pub parameters: Vec<ParameterCheck>,
    /// The body, where one is documented.
    pub body: Option<BodyCheck>,
    /// The place of the operation in the list of its page's folder.
    pub place: usize,
}

impl Handled {
    /// The names of the headers that are documented.
    pub(crate) fn headers(&self) -> impl Iterator<Item = &str> {
        self.parameters.iter().filter_map(ParameterCheck::header)
    }
}

/// One documented response.
#[derive(Clone, Debug, Default)]
pub(crate) struct DocumentedResponse {
    /// Its examples with their names, in documented order.
    pub examples: Vec<(String, Value)>,
    /// Whether it has a body.
    pub body: bool,
}

impl DocumentedResponse {
    /// The row of an error table, or the first example that the page gives.
    #[must_use]
    pub(crate) fn example(&self) -> Option<&Value> {
        self.examples.first().map(|(_, value)| value)
    }
}

/// Reads the operations of a page, in the order of its document.
///
/// # Errors
///
/// Returns every schema that is invalid, and every operation without credentials.
pub(crate) fn operations(page: &Arc<Served>) -> Result<Vec<Operation>, Vec<DocumentError>> {
    let document = &page.document;
    let mut operations = Vec::new();
    let mut errors = Vec::new();
    for (path, item) in members(&document["paths"]) {
        for (method, operation) in members(item) {
            let id = operation["operationId"].as_str().unwrap_or_default();
            let Some(scheme) = scheme(document, operation) else {
                let why = "no credentials of its page are stated";
                errors.push(DocumentError::new(id, why));
                continue;
            };
            let listed = operation["x-documentation"] == "listed";
            let folder = page.folder.as_ref().filter(|_| !listed);
            let place = folder.and_then(|folder| folder.operation(id));
            let answered = place.and_then(|(place, _)| {
                let read = answered(document, operation, place);
                read.map_err(|wrong| errors.extend(wrong)).ok()
            });
            let responses = members(&operation["responses"]).filter_map(|(status, response)| {
                Some((status.parse().ok()?, documentation(response)))
            });
            operations.push(Operation {
                page: Arc::clone(page),
                id: id.to_owned(),
                method: method.to_uppercase(),
                path: path.clone(),
                scheme,
                listed,
                answered,
                responses: responses.collect(),
            });
        }
    }
    if errors.is_empty() {
        Ok(operations)
    } else {
        Err(errors)
    }
}

fn answered(
    document: &Value,
    operation: &Value,
    place: usize,
) -> Result<Handled, Vec<DocumentError>> {
    let mut errors = Vec::new();
    let parameters = operation["parameters"].as_array().into_iter().flatten();
    let parameters = parameters.filter_map(|parameter| {
        let check = ParameterCheck::new(parameter);
        check.map_err(|error| errors.push(error)).ok()
    });
    let parameters = parameters.collect();
    let body = operation.get("requestBody");
    let body = body.and_then(|body| {
        let check = BodyCheck::new(document, body);
        check.map_err(|error| errors.push(error)).ok()
    });
    if errors.is_empty() {
        Ok(Handled {
            parameters,
            body,
            place,
        })
    } else {
        Err(errors)
    }
}

/// The scheme of an operation's credentials. An operation that states none asks for those of its page.
fn scheme(document: &Value, operation: &Value) -> Option<String> {
    let schemes = &document["components"]["securitySchemes"];
    let stated = [operation, document].into_iter();
    let stated = stated.filter_map(|it| members(&it["security"][0]).next());
    let mut names = stated.map(|(name, _)| name);
    let name = names.next().or_else(|| Some(members(schemes).next()?.0))?;
    // A scheme that no registry has is an API key in the document.
    let own = || SECURITY_SCHEMES.iter().find(|own| own.name == name);
    let scheme = schemes[name]["scheme"].as_str();
    scheme.or_else(|| Some(own()?.scheme)).map(str::to_owned)
}

fn documentation(response: &Value) -> DocumentedResponse {
    let content = &response["content"]["application/json"];
    let examples = members(&content["examples"]);
    DocumentedResponse {
        examples: examples
            .map(|(name, example)| (name.clone(), example["value"].clone()))
            .collect(),
        body: !content.is_null(),
    }
}

/// The members of an object, in order; empty for anything else.
pub(crate) fn members(value: &Value) -> impl Iterator<Item = (&String, &Value)> {
    value.as_object().into_iter().flat_map(Map::iter)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn an_operation_that_states_no_credentials_asks_for_those_of_its_page() {
        let schemes = json!({ "a": { "scheme": "bearer" }, "b": { "scheme": "GCS" } });
        let document = json!({ "components": { "securitySchemes": schemes } });
        let of = |document: &Value, operation: Value| scheme(document, &operation);
        let own = of(&document, json!({ "security": [{ "b": [] }] }));
        assert_eq!(own.as_deref(), Some("GCS"));
        for silent in [
            json!({}),
            json!({ "security": [] }),
            json!({ "security": [{}] }),
        ] {
            assert_eq!(of(&document, silent.clone()).as_deref(), Some("bearer"));
            let mut document = document.clone();
            document["security"] = json!([{ "b": [] }]);
            assert_eq!(of(&document, silent).as_deref(), Some("GCS"));
        }
        assert_eq!(of(&json!({}), json!({})), None);
    }
}
