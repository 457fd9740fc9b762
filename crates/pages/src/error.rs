//! The error of a reader.

/// A line of a page that its layout does not allow.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, thiserror::Error)]
#[error("expected {expected}, but found {found} instead ({page}, line {line})")]
pub struct PageError {
    /// The page's id.
    pub page: String,
    /// The line, from 1.
    pub line: u32,
    /// What the layout allows here.
    pub expected: String,
    /// What the page says here, shortened.
    pub found: String,
}
