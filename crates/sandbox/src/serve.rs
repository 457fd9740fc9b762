//! One request to one operation, from its head to its answer.

mod preferred;
mod received;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use axum::body::{Body, Bytes};
use axum::http::header::{HeaderValue, WWW_AUTHENTICATE};
use axum::http::request::Parts;
use axum::http::{Request, Response, StatusCode};

use crate::answer::{Answer, Fault, MediaType, Refusal, response};
use crate::asked::Asked;
use crate::checks::{
    Parameters, Wrong, accepts_json, credentials, is_json, is_not_coded, parameters,
};
use crate::errors;
use crate::log::Said;
use crate::operation::{Answered, Operation};
use crate::prefer::Preference;
use crate::sandbox::Sandbox;
use crate::unanswered;

pub(crate) use received::{Unread, body};

/// The client that no access is configured for.
pub(crate) const NOT_CONFIGURED: &str = "not-configured";

/// Answers a request to an operation.
pub(crate) async fn serve(
    sandbox: Arc<Sandbox>,
    operation: Arc<Operation>,
    request: Request<Body>,
) -> Response<Body> {
    let (parts, body) = request.into_parts();
    let (mut response, wrong) = match &operation.answered {
        None => match caller(&sandbox, &operation, &parts) {
            Ok(_) => match is_not_coded(&parts.headers) {
                Ok(()) => (unanswered::response(&sandbox, &operation), Vec::new()),
                Err(wrong) => {
                    let refusal = Refusal::of(Fault::Coded, vec![wrong]);
                    refused(&sandbox, &operation, refusal)
                }
            },
            Err(refusal) => refused(&sandbox, &operation, refusal),
        },
        Some(answered) => {
            let asked = async {
                // Who is calling is checked before anything more is read.
                let customer = caller(&sandbox, &operation, &parts)?;
                is_not_coded(&parts.headers).map_err(Unread::Coded)?;
                let body = match &answered.body {
                    Some(_) => received::read(&parts, body).await?,
                    None => Bytes::new(),
                };
                Ok((customer, body))
            };
            match asked.await {
                Ok((customer, body)) => {
                    unharmed(|| answer(&sandbox, &operation, answered, &parts, customer, &body))
                        .unwrap_or_else(|| {
                            let refusal = Refusal::of(Fault::Unavailable, Vec::new());
                            refused(&sandbox, &operation, refusal)
                        })
                }
                Err(Unasked::Refused(refusal)) => refused(&sandbox, &operation, refusal),
                Err(Unasked::Unread(unread)) => (unread.response(), Vec::new()),
            }
        }
    };
    let wrong = errors::summary(&wrong);
    response.extensions_mut().insert(Said { operation, wrong });
    response
}

/// Why a request is not even looked at.
enum Unasked {
    /// In the words of the page.
    Refused(Refusal),
    /// In the sandbox's own.
    Unread(Unread),
}

impl From<Refusal> for Unasked {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

impl From<Unread> for Unasked {
    fn from(unread: Unread) -> Self {
        match unread {
            // What no HTTP is, is no body as documented.
            Unread::Broken => {
                let wrong = Wrong::body("expected a body as HTTP has it");
                Self::Refused(Refusal::of(Fault::Invalid, vec![wrong]))
            }
            Unread::Coded(wrong) => Self::Refused(Refusal::of(Fault::Coded, vec![wrong])),
            unread => Self::Unread(unread),
        }
    }
}

/// The response to a request, and what is wrong with the request.
fn answer(
    sandbox: &Sandbox,
    operation: &Operation,
    answered: &Answered,
    parts: &Parts,
    customer: usize,
    body: &Bytes,
) -> (Response<Body>, Vec<Wrong>) {
    let parameters = match checked(operation, answered, parts, body) {
        Ok(checked) => checked,
        Err(refusal) => return refused(sandbox, operation, refusal),
    };
    let preference = Preference::of(&parts.headers);
    if let Some(preferred) = preferred::example(operation, &preference) {
        return (preferred, Vec::new());
    }
    let asked = Asked {
        customer,
        parameters: &parameters,
        body,
    };
    let answer = match &operation.page.folder {
        Some(folder) => folder.answer(answered.place, asked),
        None => Answer::refused(Fault::Unavailable),
    };
    let (mut response, wrong) = match answer {
        Answer::Body(body) => {
            let body = Some((MediaType::Json, body));
            (response(StatusCode::OK, body), Vec::new())
        }
        Answer::NoContent => (response(StatusCode::NO_CONTENT, None), Vec::new()),
        Answer::Refused(refusal) => refused(sandbox, operation, refusal),
    };
    preferred::mark(&preference, &mut response);
    (response, wrong)
}

/// The response to a request that is refused, and what is wrong with the request.
fn refused(
    sandbox: &Sandbox,
    operation: &Operation,
    refusal: Refusal,
) -> (Response<Body>, Vec<Wrong>) {
    let (status, media_type, body) = errors::body(operation, &sandbox.rows, &refusal);
    let mut response = response(status, Some((media_type, body)));
    if refusal.fault == Fault::Unauthorized {
        // RFC 9110, section 11.6.1: a 401 names the scheme.
        if let Ok(scheme) = HeaderValue::from_str(&operation.scheme) {
            response.headers_mut().insert(WWW_AUTHENTICATE, scheme);
        }
    }
    if refusal.fault == Fault::Coded {
        received::say_what_is_known(&mut response);
    }
    (response, refusal.wrong)
}

/// What comes of it, unless it panics: a fault of the sandbox costs one answer, not the connection.
fn unharmed<T>(what: impl FnOnce() -> T) -> Option<T> {
    let done = catch_unwind(AssertUnwindSafe(what));
    if done.is_err() {
        tracing::error!("an answer failed");
    }
    done.ok()
}

/// The number of the customer for whom a request is made.
fn caller(sandbox: &Sandbox, operation: &Operation, parts: &Parts) -> Result<usize, Refusal> {
    let manner = operation.page.manner;
    credentials(&parts.headers, &operation.scheme, manner, sandbox.count)
        .map_err(|wrong| Refusal::of(Fault::Unauthorized, vec![wrong]))
}

/// The parameters of a request that is as documented.
///
/// Everything that is sent is checked first, then whether the caller may.
fn checked(
    operation: &Operation,
    answered: &Answered,
    parts: &Parts,
    body: &Bytes,
) -> Result<Parameters, Refusal> {
    let headers = &parts.headers;
    let mut wrong = Vec::new();
    let read = parameters(&answered.parameters, &operation.path, &parts.uri, headers);
    let found = read.unwrap_or_else(|them| {
        wrong.extend(them);
        Parameters::default()
    });
    wrong.extend(accepts_json(headers, operation.page.manner.requires_accept).err());
    if let Some(check) = answered.body.as_ref().filter(|check| check.is_due(body)) {
        wrong.extend(is_json(headers).err());
        wrong.extend(check.check(body));
    }
    if !wrong.is_empty() {
        return Err(Refusal::of(Fault::Invalid, wrong));
    }
    if found.text("client_id") == Some(NOT_CONFIGURED) {
        let expected = format!("expected another client than `{NOT_CONFIGURED}`");
        let wrong = Wrong::parameter("client_id", expected);
        return Err(Refusal::of(Fault::NotConfigured, vec![wrong]));
    }
    Ok(found)
}
