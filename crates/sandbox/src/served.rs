//! A page as the sandbox serves it.

use std::ops::Deref;
use std::sync::{Arc, OnceLock};

use claims::PageClaim;
use serde_json::Value;

use crate::page::Page;
use crate::pages::{Folder, Manner};

/// A page as the sandbox serves it.
#[derive(Debug)]
pub(crate) struct Served {
    /// What is known of it when the sandbox starts.
    pub(crate) page: Page,
    /// Its claims, once they were asked for.
    pub(crate) claims: OnceLock<Vec<PageClaim>>,
    /// Its document.
    pub(crate) document: Value,
    /// Its folder, if it has one.
    pub(crate) folder: Option<Arc<dyn Folder>>,
    /// How it refuses requests.
    pub(crate) manner: &'static Manner,
}

impl Deref for Served {
    type Target = Page;

    fn deref(&self) -> &Page {
        &self.page
    }
}

impl Served {
    /// The claims of the page, read when they are first asked for.
    pub(crate) fn read_claims(&self) -> &[PageClaim] {
        self.claims.get_or_init(|| {
            let file = claims::csv::parse(self.id, self.page.claims);
            file.map(|file| file.page.claims).unwrap_or_default()
        })
    }
}
