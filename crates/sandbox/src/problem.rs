//! Problem details (RFC 9457), where no page says what an error looks like.

use axum::body::Body;
use axum::http::{Response, StatusCode};
use schemars::JsonSchema;
use schemars::generate::{Contract, SchemaSettings};
use serde::Serialize;
use serde_json::Value;

use crate::answer::{MediaType, response};
use crate::checks::Wrong;

/// Problem details (RFC 9457) of the sandbox's own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub(crate) struct Problem {
    /// Always `about:blank`: the status says which problem it is (RFC 9457, section 4.2.1).
    pub r#type: &'static str,
    /// The status in words.
    pub title: String,
    /// The status.
    pub status: u16,
    /// What is wrong and how to fix it.
    pub detail: String,
    /// The fields that are to blame.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<Blame>,
    /// Where a page lists an operation that it does not document.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "OnPage")]
    pub listed: Option<Box<OnPage>>,
    /// Where a page documents an operation that the sandbox does not answer.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "OnPage")]
    pub documented: Option<Box<OnPage>>,
}

/// A field that is to blame.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub(crate) struct Blame {
    /// The field.
    pub location: String,
    /// What is expected of it.
    pub detail: String,
}

/// Where an operation stands on a page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub(crate) struct OnPage {
    /// The page's identifier.
    pub page: String,
    /// The line of its capture, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "u32")]
    pub line: Option<u32>,
    /// Its address, where it is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String")]
    pub url: Option<&'static str>,
    /// Where the sandbox answers the same operation, which another page documents.
    #[serde(skip_serializing_if = "Vec::is_empty", rename = "documentedAt")]
    pub documented_at: Vec<String>,
}

impl Problem {
    /// A problem of a status.
    #[must_use]
    pub(crate) fn new(status: StatusCode, detail: impl Into<String>) -> Self {
        Self {
            r#type: "about:blank",
            title: status.canonical_reason().unwrap_or_default().to_owned(),
            status: status.as_u16(),
            detail: detail.into(),
            errors: Vec::new(),
            listed: None,
            documented: None,
        }
    }

    /// The same, with the fields that are to blame.
    #[must_use]
    pub(crate) fn blaming(mut self, wrong: &[Wrong]) -> Self {
        let blame = wrong.iter().map(|wrong| Blame {
            location: wrong.location.name(),
            detail: wrong.expected.clone(),
        });
        self.errors = blame.collect();
        self
    }

    /// As it is written.
    #[must_use]
    pub(crate) fn body(&self) -> Vec<u8> {
        serde_json::to_vec(self).unwrap_or_default()
    }

    /// As a response.
    #[must_use]
    pub(crate) fn response(&self) -> Response<Body> {
        let status = StatusCode::from_u16(self.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        response(status, Some((MediaType::Problem, self.body())))
    }
}

/// The schema of a problem, for the documents that the sandbox serves.
#[must_use]
pub(crate) fn schema() -> Value {
    let inline = SchemaSettings::draft2020_12().with(|settings| {
        settings.inline_subschemas = true;
        settings.contract = Contract::Serialize;
        settings.meta_schema = None;
    });
    inline
        .into_generator()
        .into_root_schema_for::<Problem>()
        .to_value()
}
