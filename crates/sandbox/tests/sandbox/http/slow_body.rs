//! A body that never comes to its end.

use std::convert::Infallible;
use std::pin::Pin;
use std::task::{Context, Poll};

use axum::body::{Body, Bytes, HttpBody};
use hyper::body::Frame;

use crate::ask::ask;

/// A body that is begun and never ended.
struct Endless;

impl HttpBody for Endless {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        self: Pin<&mut Self>,
        _: &mut Context,
    ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        Poll::Pending
    }
}

#[test]
fn it_is_given_up_after_its_time() {
    for request in [
        "POST /citibanamex-segments/v1/customers/segments/retrieve",
        "PUT /customers/flexiti-customers/1",
    ] {
        let answer = ask(request)
            .body(Body::new(Endless))
            .answer_without_waiting();
        assert_eq!(answer.status, 408, "{request}");
        assert_eq!(answer.header("content-type"), "application/problem+json");
    }
}
