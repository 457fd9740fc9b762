//! The sandbox's own paths, which no page documents.

use std::sync::Arc;

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::{MatchedPath, Request, State};
use axum::http::{Response, StatusCode, header};
use axum::middleware::{Next, from_fn};
use axum::routing::get;
use serde_json::{Value, json};

use crate::answer::{MediaType, response};
use crate::sandbox::Sandbox;

mod docs;
mod records;

/// The paths that are the sandbox's own.
pub(crate) fn routes(sandbox: &Arc<Sandbox>) -> Router {
    let router = Router::new()
        .route("/", get(index))
        .route("/health", get(health))
        .route("/openapi.json", get(document))
        .merge(records::routes())
        .merge(docs::routes());
    let pages = sandbox.pages.iter().enumerate();
    let router = pages.fold(router, |router, (place, page)| {
        let document = move |State(sandbox): State<Arc<Sandbox>>| async move {
            json_bytes(sandbox.editions.of(&sandbox.pages, place))
        };
        router.route(&format!("/{}/openapi.json", page.id), get(document))
    });
    router.with_state(Arc::clone(sandbox)).layer(from_fn(named))
}

/// Adds the route to an answer, for the log.
async fn named(route: Option<MatchedPath>, request: Request, next: Next) -> Response<Body> {
    let mut response = next.run(request).await;
    if let Some(route) = route {
        response.extensions_mut().insert(route);
    }
    response
}

/// Whether a path with a route may still lead nowhere: a file of the portal, or a customer.
pub(crate) fn may_be_missing(path: &str) -> bool {
    path.starts_with("/docs") || path.starts_with("/customers/")
}

/// Whether a path shows or changes customers, which pages of other origins may not do.
pub(crate) fn is_about_customers(path: &str) -> bool {
    path.starts_with("/customers")
}

/// Where everything is.
async fn index(State(sandbox): State<Arc<Sandbox>>) -> Response<Body> {
    let pages = sandbox.pages.iter().map(|page| {
        let operations = sandbox.operations.iter();
        let operations = operations.filter(|operation| operation.page.id == page.id);
        let operations = operations.map(|operation| {
            json!({
                "operationId": operation.id,
                "method": operation.method,
                "path": format!("/{}{}", page.id, operation.path),
                "documentation": if operation.listed { "listed" } else { "documented" },
                "answered": operation.answered.is_some(),
            })
        });
        json!({
            "page": page.id,
            "document": format!("/{}/openapi.json", page.id),
            "operations": operations.collect::<Vec<_>>(),
        })
    });
    json_response(&json!({
        "title": "Sandbox of customer APIs, with invented customers",
        "docs": "/docs/",
        "document": "/openapi.json",
        "health": "/health",
        "customers": "/customers",
        "pages": pages.collect::<Vec<_>>(),
    }))
}

async fn health(State(sandbox): State<Arc<Sandbox>>) -> Response<Body> {
    json_response(&json!({
        "status": "ok",
        "version": env!("CARGO_PKG_VERSION"),
        "operations": sandbox.operations.len(),
        "customers": sandbox.count,
    }))
}

async fn document(State(sandbox): State<Arc<Sandbox>>) -> Response<Body> {
    json_bytes(sandbox.editions.all(&sandbox.pages))
}

fn json_response(body: &Value) -> Response<Body> {
    let body = serde_json::to_vec_pretty(body).unwrap_or_default();
    response(StatusCode::OK, Some((MediaType::Json, body)))
}

fn json_bytes(body: Bytes) -> Response<Body> {
    let mut response = Response::new(Body::from(body));
    let json = header::HeaderValue::from_static("application/json");
    response.headers_mut().insert(header::CONTENT_TYPE, json);
    response
}
