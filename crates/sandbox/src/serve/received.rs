//! The body of a request: how large it may be, how long it may take, and how much all may hold.

use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::http::header::{ACCEPT_ENCODING, CONTENT_LENGTH, HeaderValue};
use axum::http::request::Parts;
use axum::http::{Request, Response, StatusCode};
use http_body_util::BodyExt as _;
use tokio::sync::Semaphore;
use tokio::time::timeout;

use crate::answer::{Fault, Refusal};
use crate::checks::{IDENTITY, Wrong, is_not_coded};
use crate::errors;
use crate::problem::Problem;

/// Bytes of a body: no documented one comes near.
const BODY: usize = 64 * 1024;
/// How long a body may take.
const BODY_TIME: Duration = Duration::from_secs(10);
/// Bytes of all bodies that are not whole yet; a client that sends few of them takes few.
static HELD: Semaphore = Semaphore::const_new(16 * 1024 * 1024);

/// Why there is no whole body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Unread {
    /// It has a content coding, and this is what is wrong with that.
    Coded(Wrong),
    /// It is not sent as HTTP has it.
    Broken,
    /// It did not come in time.
    Late,
    /// It is larger than any that is documented.
    TooLarge,
    /// Too many others are being sent.
    Crowded,
}

impl Unread {
    /// What is answered, since no page documents it: a problem of the sandbox's own.
    pub(crate) fn response(self) -> Response<Body> {
        let (status, detail) = match self {
            Self::Coded(wrong) => {
                let refusal = Refusal::of(Fault::Coded, vec![wrong]);
                let mut response = errors::problem(&refusal).response();
                say_what_is_known(&mut response);
                return response;
            }
            Self::Broken => (
                StatusCode::BAD_REQUEST,
                "The body is not sent as HTTP has it.".to_owned(),
            ),
            Self::Late => (
                StatusCode::REQUEST_TIMEOUT,
                format!(
                    "The body did not come within {} seconds.",
                    BODY_TIME.as_secs()
                ),
            ),
            Self::TooLarge => (
                StatusCode::PAYLOAD_TOO_LARGE,
                format!("The body is larger than {BODY} bytes."),
            ),
            Self::Crowded => (
                StatusCode::SERVICE_UNAVAILABLE,
                "Too many bodies are being sent; send this one again.".to_owned(),
            ),
        };
        Problem::new(status, detail).response()
    }
}

/// Says which content codings are known (RFC 9110, section 15.5.16).
pub(super) fn say_what_is_known(response: &mut Response<Body>) {
    let known = HeaderValue::from_static(IDENTITY);
    response.headers_mut().insert(ACCEPT_ENCODING, known);
}

/// The whole body of a request.
///
/// # Errors
///
/// Why it is not there.
pub(crate) async fn body(request: Request<Body>) -> Result<Bytes, Unread> {
    let (parts, body) = request.into_parts();
    is_not_coded(&parts.headers).map_err(Unread::Coded)?;
    read(&parts, body).await
}

/// The whole body that follows a head which says that it has no content coding.
pub(super) async fn read(parts: &Parts, body: Body) -> Result<Bytes, Unread> {
    // Whoever announces too much need not send it.
    let announced = parts.headers.get(CONTENT_LENGTH);
    let announced = announced.and_then(|it| it.to_str().ok()?.parse::<usize>().ok());
    if announced.is_some_and(|length| length > BODY) {
        return Err(Unread::TooLarge);
    }
    let whole = timeout(BODY_TIME, whole(body)).await;
    whole.unwrap_or(Err(Unread::Late))
}

async fn whole(mut body: Body) -> Result<Bytes, Unread> {
    let mut whole: Vec<u8> = Vec::new();
    let mut held = HELD.try_acquire_many(0).map_err(|_| Unread::Crowded)?;
    while let Some(frame) = body.frame().await {
        let frame = frame.map_err(|_| Unread::Broken)?;
        let Ok(data) = frame.into_data() else {
            continue;
        };
        if whole.len() + data.len() > BODY {
            return Err(Unread::TooLarge);
        }
        let bytes = u32::try_from(data.len()).map_err(|_| Unread::TooLarge)?;
        held.merge(HELD.try_acquire_many(bytes).map_err(|_| Unread::Crowded)?);
        whole.extend_from_slice(&data);
    }
    Ok(whole.into())
}
