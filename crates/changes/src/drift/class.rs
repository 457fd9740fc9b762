//! Whether a change breaks somebody, and what sort of change it is.

use serde::{Deserialize, Serialize};

use super::Direction;

/// Whether a change breaks somebody who did as the old page says. The worst comes last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Class {
    /// Nothing is said otherwise: one of the captures ends earlier than the other.
    Capture,
    /// Other words for the same.
    Wording,
    /// Callers and readers go on as they are.
    Compatible,
    /// The page does not say what decides whether it breaks somebody.
    Unknown,
    /// Callers or readers have to change something.
    Breaking,
}

impl Class {
    /// Every class, the worst first.
    pub const ALL: [Self; 5] = [
        Self::Breaking,
        Self::Unknown,
        Self::Compatible,
        Self::Wording,
        Self::Capture,
    ];

    /// The class's name in reports.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Breaking => "breaking",
            Self::Unknown => "unknown",
            Self::Compatible => "compatible",
            Self::Wording => "wording",
            Self::Capture => "capture",
        }
    }
}

/// What sort of change it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// The new page has it.
    Added,
    /// The old page had it.
    Removed,
    /// Its type, format, bounds, values or being required is another.
    Retyped,
    /// It is called otherwise.
    Renamed,
    /// It is said in other words.
    Reworded,
    /// It is said alike, but one of the captures ends before it or within it.
    Captured,
}

/// What a change means: its class and why, in a request and in a response.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rule {
    /// What it means to those who send it.
    pub request: (Class, &'static str),
    /// What it means to those who read it.
    pub response: (Class, &'static str),
}

impl Rule {
    /// The class and its reason by direction; the worse one where that is not known.
    #[must_use]
    pub fn judge(self, direction: Direction) -> (Class, &'static str) {
        match direction {
            Direction::Request => self.request,
            Direction::Unknown if self.request.0 >= self.response.0 => self.request,
            Direction::Response | Direction::Unknown => self.response,
            Direction::Page => (Class::Wording, "it is about the page, not about the API"),
        }
    }
}
