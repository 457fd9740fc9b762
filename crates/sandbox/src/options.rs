//! `OPTIONS`: the methods of a path (RFC 9110, section 9.3.7), and the preflight of CORS, by which browsers
//! ask what pages of other origins may send.

use axum::Router;
use axum::body::Body;
use axum::extract::Request;
use axum::http::header::{ALLOW, ORIGIN};
use axum::http::{Method, Response, StatusCode, Uri};
use axum::middleware::Next;
use tower::ServiceExt as _;

use crate::answer::response;
use crate::own;

/// Answers `OPTIONS`: 404 where a path leads nowhere, and otherwise its methods in `Allow`.
///
/// The next layer answers a preflight, whatever its path is.
pub(crate) async fn options(routes: &Router, request: Request, next: Next) -> Response<Body> {
    let uri = request.uri().clone();
    if uri.path() == "*" {
        // The server as a whole (RFC 9110, section 9.3.7).
        return response(StatusCode::NO_CONTENT, None);
    }
    if own::may_be_missing(uri.path()) {
        let found = ask(routes, Method::GET, uri.clone()).await;
        if found.status() == StatusCode::NOT_FOUND {
            return found;
        }
    }
    let known = ask(routes, Method::OPTIONS, uri).await;
    if !known.status().is_success() || !request.headers().contains_key(ORIGIN) {
        return known;
    }
    let mut preflight = next.run(request).await;
    if let Some(allow) = known.headers().get(ALLOW) {
        preflight.headers_mut().insert(ALLOW, allow.clone());
    }
    preflight
}

/// Asks the routes for the answer to a request without headers and body.
async fn ask(routes: &Router, method: Method, uri: Uri) -> Response<Body> {
    let mut request = Request::new(Body::empty());
    *request.method_mut() = method;
    *request.uri_mut() = uri;
    let Ok(answer) = routes.clone().oneshot(request).await;
    answer
}
