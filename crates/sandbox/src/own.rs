//! What the sandbox answers on its own behalf: no page documents any of it.

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
use crate::source::Source;

mod customers;
mod docs;

/// The paths that are the sandbox's own.
pub(crate) fn routes(sandbox: &Arc<Sandbox>) -> Router {
    let router = Router::new()
        .route("/", get(index))
        .route("/health", get(health))
        .route("/openapi.json", get(document))
        .merge(customers::routes())
        .merge(docs::routes());
    let router = Source::ALL.into_iter().fold(router, |router, source| {
        let document = move |State(sandbox): State<Arc<Sandbox>>| async move {
            json_bytes(sandbox.editions.of(source).unwrap_or_default())
        };
        router.route(&format!("/{source}/openapi.json"), get(document))
    });
    router.with_state(Arc::clone(sandbox)).layer(from_fn(named))
}

/// Lets an answer say on which route it was given, for the log.
async fn named(route: Option<MatchedPath>, request: Request, next: Next) -> Response<Body> {
    let mut response = next.run(request).await;
    if let Some(route) = route {
        response.extensions_mut().insert(route);
    }
    response
}

/// Whether a path may lead nowhere although it has a route: a file of the portal, a customer.
pub(crate) fn may_be_missing(path: &str) -> bool {
    path.starts_with("/docs") || path.starts_with("/customers/")
}

/// Whether a path is about the customers themselves, which are the business of this machine alone.
pub(crate) fn is_about_customers(path: &str) -> bool {
    path.starts_with("/customers")
}

/// Where everything is.
async fn index(State(sandbox): State<Arc<Sandbox>>) -> Response<Body> {
    let sources = Source::ALL.map(|source| {
        let operations = sandbox
            .operations
            .iter()
            .filter(|operation| operation.source == source);
        let paths = operations.map(|operation| {
            let how = if operation.documented.is_some() {
                "documented"
            } else {
                "listed"
            };
            json!({
                "operationId": operation.id,
                "method": operation.method,
                "path": format!("/{source}{}", operation.path),
                "documentation": how,
            })
        });
        json!({
            "source": source.as_str(),
            "document": format!("/{source}/openapi.json"),
            "operations": paths.collect::<Vec<_>>(),
        })
    });
    json_response(&json!({
        "title": "Sandbox of customer APIs, with invented customers",
        "docs": "/docs/",
        "document": "/openapi.json",
        "health": "/health",
        "customers": "/customers",
        "sources": sources,
    }))
}

async fn health(State(sandbox): State<Arc<Sandbox>>) -> Response<Body> {
    json_response(&json!({
        "status": "ok",
        "version": env!("CARGO_PKG_VERSION"),
        "operations": sandbox.operations.len(),
        "customers": sandbox.store.customers().count(),
    }))
}

async fn document(State(sandbox): State<Arc<Sandbox>>) -> Response<Body> {
    json_bytes(sandbox.editions.all())
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
