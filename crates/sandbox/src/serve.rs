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
use crate::operation::{Handled, Operation};
use crate::pages::Folder;
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
    let (mut response, wrong) = match asked(&sandbox, &operation, &parts, body).await {
        Ok(answered) => answered,
        Err(Denied::Refused(refusal)) => refused(&sandbox, &operation, refusal),
        Err(Denied::Unread(unread)) => (unread.response(), Vec::new()),
    };
    let wrong = errors::summary(&wrong);
    response.extensions_mut().insert(Said { operation, wrong });
    response
}

/// Why a request has no good answer.
enum Denied {
    /// In the words of the page.
    Refused(Refusal),
    /// In the sandbox's own.
    Unread(Unread),
}

impl From<Refusal> for Denied {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

impl From<Unread> for Denied {
    fn from(unread: Unread) -> Self {
        match unread {
            Unread::Broken => {
                let wrong = Wrong::body("expected a body as HTTP has it");
                Refusal::of(Fault::Invalid, vec![wrong]).into()
            }
            Unread::Coded(wrong) => Refusal::of(Fault::Coded, vec![wrong]).into(),
            unread => Self::Unread(unread),
        }
    }
}

async fn asked(
    sandbox: &Sandbox,
    operation: &Operation,
    parts: &Parts,
    body: Body,
) -> Result<(Response<Body>, Vec<Wrong>), Denied> {
    // The caller is checked before anything more is read.
    let manner = operation.page.manner;
    let customer = credentials(&parts.headers, &operation.scheme, manner, sandbox.count)
        .map_err(|wrong| Refusal::of(Fault::Unauthorized, vec![wrong]))?;
    is_not_coded(&parts.headers).map_err(Unread::Coded)?;
    let (Some(answered), Some(folder)) = (&operation.answered, &operation.page.folder) else {
        return Ok((unanswered::response(sandbox, operation), Vec::new()));
    };
    let body = match &answered.body {
        Some(_) => received::read(parts, body).await?,
        None => Bytes::new(),
    };
    let answer = || {
        answer(
            sandbox, operation, answered, &**folder, parts, customer, &body,
        )
    };
    // A fault of the sandbox costs one answer, not the connection.
    let answer = catch_unwind(AssertUnwindSafe(answer)).unwrap_or_else(|_| {
        tracing::error!("an answer failed");
        Err(Refusal::of(Fault::Unavailable, Vec::new()))
    });
    Ok(answer?)
}

/// The response to a request, and what is wrong with the request.
fn answer(
    sandbox: &Sandbox,
    operation: &Operation,
    answered: &Handled,
    folder: &dyn Folder,
    parts: &Parts,
    customer: usize,
    body: &Bytes,
) -> Result<(Response<Body>, Vec<Wrong>), Refusal> {
    let parameters = checked(operation, answered, parts, body)?;
    let preference = Preference::of(&parts.headers);
    if let Some(preferred) = preferred::example(operation, &preference) {
        return Ok((preferred, Vec::new()));
    }
    let asked = Asked {
        customer,
        parameters: &parameters,
        body,
    };
    let good = |status, body| (response(status, body), Vec::new());
    let (mut response, wrong) = match folder.answer(answered.place, asked) {
        Answer::Body(body) => good(StatusCode::OK, Some((MediaType::Json, body))),
        Answer::NoContent => good(StatusCode::NO_CONTENT, None),
        Answer::Refused(refusal) => refused(sandbox, operation, refusal),
    };
    preferred::mark(&preference, &mut response);
    Ok((response, wrong))
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

/// The parameters of a request that is as documented.
///
/// Everything that is sent is checked first, then whether the caller may.
fn checked(
    operation: &Operation,
    answered: &Handled,
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
