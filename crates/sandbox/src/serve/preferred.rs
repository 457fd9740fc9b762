//! The documented answer that a request prefers.

use axum::body::Body;
use axum::http::header::{HeaderName, HeaderValue};
use axum::http::{Response, StatusCode};

use crate::answer::{MediaType, response};
use crate::operation::Operation;
use crate::prefer::Preference;

/// The documented response that a request prefers: one with an example, or one without a body.
pub(super) fn example(operation: &Operation, preference: &Preference) -> Option<Response<Body>> {
    if preference.is_none() {
        return None;
    }
    let mut candidates = operation
        .responses
        .iter()
        .filter(|(status, _)| preference.code.is_none_or(|code| code == **status));
    let found = candidates.find_map(|(status, documentation)| {
        let example = match &preference.example {
            Some(name) => {
                let mut examples = documentation.examples.iter();
                let (_, value) = examples.find(|(known, _)| known == name)?;
                Some(value)
            }
            None => documentation.example(),
        };
        // Without an example, the body of a customer is the better answer.
        (example.is_some() || !documentation.body).then_some((*status, example))
    });
    let (status, example) = found?;
    let status = StatusCode::from_u16(status).ok()?;
    let body = match example {
        Some(example) => Some((MediaType::Json, serde_json::to_vec(example).ok()?)),
        None => None,
    };
    let mut response = response(status, body);
    applied(preference, &mut response);
    Some(response)
}

/// Marks an answer as the preferred one if it has the preferred status.
pub(super) fn mark(preference: &Preference, response: &mut Response<Body>) {
    if preference.code == Some(response.status().as_u16()) && preference.example.is_none() {
        applied(preference, response);
    }
}

/// RFC 7240, section 3: which preferences were honoured.
fn applied(preference: &Preference, response: &mut Response<Body>) {
    let code = preference.code.map(|code| format!("code={code}"));
    let example = preference
        .example
        .as_ref()
        .map(|name| format!("example={name}"));
    let applied: Vec<String> = [code, example].into_iter().flatten().collect();
    // The name of an example that a document has is a header's text.
    if let Ok(applied) = HeaderValue::from_str(&applied.join(", ")) {
        let name = HeaderName::from_static("preference-applied");
        response.headers_mut().insert(name, applied);
    }
}
