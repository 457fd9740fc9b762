//! `OPTIONS`: which methods a path has (RFC 9110, section 9.3.7), and what pages of other origins may
//! send, which browsers ask before they do (the preflight of CORS).

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
/// What comes next answers a preflight, whatever its path is.
pub(crate) async fn options(routes: &Router, request: Request, next: Next) -> Response<Body> {
    let uri = request.uri().clone();
    if uri.path() == "*" {
        // The server as a whole, which only says that it is there.
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

/// What the routes answer to a request with nothing but a method and an address.
async fn ask(routes: &Router, method: Method, uri: Uri) -> Response<Body> {
    let mut request = Request::new(Body::empty());
    *request.method_mut() = method;
    *request.uri_mut() = uri;
    let Ok(answer) = routes.clone().oneshot(request).await;
    answer
}
