//! What is wrong with the input.

/// Why there is no site.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Problem {
    /// A page of the catalogue has neither document nor claims.
    #[error("expected a document and claims of the page {page}, but found none instead")]
    NoPage {
        /// The page's id.
        page: &'static str,
    },
    /// An operation of the catalogue is not in the document of its page.
    #[error(
        "expected `{operation}` in the document of {page}, but found no such operation instead"
    )]
    NotInDocument {
        /// The page's id.
        page: &'static str,
        /// Method and path.
        operation: String,
    },
    /// Redoc's bundle is not one that is known to load nothing.
    #[error(
        "expected one address of Redoc's logo in its bundle, but found {0} instead; the version that is known is 2.5.4"
    )]
    Logo(usize),
}
