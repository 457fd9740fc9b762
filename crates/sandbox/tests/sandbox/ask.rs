//! A request without a connection, and its answer.

use std::sync::LazyLock;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::http::{HeaderMap, Request};
use http_body_util::BodyExt as _;
use sandbox::routes::router;
use sandbox::sandbox::Sandbox;
use serde_json::Value;
use tokio::runtime::Builder;
use tokio::time::timeout;
use tower::ServiceExt as _;

/// Longer than any answer takes.
const PATIENCE: Duration = Duration::from_secs(20);

/// How many customers each page has.
pub(crate) const CUSTOMERS: usize = 20;

/// The sandbox that answers unless a test makes one of its own.
static ROUTER: LazyLock<Router> = LazyLock::new(|| {
    let sandbox = Sandbox::new(1, CUSTOMERS, None);
    router(sandbox.expect("the documents are valid"))
});

/// Headers that make a request to any page as documented.
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
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) headers: HeaderMap,
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
    method: String,
    path: String,
    headers: Vec<(String, Vec<u8>)>,
    body: Body,
}

/// A good request, `GET /path` or `POST /path`.
pub(crate) fn ask(request: &str) -> Ask {
    let (method, path) = request.split_once(' ').expect("a method and a path");
    let ask = HEADERS
        .iter()
        .fold(bare(method, path), |ask, (name, value)| {
            ask.with_another(name, value)
        });
    if path.starts_with("/worldline") {
        return ask.with("authorization", "GCS v1Client:customer-1");
    }
    ask
}

/// A request without any header.
pub(crate) fn bare(method: &str, path: &str) -> Ask {
    Ask {
        method: method.to_owned(),
        path: path.to_owned(),
        headers: Vec::new(),
        body: Body::empty(),
    }
}

impl Ask {
    /// With a header in place of the one of its name.
    pub(crate) fn with(self, name: &str, value: impl AsRef<[u8]>) -> Self {
        let mut ask = self.without(name);
        ask.headers.push((name.to_owned(), value.as_ref().to_vec()));
        ask
    }

    /// With a header beside the one of its name.
    pub(crate) fn with_another(mut self, name: &str, value: &str) -> Self {
        self.headers
            .push((name.to_owned(), value.as_bytes().to_vec()));
        self
    }

    /// Without a header.
    pub(crate) fn without(mut self, name: &str) -> Self {
        self.headers.retain(|(known, _)| *known != name);
        self
    }

    /// With a body.
    pub(crate) fn body(mut self, body: impl Into<Body>) -> Self {
        self.body = body.into();
        self
    }

    /// The answer of the sandbox that all tests share.
    pub(crate) fn answer(self) -> Answer {
        self.answer_of(&ROUTER)
    }

    /// The answer of a router.
    pub(crate) fn answer_of(self, router: &Router) -> Answer {
        let runtime = Builder::new_current_thread().enable_all().build();
        let runtime = runtime.expect("a runtime");
        let answer = runtime.block_on(async { timeout(PATIENCE, self.sent(router)).await });
        // Whatever it still waits for is not waited for here.
        runtime.shutdown_background();
        answer.expect("an answer in time")
    }

    /// Sends it within a runtime.
    pub(crate) async fn sent(self, router: &Router) -> Answer {
        let mut request = Request::builder().method(&*self.method).uri(&self.path);
        for (name, value) in &self.headers {
            request = request.header(name, value.as_slice());
        }
        let request = request.body(self.body).expect("a request");
        let response = router.clone().oneshot(request).await.expect("an answer");
        let (parts, body) = response.into_parts();
        let body = body.collect().await.expect("a body").to_bytes();
        Answer {
            status: parts.status.as_u16(),
            headers: parts.headers,
            text: String::from_utf8(body.to_vec()).expect("text"),
        }
    }

    /// Sends it to the sandbox that all tests share, while no time passes but what it waits for.
    pub(crate) fn answer_without_waiting(self) -> Answer {
        let runtime = Builder::new_current_thread().enable_all().build();
        runtime.expect("a runtime").block_on(async {
            tokio::time::pause();
            self.sent(&ROUTER).await
        })
    }
}
