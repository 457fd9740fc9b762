//! One request to one operation, from its head to its answer.

use std::sync::Arc;
use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::http::header::{CONTENT_LENGTH, HeaderName, HeaderValue, WWW_AUTHENTICATE};
use axum::http::request::Parts;
use axum::http::{Request, Response, StatusCode};
use http_body_util::{BodyExt as _, LengthLimitError, Limited};
use tokio::time::{Instant, timeout};

use crate::answer::{Answer, Fault, MediaType, Refusal, response};
use crate::asked::Asked;
use crate::checks::{Unread, Wrong, accepts_json, credentials, is_json, parameters};
use crate::errors;
use crate::listed;
use crate::operation::{Documented, Operation};
use crate::prefer::Preference;
use crate::problem::Problem;
use crate::sandbox::Sandbox;
use crate::source::Vendor;
use crate::sources;

/// Bytes of a body: no documented one comes near.
pub(crate) const BODY: usize = 64 * 1024;
/// How long a body may take.
pub(crate) const BODY_TIME: Duration = Duration::from_secs(10);
/// The client that no access is configured for.
pub(crate) const NOT_CONFIGURED: &str = "not-configured";

/// Answers a request to an operation, and logs it.
pub(crate) async fn serve(
    sandbox: Arc<Sandbox>,
    operation: Arc<Operation>,
    request: Request<Body>,
) -> Response<Body> {
    let began = Instant::now();
    let (parts, body) = request.into_parts();
    let (response, wrong) = match &operation.documented {
        None => (listed::response(&sandbox, &operation), Vec::new()),
        Some(documented) => {
            let read = match &documented.body {
                Some(_) => read(&parts, body).await,
                None => Ok(Bytes::new()),
            };
            match read {
                Ok(body) => answered(&sandbox, &operation, documented, &parts, &body),
                Err(problem) => (problem.response(), Vec::new()),
            }
        }
    };
    let micros = u64::try_from(began.elapsed().as_micros()).unwrap_or(u64::MAX);
    let status = response.status().as_u16();
    let source = operation.source.as_str();
    if wrong.is_empty() {
        tracing::info!(source, operation = operation.id, status, micros, "answered");
    } else {
        let wrong = errors::summary(&wrong);
        tracing::info!(
            source,
            operation = operation.id,
            status,
            micros,
            wrong,
            "refused"
        );
    }
    response
}

/// The whole body of a request.
///
/// # Errors
///
/// That it is too large, did not come in time, or is not sent as HTTP has it.
pub(crate) async fn body(request: Request<Body>) -> Result<Bytes, Problem> {
    let (parts, body) = request.into_parts();
    read(&parts, body).await
}

async fn read(parts: &Parts, body: Body) -> Result<Bytes, Problem> {
    let too_large = || {
        let detail = format!("The body is larger than {BODY} bytes.");
        Problem::new(StatusCode::PAYLOAD_TOO_LARGE, detail)
    };
    // Whoever announces too much need not send it.
    let announced = parts.headers.get(CONTENT_LENGTH);
    let announced = announced.and_then(|it| it.to_str().ok()?.parse::<usize>().ok());
    if announced.is_some_and(|length| length > BODY) {
        return Err(too_large());
    }
    match timeout(BODY_TIME, Limited::new(body, BODY).collect()).await {
        Ok(Ok(body)) => Ok(body.to_bytes()),
        Ok(Err(error)) if error.is::<LengthLimitError>() => Err(too_large()),
        Ok(Err(_)) => {
            let detail = "The body is not sent as HTTP has it.";
            Err(Problem::new(StatusCode::BAD_REQUEST, detail))
        }
        Err(_) => {
            let detail = format!(
                "The body did not come within {} seconds.",
                BODY_TIME.as_secs()
            );
            Err(Problem::new(StatusCode::REQUEST_TIMEOUT, detail))
        }
    }
}

/// The response to a request, and what is wrong with the request.
fn answered(
    sandbox: &Sandbox,
    operation: &Operation,
    documented: &Documented,
    parts: &Parts,
    body: &Bytes,
) -> (Response<Body>, Vec<Wrong>) {
    let answer = checked(sandbox, operation, documented, parts, body);
    let preference = Preference::of(&parts.headers);
    let preferred = match &answer {
        Answer::Refused(refusal)
            if refusal.fault != Fault::NotFound && refusal.fault != Fault::NoInformation =>
        {
            None
        }
        _ if preference.is_none() => None,
        _ => preferred(documented, &preference),
    };
    if let Some(preferred) = preferred {
        return (preferred, Vec::new());
    }
    match answer {
        Answer::Body(status, media_type, body) => {
            (response(status, Some((media_type, body))), Vec::new())
        }
        Answer::Empty(status) => (response(status, None), Vec::new()),
        Answer::Refused(refusal) => {
            let (status, media_type, body) = errors::body(operation, &sandbox.rows, &refusal);
            let mut response = response(status, Some((media_type, body)));
            if refusal.fault == Fault::Unauthorized {
                // RFC 9110, section 11.6.1: a 401 names the scheme.
                if let Ok(scheme) = HeaderValue::from_str(&documented.scheme) {
                    response.headers_mut().insert(WWW_AUTHENTICATE, scheme);
                }
            }
            (response, refusal.wrong)
        }
    }
}

/// The answer to a request, if it is as documented.
fn checked(
    sandbox: &Sandbox,
    operation: &Operation,
    documented: &Documented,
    parts: &Parts,
    body: &Bytes,
) -> Answer {
    let headers = &parts.headers;
    let customers = sandbox.store.customers().count();
    let caller = match credentials(headers, &documented.scheme, customers) {
        Ok(caller) => caller,
        Err(wrong) => return Answer::refused_for(Fault::Unauthorized, wrong),
    };
    let mut wrong = Vec::new();
    let found = parameters(&documented.parameters, &operation.path, &parts.uri, headers);
    let found = found.unwrap_or_else(|them| {
        wrong.extend(them);
        crate::checks::Parameters::default()
    });
    wrong.extend(accepts_json(headers, requires_accept(operation.source.vendor())).err());
    if let Some(check) = &documented.body {
        match check.check(body) {
            Ok(()) => wrong.extend(is_json(headers).err()),
            Err(Unread::Wrong(them)) => {
                wrong.extend(is_json(headers).err());
                wrong.extend(them);
            }
            Err(Unread::Absent) => {}
        }
    }
    if !wrong.is_empty() {
        let fault = Fault::Invalid;
        return Answer::Refused(Refusal { fault, wrong });
    }
    if found.text("client_id") == Some(NOT_CONFIGURED) {
        let expected = format!("expected another client than `{NOT_CONFIGURED}`");
        let wrong = Wrong::parameter("client_id", expected);
        return Answer::refused_for(Fault::NotConfigured, wrong);
    }
    let Some(answers) = sources::answers(&operation.id) else {
        return Answer::refused(Fault::Unavailable);
    };
    answers(Asked {
        customer: caller.customer,
        parameters: &found,
        body,
        store: &sandbox.store,
    })
}

/// Whether the pages of a vendor demand the header `Accept`.
// citi-hong-kong, line 43, citi-australia, line 59, citibanamex-segments, line 6.
fn requires_accept(vendor: Vendor) -> bool {
    matches!(vendor, Vendor::Citi | Vendor::Citibanamex)
}

/// The documented answer that a request prefers, if there is one.
fn preferred(documented: &Documented, preference: &Preference) -> Option<Response<Body>> {
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
