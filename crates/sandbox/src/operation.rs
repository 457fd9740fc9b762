//! The operations of a source, read from its document once, when the sandbox starts.

use std::collections::BTreeMap;

use contract::catalogue::SECURITY_SCHEMES;
use serde_json::{Map, Value};

use crate::asked::Answers;
use crate::checks::{BodyCheck, DocumentError, ParameterCheck};
use crate::source::Source;
use crate::sources;

/// One operation of a source.
#[derive(Debug)]
pub(crate) struct Operation {
    /// Where it stands.
    pub source: Source,
    /// Its operation id.
    pub id: String,
    /// HTTP method, in capitals.
    pub method: String,
    /// Path template, beneath the prefix of the source.
    pub path: String,
    /// What is checked and answered; nothing if the page only lists it.
    pub documented: Option<Documented>,
}

/// What a page documents of an operation.
#[derive(Debug)]
pub(crate) struct Documented {
    /// Scheme of the credentials, as the header `Authorization` has it.
    pub scheme: &'static str,
    /// Every parameter, in documented order.
    pub parameters: Vec<ParameterCheck>,
    /// The body, where there is one.
    pub body: Option<BodyCheck>,
    /// What answers it.
    pub(crate) answers: Answers,
    /// The responses by status; one without a number has none.
    pub responses: BTreeMap<u16, DocumentedResponse>,
}

impl Documented {
    /// The names of the headers that are documented.
    pub(crate) fn headers(&self) -> impl Iterator<Item = &str> {
        self.parameters.iter().filter_map(ParameterCheck::header)
    }
}

/// What a page documents of one response.
#[derive(Clone, Debug, Default)]
pub(crate) struct DocumentedResponse {
    /// Its examples with their names, in documented order.
    pub examples: Vec<(String, Value)>,
    /// Whether it has a body.
    pub body: bool,
}

impl DocumentedResponse {
    /// The row of an error table, or the one example that the page gives.
    #[must_use]
    pub(crate) fn example(&self) -> Option<&Value> {
        self.examples.first().map(|(_, value)| value)
    }
}

/// The operations of a source, in the order of its document.
///
/// # Errors
///
/// Every schema that is none.
pub(crate) fn operations(
    source: Source,
    document: &Value,
) -> Result<Vec<Operation>, Vec<DocumentError>> {
    let mut operations = Vec::new();
    let mut errors = Vec::new();
    for (path, item) in members(&document["paths"]) {
        for (method, operation) in members(item) {
            let documented = if operation["x-documentation"] == "listed" {
                Ok(None)
            } else {
                documented(document, operation).map(Some)
            };
            match documented {
                Ok(documented) => operations.push(Operation {
                    source,
                    id: text(&operation["operationId"]),
                    method: method.to_uppercase(),
                    path: path.clone(),
                    documented,
                }),
                Err(wrong) => errors.extend(wrong),
            }
        }
    }
    if errors.is_empty() {
        Ok(operations)
    } else {
        Err(errors)
    }
}

fn documented(document: &Value, operation: &Value) -> Result<Documented, Vec<DocumentError>> {
    let mut errors = Vec::new();
    let mut parameters = Vec::new();
    for parameter in operation["parameters"].as_array().into_iter().flatten() {
        match ParameterCheck::new(parameter) {
            Ok(check) => parameters.push(check),
            Err(error) => errors.push(error),
        }
    }
    let body = match operation
        .get("requestBody")
        .map(|body| BodyCheck::new(document, body))
    {
        Some(Err(error)) => {
            errors.push(error);
            None
        }
        Some(Ok(check)) => Some(check),
        None => None,
    };
    let id = text(&operation["operationId"]);
    let Some(answers) = sources::answers(&id).filter(|_| errors.is_empty()) else {
        if errors.is_empty() {
            errors.push(DocumentError::new(&id, "nothing answers it"));
        }
        return Err(errors);
    };
    let scheme = members(&operation["security"][0])
        .next()
        .and_then(|(name, _)| SECURITY_SCHEMES.iter().find(|scheme| scheme.name == name))
        .map(|scheme| scheme.scheme);
    let responses = members(&operation["responses"])
        .filter_map(|(status, response)| Some((status.parse().ok()?, documentation(response))));
    Ok(Documented {
        scheme: scheme.unwrap_or_default(),
        parameters,
        body,
        answers,
        responses: responses.collect(),
    })
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

/// The members of an object, in order; of anything else, none.
pub(crate) fn members(value: &Value) -> impl Iterator<Item = (&String, &Value)> {
    value.as_object().into_iter().flat_map(Map::iter)
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}
