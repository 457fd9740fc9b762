//! What is read of recordings, and what is said of those that cannot be read.

mod bodies;
mod broken;
mod files;
mod forms;
mod large;
mod secret;

use std::ops::ControlFlow;

use traffic::decode;
use traffic::exchange::{Body, Exchange, Message};
use traffic::recording::{Recording, read_from};

const FIRST: Recording = Recording {
    given: 1,
    file: None,
};

/// What a recording has of a body, in words.
fn kind(body: &Body) -> &'static str {
    match body {
        Body::Absent => "no body",
        Body::NotRecorded => "a body that is not recorded",
        Body::Text(_) => "text",
        Body::Base64(_) => "base64",
        Body::Bytes(_) => "bytes",
        Body::Form(_) => "a form",
    }
}

/// An exchange in one line.
fn line(exchange: &Exchange) -> String {
    let text = |message: &Message| match decode::text(message) {
        Ok(Some(text)) => format!("{} {text}", kind(&message.body)),
        Ok(None) => kind(&message.body).to_owned(),
        Err(error) => error.to_string(),
    };
    format!(
        "{} {} {} {} -> {} -> {} {}",
        exchange.number,
        exchange.day.unwrap_or("-"),
        exchange.method,
        exchange.url,
        text(&exchange.request),
        exchange.status,
        text(&exchange.response)
    )
}

/// Everything that a recording says, an exchange or a problem a line.
fn lines(recording: impl AsRef<[u8]>) -> Vec<String> {
    let mut all = Vec::new();
    let end = read_from(FIRST, recording.as_ref(), &mut |read| {
        all.push(read.map_or_else(|problem| problem.to_string(), |it| line(&it)));
        ControlFlow::Continue(())
    });
    assert_eq!(end, ControlFlow::Continue(()));
    all
}

#[track_caller]
fn check(recording: impl AsRef<[u8]>, expected: &[&str]) {
    assert_eq!(lines(recording), expected);
}

/// A HAR with these entries.
fn har(entries: &str) -> String {
    format!(
        r#"{{"log": {{"version": "1.2", "creator": {{"name": "quay"}}, "entries": [{entries}]}}}}"#
    )
}

/// An entry whose answer is this.
fn answered(response: &str) -> String {
    har(&format!(
        r#"{{"request": {{"method": "GET", "url": "https://harbour.example/boats"}}, "response": {response}}}"#
    ))
}
