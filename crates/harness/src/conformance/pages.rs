//! Measures answers by what the pages document: the second witness beside Schemathesis.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use cli::Trouble;
use jsonschema::Validator;
use serde_json::Value;

use super::answer::Answer;
use crate::documents::documents;

/// The media type of errors that no page documents: RFC 9457.
const PROBLEM: &str = "application/problem+json";

/// The media type of every body that a page documents.
const JSON: &str = "application/json";

/// How an answer compares with what its page documents.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Measured {
    /// The page documents a body for this status, and the body fits.
    Documented,
    /// The page documents the status and no body.
    WithoutBody,
    /// The sandbox's own: the page does not document this status, or not the method.
    Own,
    /// The answer is wrong. The reason repeats no value.
    Broken(String),
}

/// The documents of the pages, with the validators that were needed so far.
#[derive(Debug)]
pub(super) struct Pages {
    documents: BTreeMap<String, Value>,
    /// The operations that the sandbox does not answer.
    unanswered: BTreeSet<String>,
    validators: BTreeMap<String, Option<Validator>>,
}

impl Pages {
    /// Reads the documents of a `spec/` folder.
    ///
    /// # Errors
    ///
    /// Returns an error for every document that cannot be read.
    pub(super) fn load(spec: &Path) -> Result<Self, Trouble> {
        let documents = documents(spec)?.into_iter();
        let of_pages = documents.filter_map(|it| Some((it.page()?.to_owned(), it.value)));
        Ok(Self::of(of_pages.collect()))
    }

    /// Takes the documents by the id of their page, which is the first segment of the sandbox's paths.
    #[must_use]
    pub(super) const fn of(documents: BTreeMap<String, Value>) -> Self {
        Self {
            documents,
            unanswered: BTreeSet::new(),
            validators: BTreeMap::new(),
        }
    }

    /// Returns the ids of the pages.
    pub(super) fn ids(&self) -> impl Iterator<Item = &str> {
        self.documents.keys().map(String::as_str)
    }

    /// Notes that the sandbox does not answer an operation.
    pub(super) fn leave_out(&mut self, operation: String) {
        self.unanswered.insert(operation);
    }

    /// Returns every operation, and whether it needs a good answer: its page documents it and does not
    /// only list it, and the sandbox answers it. The page's id begins its path.
    #[must_use]
    pub(super) fn operations(&self) -> BTreeMap<String, bool> {
        let mut operations = BTreeMap::new();
        for (page, document) in &self.documents {
            for (path, item) in document["paths"].as_object().into_iter().flatten() {
                for (method, operation) in item.as_object().into_iter().flatten() {
                    let name = format!("{} /{page}{path}", method.to_uppercase());
                    let documented = operation["x-documentation"] != "listed";
                    let answered = !self.unanswered.contains(&name);
                    operations.insert(name, documented && answered);
                }
            }
        }
        operations
    }

    /// Measures an answer.
    pub(super) fn measure(&mut self, answer: &Answer) -> Measured {
        let Some((document, response)) = documented(&self.documents, answer) else {
            return self.own(answer);
        };
        let Some(content) = response.get("content").and_then(Value::as_object) else {
            return Measured::WithoutBody;
        };
        let media = answer.media.clone().unwrap_or_default();
        let Some(schema) = content.get(&media).and_then(|it| it.get("schema")) else {
            let due: Vec<&str> = content.keys().map(String::as_str).collect();
            return Measured::Broken(format!(
                "expected `{}`, but found `{media}` instead",
                due.join("` or `")
            ));
        };
        match fits(&mut self.validators, document, schema, &answer.body) {
            Ok(()) => Measured::Documented,
            Err(why) => Measured::Broken(why),
        }
    }

    /// Measures an answer that no page documents. An error must be a problem as in RFC 9457, or have the
    /// shape of the page's other errors. An answer to `HEAD` has no body.
    fn own(&mut self, answer: &Answer) -> Measured {
        if answer.method == "HEAD" {
            return Measured::Own;
        }
        if answer.status < 400 {
            return if operation(&self.documents, answer)
                .is_some_and(|(_, it)| says_what_is_good(it))
            {
                let status = answer.status;
                let why = format!(
                    "expected a status that the page documents, but found {status} instead"
                );
                Measured::Broken(why)
            } else {
                Measured::Own
            };
        }
        let body: Option<Value> = serde_json::from_slice(&answer.body).ok();
        let status = body.and_then(|body| body.get("status")?.as_u64());
        let prefix = answer.path.split('/').nth(1).unwrap_or_default();
        let good = match answer.media.as_deref() {
            Some(PROBLEM) => status == Some(answer.status.into()),
            Some(JSON) => self.documents.get(prefix).is_some_and(|document| {
                let fits = |it| fits(&mut self.validators, document, it, &answer.body).is_ok();
                errors(document).into_iter().any(fits)
            }),
            _ => false,
        };
        if good {
            return Measured::Own;
        }
        Measured::Broken(format!(
            "expected `{PROBLEM}` with the member `status`, or an error of the page, as it documents \
             no {}, but found something else instead",
            answer.status
        ))
    }
}

/// Checks that a body is JSON and fits a schema of a document.
fn fits(
    validators: &mut BTreeMap<String, Option<Validator>>,
    document: &Value,
    schema: &Value,
    body: &[u8],
) -> Result<(), String> {
    // Component names are unique over all vendors, so the text of a schema identifies it.
    let validator = validators
        .entry(schema.to_string())
        .or_insert_with(|| document::validate::validator(document, schema));
    let Some(validator) = validator else {
        return Err("expected a schema that can be applied".to_owned());
    };
    let Ok(body) = serde_json::from_slice(body) else {
        return Err("expected JSON, but found something else instead".to_owned());
    };
    if validator.is_valid(&body) {
        return Ok(());
    }
    let errors = validator.iter_errors(&body);
    let errors: Vec<String> = errors
        .map(|error| format!("{}: {}", error.instance_path(), error.masked()))
        .collect();
    Err(errors.join("; "))
}

/// Returns the schemas of the errors of a document, each once.
fn errors(document: &Value) -> Vec<&Value> {
    let mut errors = Vec::new();
    let items = document["paths"].as_object().into_iter().flatten();
    let operations = items.flat_map(|(_, item)| item.as_object().into_iter().flatten());
    let responses = operations.filter_map(|(_, it)| it["responses"].as_object());
    for (status, response) in responses.flatten() {
        let schema = &response["content"][JSON]["schema"];
        if status.starts_with(['4', '5']) && !schema.is_null() && !errors.contains(&schema) {
            errors.push(schema);
        }
    }
    errors
}

/// Whether a page documents a good answer of an operation. If it does, any other good answer is wrong.
fn says_what_is_good(operation: &Value) -> bool {
    let responses = operation["responses"].as_object();
    let mut statuses = responses.into_iter().flat_map(|it| it.keys());
    statuses.any(|status| status.starts_with('2'))
}

/// Returns the document and its description of an answer's operation.
fn operation<'d>(
    documents: &'d BTreeMap<String, Value>,
    answer: &Answer,
) -> Option<(&'d Value, &'d Value)> {
    let (prefix, path) = answer.path.strip_prefix('/')?.split_once('/')?;
    let document = documents.get(prefix)?;
    let operation = document["paths"]
        .get(format!("/{path}"))?
        .get(answer.method.to_lowercase())?;
    Some((document, operation))
}

/// Returns the document and its description of an answer's status.
fn documented<'d>(
    documents: &'d BTreeMap<String, Value>,
    answer: &Answer,
) -> Option<(&'d Value, &'d Value)> {
    let (document, operation) = operation(documents, answer)?;
    let response = operation["responses"].get(answer.status.to_string())?;
    Some((document, response))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn pages() -> Pages {
        let document = json!({
            "paths": {
                "/boats/{id}": {
                    "get": {"responses": {
                        "200": {"content": {"application/json": {"schema": {
                            "$ref": "#/components/schemas/Boat"
                        }}}},
                        "204": {"description": "None."},
                        "400": {"content": {"application/json": {"schema": {
                            "$ref": "#/components/schemas/Error"
                        }}}},
                    }},
                    "put": {"x-documentation": "listed", "responses": {"default": {}}},
                },
            },
            "components": {"schemas": {
                "Boat": {
                    "type": "object",
                    "required": ["name"],
                    "properties": {"name": {"type": "string"}},
                },
                "Error": {"type": "object", "required": ["code"]},
            }},
        });
        Pages::of(BTreeMap::from([("harbour".to_owned(), document)]))
    }

    fn answer(status: u16, media: &str, body: &str) -> Answer {
        Answer {
            case: "a".to_owned(),
            phase: "fuzzing".to_owned(),
            method: "GET".to_owned(),
            path: "/harbour/boats/{id}".to_owned(),
            status,
            media: (!media.is_empty()).then(|| media.to_owned()),
            body: body.into(),
        }
    }

    #[test]
    fn an_answer_is_what_the_page_documents() {
        let mut pages = pages();
        let mut measure = |status, media, body| pages.measure(&answer(status, media, body));
        let good = measure(200, "application/json", r#"{"name": "Gudrun"}"#);
        assert_eq!(good, Measured::Documented);
        assert_eq!(measure(204, "", ""), Measured::WithoutBody);
        let own = measure(404, PROBLEM, r#"{"status": 404}"#);
        assert_eq!(own, Measured::Own);
        let own = measure(404, "application/json", r#"{"code": "gone"}"#);
        assert_eq!(own, Measured::Own);
        let documented = measure(400, "application/json", r#"{"code": "bad"}"#);
        assert_eq!(documented, Measured::Documented);
    }

    #[test]
    fn an_answer_that_is_not_is_broken() {
        for (status, media, body, why) in [
            (200, "application/json", "{}", "is a required property"),
            (200, "application/json", r#"{"name": 17}"#, "/name: "),
            (200, "application/json", "no", "expected JSON"),
            (200, "text/plain", "{}", "expected `application/json`"),
            (200, "", "", "expected `application/json`"),
            (404, "application/json", r#"{"status": 404}"#, PROBLEM),
            (404, PROBLEM, r#"{"status": 400}"#, PROBLEM),
            (404, PROBLEM, "", PROBLEM),
            (501, "text/plain", "no", "documents no 501"),
            (202, "application/json", "{}", "found 202 instead"),
        ] {
            let Measured::Broken(found) = pages().measure(&answer(status, media, body)) else {
                panic!("{status} {media} {body} is not seen");
            };
            assert!(found.contains(why), "{found}");
            assert!(!found.contains("17"), "a value is repeated: {found}");
        }
    }

    #[test]
    fn operations_are_those_of_the_pages() {
        let operations = pages().operations();
        let expected = [
            ("GET /harbour/boats/{id}".to_owned(), true),
            ("PUT /harbour/boats/{id}".to_owned(), false),
        ];
        assert_eq!(operations, BTreeMap::from(expected));
        let mut pages = pages();
        pages.leave_out("GET /harbour/boats/{id}".to_owned());
        assert!(!pages.operations().into_values().any(|it| it));
    }
}
