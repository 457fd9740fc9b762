//! Who sends what a claim is about.

/// Which way what a claim is about goes over the wire.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// Callers send it: a header, a part of the path, a query, a body, a credential.
    Request,
    /// Callers read it: whatever has a status, known or lost.
    Response,
    /// The page does not say which: the worse of both counts.
    Unknown,
    /// It is about the page and goes nowhere.
    Page,
}

impl Direction {
    /// The direction of a claim's place.
    #[must_use]
    pub fn of(place: &str) -> Self {
        match place {
            "operation" | "header" | "path" | "query" | "cookie" | "body" | "server"
            | "security" => Self::Request,
            "page" => Self::Page,
            _ if is_answer(place) => Self::Response,
            _ => Self::Unknown,
        }
    }

    /// The direction of a claim's place in an operation: where the page lost the operation, it
    /// does not say either whether a body is that of the request or of the response.
    #[must_use]
    pub fn within(operation: &str, place: &str) -> Self {
        if operation.starts_with("table ") && place == "body" {
            Self::Unknown
        } else {
            Self::of(place)
        }
    }
}

/// `200`, `4XX` or `default`, or `error table 3` where the status is lost.
pub(super) fn is_answer(place: &str) -> bool {
    let number = place.len() == 3 && place.starts_with(|first: char| ('1'..='5').contains(&first));
    number || place == "default" || place.starts_with("error table")
}
