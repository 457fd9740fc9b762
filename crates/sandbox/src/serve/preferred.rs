//! The documented answer that a request prefers.

use axum::body::Body;
use axum::http::header::{HeaderName, HeaderValue};
use axum::http::{Response, StatusCode};

use crate::answer::{MediaType, response};
use crate::operation::Documented;
use crate::prefer::Preference;

/// The documented answer that a request prefers, if there is one.
pub(super) fn preferred(
    documented: &Documented,
    preference: &Preference,
) -> Option<Response<Body>> {
    if preference.is_none() {
        return None;
    }
    let mut candidates = documented
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
        // A body without an example is better made from a customer.
        (example.is_some() || !documentation.body).then_some((*status, example))
    });
    let (status, example) = found?;
    let status = StatusCode::from_u16(status).ok()?;
    let body = match example {
        Some(example) => Some((MediaType::Json, serde_json::to_vec(example).ok()?)),
        None => None,
    };
    let mut response = response(status, body);
    let applied = [
        preference.code.map(|code| format!("code={code}")),
        preference
            .example
            .as_ref()
            .map(|name| format!("example={name}")),
    ];
    let applied: Vec<String> = applied.into_iter().flatten().collect();
    let applied = HeaderValue::from_str(&applied.join(", ")).ok()?;
    let headers = response.headers_mut();
    headers.insert(HeaderName::from_static("preference-applied"), applied);
    Some(response)
}
