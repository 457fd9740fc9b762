//! The invented customers: shown, changed and restored.

use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, Request, State};
use axum::http::{Response, StatusCode};
use axum::routing::get;
use serde_json::{Value, json};

use super::json_response;
use crate::answer::{MediaType, response};
use crate::checks::plain_number;
use crate::problem::{Blame, Problem};
use crate::sandbox::Sandbox;
use crate::source::Source;
use crate::state::Refused;

/// Customers that are listed for each source, at most: the others are found by their number.
const LISTED: usize = 20;

pub(super) fn routes() -> Router<Arc<Sandbox>> {
    let one = get(show).put(put).delete(restore);
    Router::new()
        .route("/customers", get(list))
        .route("/customers/{source}/{number}", one)
}

/// The source and the number of a customer, as a path has them.
type Address = Result<Path<(String, String)>, PathRejection>;

/// The customer of an address, if there is one.
fn found(sandbox: &Sandbox, address: Address) -> Result<(Source, usize), Problem> {
    if let Ok(Path((source, number))) = address {
        let number = plain_number(&number);
        let number = number.filter(|it| (1..=sandbox.store.customers().count()).contains(it));
        if let (Ok(source), Some(number)) = (source.parse::<Source>(), number) {
            return Ok((source, number));
        }
    }
    let detail = "There is no such customer; `/customers` lists the sources and how many customers each has.";
    Err(Problem::new(StatusCode::NOT_FOUND, detail))
}

async fn list(State(sandbox): State<Arc<Sandbox>>) -> Response<Body> {
    let count = sandbox.store.customers().count();
    let sources = Source::ALL.map(|source| {
        let customers = (1..=count.min(LISTED)).filter_map(|number| {
            let record: Value = serde_json::from_str(&sandbox.store.json(source, number)?).ok()?;
            Some(json!({
                "number": number,
                "authorization": authorization(source, number),
                "href": format!("/customers/{source}/{number}"),
                "record": record,
            }))
        });
        json!({ "source": source.as_str(), "customers": customers.collect::<Vec<_>>() })
    });
    json_response(&json!({
        "seed": sandbox.store.customers().seed(),
        "count": count,
        "sources": sources,
    }))
}

/// The header `Authorization` that a customer's requests have.
fn authorization(source: Source, number: usize) -> String {
    match source {
        Source::Worldline => format!("GCS v1Client:customer-{number}"),
        _ => format!("Bearer customer-{number}"),
    }
}

async fn show(State(sandbox): State<Arc<Sandbox>>, address: Address) -> Response<Body> {
    match found(&sandbox, address) {
        Ok((source, number)) => shown(&sandbox, source, number),
        Err(problem) => problem.response(),
    }
}

fn shown(sandbox: &Sandbox, source: Source, number: usize) -> Response<Body> {
    let record = sandbox.store.json(source, number).unwrap_or_default();
    response(StatusCode::OK, Some((MediaType::Json, record.into_bytes())))
}

async fn put(
    State(sandbox): State<Arc<Sandbox>>,
    address: Address,
    request: Request,
) -> Response<Body> {
    let (source, number) = match found(&sandbox, address) {
        Ok(found) => found,
        Err(problem) => return problem.response(),
    };
    let body = match crate::serve::body(request).await {
        Ok(body) => body,
        Err(unread) => return unread.response(),
    };
    changed(sandbox, source, number, move |sandbox| {
        sandbox.store.put(source, number, &body)
    })
    .await
}

async fn restore(State(sandbox): State<Arc<Sandbox>>, address: Address) -> Response<Body> {
    let (source, number) = match found(&sandbox, address) {
        Ok(found) => found,
        Err(problem) => return problem.response(),
    };
    changed(sandbox, source, number, move |sandbox| {
        sandbox.store.restore(source, number)
    })
    .await
}

/// Makes a change where waiting for the disk holds up nobody, and shows the customer then.
async fn changed(
    sandbox: Arc<Sandbox>,
    source: Source,
    number: usize,
    change: impl FnOnce(&Sandbox) -> Result<(), Refused> + Send + 'static,
) -> Response<Body> {
    let of_change = Arc::clone(&sandbox);
    let done = tokio::task::spawn_blocking(move || change(&of_change)).await;
    match done {
        Ok(Ok(())) => {
            tracing::info!(source = source.as_str(), "a customer was changed");
            shown(&sandbox, source, number)
        }
        Ok(Err(refused)) => {
            tracing::warn!(source = source.as_str(), %refused, "a change is not acknowledged");
            problem(&refused).response()
        }
        Err(_) => Problem::new(
            StatusCode::INTERNAL_SERVER_ERROR,
            "The change failed; nothing has changed.",
        )
        .response(),
    }
}

fn problem(refused: &Refused) -> Problem {
    match refused {
        Refused::Unknown { .. } => Problem::new(StatusCode::NOT_FOUND, refused.to_string()),
        Refused::Invalid { violations, .. } => {
            let mut problem = Problem::new(StatusCode::BAD_REQUEST, refused.to_string());
            let blame = violations.iter().map(|violation| Blame {
                location: violation.place.clone(),
                detail: format!("expected {}", violation.expected),
            });
            problem.errors = blame.collect();
            problem
        }
        Refused::KeysTaken { .. } | Refused::WrittenByOthers => {
            Problem::new(StatusCode::CONFLICT, refused.to_string())
        }
        Refused::Uncertain(_) => Problem::new(
            StatusCode::INTERNAL_SERVER_ERROR,
            "The change was made, but the disk does not confirm it: it can be lost if the power fails.",
        ),
        // RFC 4918, section 11.5: the server cannot store what is needed.
        Refused::Unwritten(_) => Problem::new(
            StatusCode::INSUFFICIENT_STORAGE,
            "The change cannot be written to the state file, so nothing has changed.",
        ),
    }
}
