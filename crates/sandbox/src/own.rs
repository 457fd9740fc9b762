//! What the sandbox answers on its own behalf: no page documents any of it.

use std::sync::Arc;

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::{Path, State};
use axum::http::{Response, StatusCode, header};
use axum::response::Redirect;
use axum::routing::get;
use serde_json::{Value, json};
use tower_http::services::ServeDir;

use crate::answer::{MediaType, response};
use crate::problem::Problem;
use crate::sandbox::Sandbox;
use crate::source::Source;

mod customers;

/// The paths that are the sandbox's own.
pub(crate) fn routes(sandbox: &Arc<Sandbox>) -> Router {
    let router = Router::new()
        .route("/", get(index))
        .route("/health", get(health))
        .route("/openapi.json", get(document))
        .route("/{source}/openapi.json", get(document_of_source))
        .merge(customers::routes())
        .with_state(Arc::clone(sandbox));
    match &sandbox.docs {
        Some(folder) => router
            .route("/docs", get(|| async { Redirect::permanent("/docs/") }))
            .nest_service("/docs/", ServeDir::new(folder)),
        None => router
            .route("/docs", get(no_docs))
            .route("/docs/", get(no_docs)),
    }
}

/// Where everything is.
async fn index(State(sandbox): State<Arc<Sandbox>>) -> Response<Body> {
    let sources = Source::ALL.map(|source| {
        let documented = sandbox
            .operations
            .iter()
            .filter(|operation| operation.source == source);
        let paths = documented.map(|operation| {
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
    json_bytes(sandbox.editions.all(&sandbox.rows))
}

async fn document_of_source(
    State(sandbox): State<Arc<Sandbox>>,
    Path(name): Path<String>,
) -> Response<Body> {
    let source = name.parse::<Source>().ok();
    match source.and_then(|source| sandbox.editions.of(source, &sandbox.rows)) {
        Some(document) => json_bytes(document),
        None => Problem::new(
            StatusCode::NOT_FOUND,
            "There is no such source; `/` lists all of them.",
        )
        .response(),
    }
}

async fn no_docs() -> Response<Body> {
    let detail = "The portal is not there: write it with `cargo xtask portal`, or name its folder with `--docs`, and start the sandbox again.";
    Problem::new(StatusCode::NOT_FOUND, detail).response()
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
