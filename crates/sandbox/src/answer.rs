//! An answer: a body of the contract's types, no body, or a refusal.

use axum::body::Body;
use axum::http::header::{CONTENT_TYPE, HeaderValue};
use axum::http::{Response, StatusCode};
use serde::Serialize;

use crate::checks::Wrong;

/// An answer, before it is written.
#[derive(Debug)]
pub(crate) enum Answer {
    /// 200, with a body in JSON.
    Body(Vec<u8>),
    /// 204, without a body.
    NoContent,
    /// A refusal in the form of the vendor.
    Refused(Refusal),
}

/// The media type of a body.
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
    /// What is wrong, field by field; empty if no field is to blame.
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
    /// The body has a content coding that is not known: 415.
    Coded,
    /// A business rule is broken: 422.
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
            Self::Coded => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Self::Business => StatusCode::UNPROCESSABLE_ENTITY,
            Self::Unavailable => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// What went wrong, where no page says it.
    #[must_use]
    pub(crate) fn words(self) -> &'static str {
        match self {
            Self::Invalid => "The request is not as documented.",
            Self::Unauthorized => "The request carries no valid credentials.",
            Self::NotConfigured => "Access is not configured for the caller.",
            Self::NotFound | Self::NoInformation => "Nothing is found for the request.",
            Self::Coded => "`Content-Encoding` is not supported: send the body uncompressed.",
            Self::Business => "A parameter breaks a rule of the business.",
            Self::Unavailable => "The sandbox failed to answer; its log says why.",
        }
    }
}

impl Refusal {
    /// A refusal with everything that is to blame.
    pub(crate) fn of(fault: Fault, wrong: Vec<Wrong>) -> Self {
        Self { fault, wrong }
    }

    /// The first field that is to blame, for errors that have room for one.
    #[must_use]
    pub(crate) fn first_field(&self) -> Option<String> {
        Some(self.wrong.first()?.location.name())
    }
}

impl Answer {
    /// A good answer, written by a type of the contract.
    pub(crate) fn ok<T: Serialize>(body: &T) -> Self {
        match serde_json::to_vec(body) {
            Ok(body) => Self::Body(body),
            // Only a map whose keys are not text cannot be written, and no type has one.
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
