//! The routes of all requests.

use std::collections::BTreeSet;
use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{HeaderName, Method, Response, StatusCode};
use axum::middleware::{Next, from_fn_with_state};
use axum::routing::{MethodFilter, on};
use tower_http::cors::{AllowOrigin, Any, CorsLayer};

use crate::answer::response;
use crate::log;
use crate::operation::{Handled, Operation};
use crate::options::options;
use crate::own;
use crate::path;
use crate::problem::Problem;
use crate::sandbox::Sandbox;
use crate::serve::serve;

/// Everything that the sandbox answers.
pub fn router(sandbox: Sandbox) -> Router {
    let sandbox = Arc::new(sandbox);
    let origins = cors(&sandbox.operations);
    let pages = sandbox.pages.iter().map(|page| format!("`/{}`", page.id));
    let pages: Vec<_> = pages.collect();
    let detail = format!(
        "There is no such path. The documented paths stand beneath {}; `/openapi.json` has all of them.",
        pages.join(", ")
    );
    let nothing_here = Problem::new(StatusCode::NOT_FOUND, detail);
    let routes = operations(&sandbox)
        .merge(own::routes(&sandbox))
        .fallback(move || std::future::ready(nothing_here.response()))
        .method_not_allowed_fallback(another_method);
    // One layer around all routes: a layer of each route would be copied for every request.
    let through = from_fn_with_state(routes.clone(), through);
    Router::new()
        .fallback_service(routes)
        .layer((through, origins))
}

/// Every request passes through this before the routes.
async fn through(State(routes): State<Router>, request: Request, next: Next) -> Response<Body> {
    log::request(request.method().clone(), async move {
        let request = path::plain(request);
        if request.method() == Method::OPTIONS {
            // Boxed, so that the futures of all other requests stay small.
            Box::pin(options(&routes, request, next)).await
        } else {
            next.run(request).await
        }
    })
    .await
}

/// The operations of all pages, each beneath the identifier of its page.
fn operations(sandbox: &Arc<Sandbox>) -> Router {
    let mut router = Router::new();
    for operation in &sandbox.operations {
        let Ok(method) = Method::from_bytes(operation.method.as_bytes()) else {
            continue;
        };
        let Ok(filter) = MethodFilter::try_from(method) else {
            continue;
        };
        let path = format!("/{}{}", operation.page.id, operation.path);
        let (sandbox, operation) = (Arc::clone(sandbox), Arc::clone(operation));
        let handler = move |request: Request| serve(sandbox, operation, request);
        router = router.route(&path, on(filter, handler));
    }
    router
}

/// Pages of every origin may call the operations, since all their data is invented, but may not change customers.
fn cors(operations: &[Arc<Operation>]) -> CorsLayer {
    let methods: BTreeSet<&str> = operations.iter().map(|it| &*it.method).collect();
    let methods = methods
        .into_iter()
        .filter_map(|it| it.parse::<Method>().ok());
    let answered = operations.iter().filter_map(|it| it.answered.as_ref());
    let names: BTreeSet<&str> = answered.flat_map(Handled::headers).collect();
    let names = names
        .into_iter()
        .chain(["accept", "authorization", "content-type", "prefer"]);
    let names = names.filter_map(|it| it.parse::<HeaderName>().ok());
    CorsLayer::new()
        .allow_origin(AllowOrigin::predicate(|_, request| {
            !own::is_about_customers(request.uri.path())
        }))
        .allow_methods(methods.collect::<Vec<_>>())
        .allow_headers(names.collect::<Vec<_>>())
        .expose_headers(Any)
        .allow_private_network(true)
}

/// Answers a method that a path does not have; the router adds the header `Allow`.
async fn another_method(method: Method) -> Response<Body> {
    if method == Method::OPTIONS {
        return response(StatusCode::NO_CONTENT, None);
    }
    let detail =
        "The path is known and has no such method: the header `Allow` names those that it has.";
    Problem::new(StatusCode::METHOD_NOT_ALLOWED, detail).response()
}
