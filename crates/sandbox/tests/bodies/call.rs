//! A request, and what a sandbox in this process answers.

use std::collections::BTreeMap;

use axum::Router;
use axum::body::Body;
use axum::http::Request;
use http_body_util::BodyExt as _;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use sandbox::customers::Customers;
use sandbox::routes::router;
use sandbox::state::Store;
use serde_json::Value;
use tokio::runtime::{Builder, Runtime};
use tower::ServiceExt as _;

/// A request, in parts that can be changed.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Call {
    /// Its method.
    pub method: String,
    /// Its path, with the names of parameters in braces.
    pub path: String,
    /// The parameters of the path.
    pub segments: BTreeMap<String, String>,
    /// The query, as pairs.
    pub query: Vec<(String, String)>,
    /// The headers, as pairs.
    pub headers: Vec<(String, String)>,
    /// The body.
    pub body: Vec<u8>,
}

/// An answer.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Answer {
    /// Its status.
    pub status: u16,
    /// Its media type, without parameters.
    pub media_type: Option<String>,
    /// Its body.
    pub body: Vec<u8>,
}

/// A sandbox with its invented customers.
pub(crate) struct Sandbox {
    router: Router,
    runtime: Runtime,
}

impl Call {
    /// A request without parameters.
    pub(crate) fn get(path: &str) -> Self {
        Self {
            method: "GET".to_owned(),
            path: path.to_owned(),
            segments: BTreeMap::new(),
            query: Vec::new(),
            headers: Vec::new(),
            body: Vec::new(),
        }
    }

    fn uri(&self) -> String {
        let escaped = |text: &str| utf8_percent_encode(text, NON_ALPHANUMERIC).to_string();
        let mut uri = self.path.clone();
        for (name, value) in &self.segments {
            uri = uri.replace(&format!("{{{name}}}"), &escaped(value));
        }
        for (index, (name, value)) in self.query.iter().enumerate() {
            uri.push(if index == 0 { '?' } else { '&' });
            uri.push_str(&[name, "=", &escaped(value)].concat());
        }
        uri
    }
}

impl Sandbox {
    /// How many customers each source has.
    pub(crate) const CUSTOMERS: usize = 20;

    pub(crate) fn new() -> Self {
        let store = Store::open(Customers::invented(1, Self::CUSTOMERS), None);
        let sandbox = sandbox::sandbox::Sandbox::new(store.expect("no file, no error"), None);
        Self {
            router: router(sandbox.expect("the documents are documents")),
            runtime: Builder::new_current_thread()
                .enable_all()
                .build()
                .expect("a runtime"),
        }
    }

    pub(crate) fn answer(&self, call: &Call) -> Answer {
        let mut request = Request::builder()
            .method(call.method.as_str())
            .uri(call.uri());
        for (name, value) in &call.headers {
            request = request.header(name, value);
        }
        let request = request.body(Body::from(call.body.clone()));
        let request = request.expect("a request");
        self.runtime.block_on(async {
            let response = self.router.clone().oneshot(request).await;
            let (parts, body) = response.expect("an answer").into_parts();
            let media_type = parts.headers.get("content-type");
            let media_type = media_type.map(|it| it.to_str().expect("text"));
            let media_type = media_type.and_then(|it| it.split(';').next());
            Answer {
                status: parts.status.as_u16(),
                media_type: media_type.map(str::to_owned),
                body: body.collect().await.expect("a body").to_bytes().to_vec(),
            }
        })
    }

    /// What a path of the sandbox's own says.
    pub(crate) fn json(&self, path: &str) -> Value {
        let answer = self.answer(&Call::get(path));
        assert_eq!(answer.status, 200, "{path}");
        serde_json::from_slice(&answer.body).expect("JSON")
    }
}
