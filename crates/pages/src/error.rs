//! What a reader could not read.

/// A place where a page is not as its layout has it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, thiserror::Error)]
#[error("expected {expected}, but found {found} instead ({page}, line {line})")]
pub struct PageError {
    /// The page's id.
    pub page: String,
    /// The line, from 1.
    pub line: u32,
    /// What the layout has here.
    pub expected: String,
    /// What the page has here, shortened.
    pub found: String,
}
