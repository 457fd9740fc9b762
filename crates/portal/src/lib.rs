//! The documentation portal: a static site, made of the documents and the evidence for them.
//!
//! Everything here is a function of its input: no disk, no clock, no network. What Node.js gives,
//! the samples and the bundle of Redoc, comes in as text.

mod assets;
mod field;
mod ledger;
mod operation;
mod page;
mod picture;
mod request;
mod samples;
mod search;
mod site;
mod source;
mod words;

use std::collections::BTreeMap;

use claims::PageClaims;
use contract::catalogue::Catalogue;
use document::Documents;
use review::{Contradiction, Readings};
use serde_json::Value;

pub use request::{Har, invented, requests};
pub use samples::{LANGUAGES, Language, Samples};

/// All that the site is made of.
#[derive(Clone, Copy, Debug)]
pub struct Input<'i> {
    /// The pages and their operations.
    pub catalogue: &'static Catalogue,
    /// The documents of the catalogue.
    pub documents: &'i Documents,
    /// The recorded decisions.
    pub readings: &'i Readings,
    /// What each page says.
    pub pages: &'i [&'i PageClaims],
    /// Where the sources contradict each other or themselves.
    pub contradictions: &'i [Contradiction],
    /// `spec/reports/coverage.json`.
    pub coverage: &'i Value,
    /// The files of `spec/`, by path below it; those that portals offer are part of the site.
    pub artefacts: &'i BTreeMap<String, String>,
    /// The requests of [`requests`] in other languages; without any, pages show none.
    pub samples: &'i Samples,
    /// Redoc's standalone bundle, as [`offline`] gives it.
    pub redoc: &'i str,
}

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

/// Every file of the site, by its path from the root with `/` between folders.
///
/// # Errors
///
/// Every place where the input contradicts itself.
pub fn site(input: &Input) -> Result<BTreeMap<String, String>, Vec<Problem>> {
    Ok(site::Site::of(input)?.files())
}

/// Redoc's standalone bundle without the one address that it loads: its logo is replaced by
/// nothing, and the link to its makers stays.
///
/// # Errors
///
/// That the address is not there, or more than once.
pub fn offline(bundle: &str) -> Result<String, Problem> {
    /// Where Redoc 2.5.4 has its logo.
    const LOGO: &str = "https://cdn.redoc.ly/redoc/logo-mini.svg";
    /// A picture of nothing.
    const NOTHING: &str = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'/%3E";
    match bundle.matches(LOGO).count() {
        1 => Ok(bundle.replace(LOGO, NOTHING)),
        found => Err(Problem::Logo(found)),
    }
}

/// Whether a file below `spec/` is one that the portal offers: documents and schemas, and what
/// traces them.
fn is_offered(path: &str) -> bool {
    let documents = path.starts_with("openapi") || path.starts_with("providers/");
    documents || path.starts_with("schemas/") || path == TRACEABILITY
}

/// The evidence of every claim, below `spec/`.
const TRACEABILITY: &str = "reports/traceability.csv";
