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

/// Size limit of a body in bytes; no documented body comes near.
const BODY: usize = 64 * 1024;
/// Time limit of a body.
const BODY_TIME: Duration = Duration::from_secs(10);
/// Bytes that all unfinished bodies may hold together.
static HELD: Semaphore = Semaphore::const_new(16 * 1024 * 1024);

/// Why the body of a request cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Unread {
    /// It has a content coding.
    Coded(Wrong),
    /// It breaks the rules of HTTP.
    Broken,
    /// It did not come in time.
    Late,
    /// It is too large.
    TooLarge,
    /// Too many other bodies are being sent.
    Crowded,
}

impl Unread {
    /// The answer: problem details, because no page documents such an error.
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
                "The body breaks the rules of HTTP.".to_owned(),
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

/// Reads the whole body of a request.
///
/// # Errors
///
/// Returns why the body cannot be read.
pub(crate) async fn body(request: Request<Body>) -> Result<Bytes, Unread> {
    let (parts, body) = request.into_parts();
    is_not_coded(&parts.headers).map_err(Unread::Coded)?;
    read(&parts, body).await
}

/// Reads the whole body, after its head was checked for a content coding.
pub(super) async fn read(parts: &Parts, body: Body) -> Result<Bytes, Unread> {
    // A client that announces too much is refused before it sends anything.
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
