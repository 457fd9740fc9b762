//! What is answered: a body of the contract's types, none, or a refusal.

use axum::body::Body;
use axum::http::header::{CONTENT_TYPE, HeaderValue};
use axum::http::{Response, StatusCode};
use serde::Serialize;

use crate::checks::Wrong;

/// An answer, before it is written.
#[derive(Debug)]
pub(crate) enum Answer {
    /// A body, by its status.
    Body(StatusCode, MediaType, Vec<u8>),
    /// No body, by its status.
    Empty(StatusCode),
    /// What the vendor says when it refuses.
    Refused(Refusal),
}

/// What a body is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum MediaType {
    /// `application/json`.
    Json,
    /// `application/problem+json`, RFC 9457.
    Problem,
}

/// Why a request is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Refusal {
    /// The kind, which the pages have a row of their error tables for.
    pub fault: Fault,
    /// What is wrong, field by field; nothing where no field is.
    pub wrong: Vec<Wrong>,
}

/// The kinds of refusals, named as the pages name them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Fault {
    /// A parameter or the body is missing or invalid: 400.
    Invalid,
    /// No valid credentials: 401.
    Unauthorized,
    /// Access is not configured for who is calling: 403.
    NotConfigured,
    /// Nothing is found: 404.
    NotFound,
    /// A lookup leads to no information: 400 with Worldline.
    NoInformation,
    /// A rule of the business is broken: 422.
    Business,
    /// The sandbox itself failed: 500.
    Unavailable,
}

impl Fault {
    /// Its status.
    #[must_use]
    pub(crate) fn status(self) -> StatusCode {
        match self {
            Self::Invalid | Self::NoInformation => StatusCode::BAD_REQUEST,
            Self::Unauthorized => StatusCode::UNAUTHORIZED,
            Self::NotConfigured => StatusCode::FORBIDDEN,
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::Business => StatusCode::UNPROCESSABLE_ENTITY,
            Self::Unavailable => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }
}

impl Refusal {
    /// A refusal, and what is to blame.
    pub(crate) fn of(fault: Fault, wrong: Vec<Wrong>) -> Self {
        Self { fault, wrong }
    }
}

impl Answer {
    /// A body that is found.
    #[must_use]
    pub(crate) fn ok<T: Serialize>(body: &T) -> Self {
        Self::json(StatusCode::OK, body)
    }

    /// A body in JSON.
    #[must_use]
    pub(crate) fn json<T: Serialize>(status: StatusCode, body: &T) -> Self {
        Self::written(status, MediaType::Json, body)
    }

    /// A body of the media type, which a serialiser writes.
    #[must_use]
    pub(crate) fn written<T: Serialize>(
        status: StatusCode,
        media_type: MediaType,
        body: &T,
    ) -> Self {
        match serde_json::to_vec(body) {
            Ok(body) => Self::Body(status, media_type, body),
            // Only a map whose keys are no text cannot be written, and no type has one.
            Err(_) => Self::refused(Fault::Unavailable),
        }
    }

    /// A refusal for which no field is to blame.
    #[must_use]
    pub(crate) fn refused(fault: Fault) -> Self {
        Self::Refused(Refusal::of(fault, Vec::new()))
    }

    /// A refusal for which one field is to blame.
    #[must_use]
    pub(crate) fn refused_for(fault: Fault, wrong: Wrong) -> Self {
        Self::Refused(Refusal::of(fault, vec![wrong]))
    }
}

/// The response of a status, with a body if there is one.
#[must_use]
pub(crate) fn response(status: StatusCode, body: Option<(MediaType, Vec<u8>)>) -> Response<Body> {
    let (media_type, body) = match body {
        Some((media_type, body)) => (Some(media_type), Body::from(body)),
        None => (None, Body::empty()),
    };
    let mut response = Response::new(body);
    *response.status_mut() = status;
    if let Some(media_type) = media_type {
        let media_type = HeaderValue::from_static(match media_type {
            MediaType::Json => "application/json",
            MediaType::Problem => "application/problem+json",
        });
        response.headers_mut().insert(CONTENT_TYPE, media_type);
    }
    response
}
