//! A sandbox: its operations, its documents and its customers.

use std::path::PathBuf;
use std::sync::Arc;

use crate::checks::DocumentError;
use crate::edition::Editions;
use crate::operation::{Operation, operations};
use crate::rows::Rows;
use crate::state::Store;

/// A sandbox, as it answers.
#[derive(Debug)]
pub struct Sandbox {
    /// Every operation of every source.
    pub(crate) operations: Vec<Arc<Operation>>,
    /// The rows of the error tables.
    pub(crate) rows: Rows,
    /// The customers.
    pub(crate) store: Store,
    /// The documents that it serves.
    pub(crate) editions: Editions,
    /// Folder of the portal.
    pub(crate) docs: Option<PathBuf>,
}

impl Sandbox {
    /// A sandbox of these customers; `docs` is the folder of the portal.
    ///
    /// # Errors
    ///
    /// Every place where a document that is compiled in is none.
    pub fn new(store: Store, docs: Option<PathBuf>) -> Result<Self, Vec<DocumentError>> {
        let editions = Editions::compiled_in()?;
        let mut all = Vec::new();
        let mut errors = Vec::new();
        for (source, document) in editions.of_pages() {
            match operations(source, document) {
                Ok(of_source) => all.extend(of_source),
                Err(wrong) => errors.extend(wrong),
            }
        }
        if !errors.is_empty() {
            return Err(errors);
        }
        let rows = Rows::new(&all);
        Ok(Self {
            editions,
            operations: all.into_iter().map(Arc::new).collect(),
            rows,
            store,
            docs,
        })
    }

    /// Where an operation that one page only lists is documented by another, beneath which prefix.
    pub(crate) fn documented_at<'s>(
        &'s self,
        listed: &'s Operation,
    ) -> impl Iterator<Item = String> + 's {
        let same = self.operations.iter().filter(move |other| {
            other.documented.is_some() && other.method == listed.method && other.path == listed.path
        });
        same.map(|other| format!("/{}{}", other.source.as_str(), other.path))
    }
}
