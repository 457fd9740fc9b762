//! A request, and its answer.

use std::path::{Path, PathBuf};
use std::time::Duration;

use axum::body::Body;
use axum::http::{Request, Response};
use http_body_util::BodyExt as _;
use sandbox::customers::Customers;
use sandbox::routes::router;
use sandbox::sandbox::Sandbox;
use sandbox::state::Store;
use serde_json::Value;
use tokio::time::timeout;
use tower::ServiceExt as _;

/// Longer than any answer takes.
const PATIENCE: Duration = Duration::from_secs(20);

/// Headers of a request that is as documented, to every source.
const HEADERS: &[(&str, &str)] = &[
    ("accept", "application/json"),
    ("authorization", "Bearer customer-1"),
    ("content-type", "application/json"),
    ("uuid", "8c3e5d1e-6f5b-4f0e-9a53-0d3c8d0a2f7b"),
    ("client_id", "test"),
    ("countryCode", "MX"),
    ("businessCode", "GCB"),
    ("ChannelId", "MBK"),
];

/// An answer.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) headers: axum::http::HeaderMap,
    pub(crate) text: String,
}

impl Answer {
    /// A header's text; empty, if there is none.
    pub(crate) fn header(&self, name: &str) -> &str {
        let value = self.headers.get(name).map(|value| value.to_str());
        value.and_then(Result::ok).unwrap_or_default()
    }

    /// The body in JSON; `null`, if there is none.
    pub(crate) fn body(&self) -> Value {
        serde_json::from_str(&self.text).unwrap_or_default()
    }
}

/// A request to be sent: a good one, until it is changed.
pub(crate) struct Ask {
    method: &'static str,
    path: String,
    headers: Vec<(&'static str, Vec<u8>)>,
    body: Vec<u8>,
}

/// A good request, `GET /path` or `POST /path`.
pub(crate) fn ask(request: &'static str) -> Ask {
    let (method, path) = request.split_once(' ').expect("a method and a path");
    let headers = HEADERS
        .iter()
        .map(|(name, value)| (*name, value.as_bytes().to_vec()));
    let ask = Ask {
        method,
        path: path.to_owned(),
        headers: headers.collect(),
        body: Vec::new(),
    };
    if path.starts_with("/worldline") {
        return ask.with("authorization", "GCS v1Client:customer-1");
    }
    ask
}

/// A request without any header.
pub(crate) fn bare(method: &'static str, path: &str) -> Ask {
    Ask {
        method,
        path: path.to_owned(),
        headers: Vec::new(),
        body: Vec::new(),
    }
}

impl Ask {
    /// With a header in place of the one of its name.
    pub(crate) fn with(self, name: &'static str, value: impl AsRef<[u8]>) -> Self {
        let mut ask = self.without(name);
        ask.headers.push((name, value.as_ref().to_vec()));
        ask
    }

    /// With a header beside the one of its name.
    pub(crate) fn with_another(mut self, name: &'static str, value: &str) -> Self {
        self.headers.push((name, value.as_bytes().to_vec()));
        self
    }

    /// Without a header.
    pub(crate) fn without(mut self, name: &str) -> Self {
        self.headers.retain(|(known, _)| *known != name);
        self
    }

    /// With a body.
    pub(crate) fn body(mut self, body: impl Into<Vec<u8>>) -> Self {
        self.body = body.into();
        self
    }

    /// The answer of a new sandbox.
    pub(crate) fn answer(self) -> Answer {
        self.answer_of(None)
    }

    /// The answer of a new sandbox with a portal.
    pub(crate) fn answer_with(self, docs: &Path) -> Answer {
        self.answer_of(Some(docs.to_owned()))
    }

    fn answer_of(self, docs: Option<PathBuf>) -> Answer {
        let store = Store::open(Customers::invented(1, 20), None).expect("no file, no error");
        let sandbox = Sandbox::new(store, docs).expect("the documents are documents");
        let mut request = Request::builder().method(self.method).uri(&self.path);
        for (name, value) in &self.headers {
            request = request.header(*name, value.as_slice());
        }
        let request = request.body(Body::from(self.body)).expect("a request");
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .expect("a runtime");
        let answer = async {
            let response: Response<Body> =
                router(sandbox).oneshot(request).await.expect("an answer");
            let (parts, body) = response.into_parts();
            let body = body.collect().await.expect("a body").to_bytes();
            Answer {
                status: parts.status.as_u16(),
                headers: parts.headers,
                text: String::from_utf8(body.to_vec()).expect("text"),
            }
        };
        let answer = runtime.block_on(async { timeout(PATIENCE, answer).await });
        // Whatever it still waits for is not waited for here.
        runtime.shutdown_background();
        answer.expect("an answer in time")
    }
}
