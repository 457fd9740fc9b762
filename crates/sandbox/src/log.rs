//! The log: one JSON object a line, on standard error.
//!
//! It holds no customer's data: a request is named by its operation, and a fault by its field and rule.

use std::sync::Arc;

use axum::extract::MatchedPath;
use axum::http::Method;
use axum::response::Response;
use tokio::time::Instant;
use tracing::Level;
use tracing_appender::non_blocking::WorkerGuard;

use crate::arguments::Log;
use crate::operation::Operation;

/// Begins to log; the log is written to its end when the guard is dropped.
///
/// If the log is read more slowly than it is written, lines are lost and no answer waits.
#[must_use]
pub fn begin(log: Log) -> Option<WorkerGuard> {
    let level = match log {
        Log::Off => return None,
        Log::Warnings => Level::WARN,
        Log::Requests => Level::INFO,
    };
    let (writer, guard) = tracing_appender::non_blocking(std::io::stderr());
    let subscriber = tracing_subscriber::fmt()
        .json()
        .flatten_event(true)
        .with_target(false)
        .with_current_span(false)
        .with_span_list(false)
        .with_max_level(level)
        .with_writer(writer)
        .finish();
    // Only a second call could fail, and the first one's log goes on then.
    let _ = tracing::subscriber::set_global_default(subscriber);
    // The message of a panic can hold a value, so only its place is logged.
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(ToString::to_string);
        tracing::error!(place, "a panic");
    }));
    Some(guard)
}

/// What the log says about a request.
#[derive(Clone, Debug)]
pub(crate) struct Said {
    /// The operation that was asked for.
    pub(crate) operation: Arc<Operation>,
    /// What is wrong with the request, by field and rule; empty if nothing is.
    pub(crate) wrong: String,
}

/// Logs a request when it is answered.
pub(crate) async fn request(method: Method, answer: impl Future<Output = Response>) -> Response {
    let began = Instant::now();
    let response = answer.await;
    let micros = u64::try_from(began.elapsed().as_micros()).unwrap_or(u64::MAX);
    let status = response.status().as_u16();
    let said = response.extensions().get::<Said>();
    let operation = said.map(|said| &*said.operation.id);
    let page = said.map(|said| said.operation.page.id);
    let wrong = said
        .map(|said| &*said.wrong)
        .filter(|wrong| !wrong.is_empty());
    // The template of the path, without the values of its parameters.
    let path = said.map(|said| &*said.operation.path);
    let route = path.or_else(|| Some(response.extensions().get::<MatchedPath>()?.as_str()));
    let method = method.as_str();
    let outcome = if status < 400 { "answered" } else { "refused" };
    tracing::info!(
        method,
        route,
        page,
        operation,
        status,
        micros,
        wrong,
        "{outcome}"
    );
    response
}
