//! The body of a request: how large it may be, and how long it may take.

use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::http::header::CONTENT_LENGTH;
use axum::http::request::Parts;
use axum::http::{Request, StatusCode};
use http_body_util::{BodyExt as _, LengthLimitError, Limited};
use tokio::time::timeout;

use crate::problem::Problem;

/// Bytes of a body: no documented one comes near.
const BODY: usize = 64 * 1024;
/// How long a body may take.
const BODY_TIME: Duration = Duration::from_secs(10);

/// The whole body of a request.
///
/// # Errors
///
/// That it is too large, did not come in time, or is not sent as HTTP has it.
pub(crate) async fn body(request: Request<Body>) -> Result<Bytes, Problem> {
    let (parts, body) = request.into_parts();
    read(&parts, body).await
}

/// The whole body that follows a head.
pub(super) async fn read(parts: &Parts, body: Body) -> Result<Bytes, Problem> {
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
