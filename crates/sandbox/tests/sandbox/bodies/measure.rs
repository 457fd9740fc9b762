//! Answers, measured by the documents.

use std::collections::BTreeMap;

use jsonschema::Validator;
use serde_json::Value;

use super::documented::Operation;
use crate::ask::{Answer, bare};

/// The documents of the sandbox, with the validators that were needed so far.
pub(crate) struct Measure {
    served: Value,
    validators: BTreeMap<(String, u16), Validator>,
}

impl Measure {
    pub(crate) fn new() -> Self {
        Self {
            served: bare("GET", "/openapi.json").answer().body(),
            validators: BTreeMap::new(),
        }
    }

    /// Sees that an answer is as documented.
    #[track_caller]
    pub(crate) fn fits(&mut self, operation: &Operation, answer: &Answer, what: &str) {
        let misfit = self.misfit(operation, answer);
        assert!(
            misfit.is_none(),
            "{}, {what}: {} {}: {}",
            operation.name(),
            answer.status,
            answer.text,
            misfit.unwrap_or_default()
        );
    }

    /// What is not as documented of an answer: by its page, or by the sandbox's own document where the
    /// page does not know the status.
    pub(crate) fn misfit(&mut self, operation: &Operation, answer: &Answer) -> Option<String> {
        let status = answer.status.to_string();
        let of_page = operation.documented()["responses"].get(&status);
        let of_sandbox = &self.served["paths"][operation.path()][&operation.method];
        let (document, response) = match of_page {
            Some(response) => (&operation.document, response),
            None => match of_sandbox["responses"].get(&status) {
                Some(response) => (&self.served, response),
                None => return Some(format!("no document has the status {status}")),
            },
        };
        let Some(content) = response.get("content").and_then(Value::as_object) else {
            // What the page says nothing of may be said in the sandbox's own words.
            return (of_page.is_none() && !answer.text.is_empty())
                .then(|| "a body that is not documented".to_owned());
        };
        let media_type = answer.header("content-type");
        let Some(media) = content.get(media_type) else {
            return Some(format!("the media type `{media_type}` is not documented"));
        };
        let key = (operation.name(), answer.status);
        let validator = self.validators.entry(key).or_insert_with(|| {
            let validator = document::validate::validator(document, &media["schema"]);
            validator.expect("a schema that can be applied")
        });
        let Ok(body) = serde_json::from_str(&answer.text) else {
            return Some("it is no JSON".to_owned());
        };
        let errors: Vec<String> = validator
            .iter_errors(&body)
            .map(|error| format!("{}: {error}", error.instance_path()))
            .collect();
        (!errors.is_empty()).then(|| errors.join("; "))
    }
}
