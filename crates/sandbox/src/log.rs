//! What is logged: one JSON object a line, to standard error.
//!
//! A request is named by its operation, never by its address, and what is wrong with it by field and rule: no customer's data is logged.

use tracing::Level;
use tracing_appender::non_blocking::WorkerGuard;

use crate::arguments::Log;

/// Begins to log; the log is written to its end when the guard is dropped.
///
/// A log that is not read as fast as it is written loses lines rather than hold up an answer.
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
    Some(guard)
}
