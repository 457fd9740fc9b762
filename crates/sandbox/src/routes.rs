//! Which request goes where.

use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::extract::Request;
use axum::http::{Method, Response, StatusCode};
use axum::routing::{MethodFilter, on};
use tower_http::cors::{AllowHeaders, AllowMethods, Any, CorsLayer};

use crate::own;
use crate::problem::Problem;
use crate::sandbox::Sandbox;
use crate::serve::serve;
use crate::source::Source;

/// Everything that the sandbox answers.
pub fn router(sandbox: Sandbox) -> Router {
    router_with(sandbox, Router::new())
}

/// Everything that the sandbox answers, and more beside it.
pub fn router_with(sandbox: Sandbox, more: Router) -> Router {
    let sandbox = Arc::new(sandbox);
    let own = own::routes(&sandbox);
    sources(&sandbox, "")
        .merge(own)
        .merge(more)
        .fallback(nothing_here)
        .method_not_allowed_fallback(another_method)
        .layer(cors())
}

/// The operations of all sources, each beneath its prefix, which stands beneath another one, such as
/// `/copy-1`, or none.
pub fn sources(sandbox: &Arc<Sandbox>, beneath: &str) -> Router {
    let mut router = Router::new();
    for operation in &sandbox.operations {
        let Ok(method) = Method::from_bytes(operation.method.as_bytes()) else {
            continue;
        };
        let Ok(filter) = MethodFilter::try_from(method) else {
            continue;
        };
        let path = format!("{beneath}/{}{}", operation.source.as_str(), operation.path);
        let (sandbox, operation) = (Arc::clone(sandbox), Arc::clone(operation));
        let handler = move |request: Request| serve(sandbox, operation, request);
        router = router.route(&path, on(filter, handler));
    }
    router
}

/// Every origin may call: there is nothing here that is not invented.
fn cors() -> CorsLayer {
    CorsLayer::new()
        .allow_origin(Any)
        .allow_methods(AllowMethods::mirror_request())
        // A wildcard would not allow `Authorization` (Fetch, section 4.9).
        .allow_headers(AllowHeaders::mirror_request())
        .expose_headers(Any)
        .allow_private_network(true)
}

async fn nothing_here() -> Response<Body> {
    let prefixes: Vec<String> = Source::ALL
        .into_iter()
        .map(|source| format!("`/{}`", source.as_str()))
        .collect();
    let detail = format!(
        "There is no such path. The documented paths stand beneath {}; `/openapi.json` has all of them.",
        prefixes.join(", ")
    );
    Problem::new(StatusCode::NOT_FOUND, detail).response()
}

async fn another_method() -> Response<Body> {
    let detail =
        "The path is known and has no such method: the header `Allow` names those that it has.";
    Problem::new(StatusCode::METHOD_NOT_ALLOWED, detail).response()
}
