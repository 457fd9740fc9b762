//! The record: exchanges of the sandbox as NDJSON, an entry of HAR 1.2 a line.

use std::fs::File;
use std::io::{self, BufWriter, Write as _};
use std::iter::once;
use std::path::Path;
use std::sync::mpsc::{Receiver, SyncSender, channel, sync_channel};
use std::thread::{self, JoinHandle};

use axum::Router;
use axum::body::{Body, Bytes, HttpBody as _, to_bytes};
use axum::extract::{Request, State};
use axum::http::header::{CONTENT_TYPE, HOST};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Response, request, response};
use axum::middleware::{Next, from_fn_with_state};
use http_body_util::BodyExt as _;
use jiff::Timestamp;
use serde_json::{Value, json};

/// An exchange, without the body of the answer if it is a file of the portal.
type Exchange = (
    Timestamp,
    request::Parts,
    Vec<u8>,
    response::Parts,
    Option<Bytes>,
);

/// Records the exchanges of a router in a file, which is emptied first.
///
/// The thread ends when the router is gone and everything is written. If a write fails, the log says so,
/// and the sandbox serves without the record.
///
/// # Errors
///
/// Returns an error if the file cannot be created.
pub fn record(router: Router, file: &Path) -> io::Result<(Router, JoinHandle<()>)> {
    #[expect(clippy::disallowed_methods, reason = "it grows while it serves")]
    let file = File::create(file)?;
    let (sender, receiver) = sync_channel(1024);
    let thread = thread::Builder::new().spawn(move || {
        if let Err(error) = write(&receiver, BufWriter::new(file)) {
            tracing::error!(%error, "the record ends: it cannot be written");
        }
    })?;
    Ok((router.layer(from_fn_with_state(sender, recorded)), thread))
}

/// Writes what comes, and leaves nothing in the buffer while nothing comes.
fn write(receiver: &Receiver<Exchange>, mut file: BufWriter<File>) -> io::Result<()> {
    while let Ok(first) = receiver.recv() {
        for exchange in once(first).chain(receiver.try_iter()) {
            writeln!(file, "{}", entry(&exchange))?;
        }
        file.flush()?;
    }
    Ok(())
}

/// Answers a request, and passes the exchange on to be written.
async fn recorded(
    State(sender): State<SyncSender<Exchange>>,
    request: Request,
    next: Next,
) -> Response<Body> {
    let (at, (asked, body)) = (Timestamp::now(), request.into_parts());
    // What the sandbox reads of a body is recorded, so its limits hold.
    let (read, sent) = channel();
    let body = Body::new(body.map_frame(move |frame| {
        let _ = frame.data_ref().map(|data| read.send(data.clone()));
        frame
    }));
    let answer = next.run(Request::from_parts(asked.clone(), body)).await;
    let (answered, mut body) = answer.into_parts();
    let mut whole = None;
    if body.size_hint().exact().is_some() {
        // It is in memory, so it can be read.
        let bytes = to_bytes(body, usize::MAX).await.unwrap_or_default();
        body = Body::from(whole.insert(bytes).clone());
    }
    let sent = sent.try_iter().flatten().collect();
    // After a failed write nobody receives it.
    let _ = sender.send((at, asked, sent, answered.clone(), whole));
    Response::from_parts(answered, body)
}

/// The entry of HAR 1.2.
fn entry((at, asked, sent, answered, body): &Exchange) -> Value {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let one = |of: &HeaderMap, name| of.get(name).map_or(String::new(), |it| text(it.as_bytes()));
    let pair = |(name, value): (&HeaderName, &HeaderValue)| json!({"name": name.as_str(), "value": text(value.as_bytes())});
    let all = |of: &HeaderMap| of.iter().map(pair).collect::<Value>();
    let url = format!("http://{}{}", one(&asked.headers, HOST), asked.uri);
    let size = body.as_ref().map_or(-1, |it| it.len().cast_signed());
    let body = body.as_ref().map(|it| text(it));
    let mut entry = json!({
        "startedDateTime": at, "time": 0, "cache": {}, "timings": {"send": 0, "wait": 0, "receive": 0},
        "request": {"method": asked.method.as_str(), "url": url, "httpVersion": "HTTP/1.1", "queryString": [],
            "headers": all(&asked.headers), "cookies": [], "headersSize": -1, "bodySize": sent.len()},
        "response": {"status": answered.status.as_u16(), "statusText": "", "httpVersion": "HTTP/1.1", "redirectURL": "",
            "headers": all(&answered.headers), "cookies": [], "headersSize": -1, "bodySize": size,
            "content": {"size": size, "mimeType": one(&answered.headers, CONTENT_TYPE), "text": body}},
    });
    if !sent.is_empty() {
        let media_type = one(&asked.headers, CONTENT_TYPE);
        entry["request"]["postData"] = json!({"mimeType": media_type, "text": text(sent)});
    }
    entry
}
