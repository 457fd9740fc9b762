//! A sandbox: its operations, its documents and its customers.

use std::path::PathBuf;
use std::sync::Arc;

use axum::body::Bytes;
use serde_json::Value;

use crate::checks::SchemaError;
use crate::edition;
use crate::operation::{Operation, operations};
use crate::rows::Rows;
use crate::source::Source;
use crate::state::Store;

/// A sandbox, as it answers.
#[derive(Debug)]
pub struct Sandbox {
    /// Every operation of every source.
    pub operations: Vec<Arc<Operation>>,
    /// The rows of the error tables.
    pub rows: Rows,
    /// The customers.
    pub store: Store,
    /// The document of all sources, as it is served.
    pub document: Bytes,
    /// The document of each source, as it is served.
    pub documents: Vec<(Source, Bytes)>,
    /// Folder of the portal.
    pub docs: Option<PathBuf>,
}

impl Sandbox {
    /// A sandbox of these customers; `docs` is the folder of the portal.
    ///
    /// # Errors
    ///
    /// Every place where a document that is compiled in is none.
    pub fn new(store: Store, docs: Option<PathBuf>) -> Result<Self, Vec<SchemaError>> {
        let compiled_in = edition::compiled_in().map_err(|error| vec![error])?;
        let mut all = Vec::new();
        let mut errors = Vec::new();
        for (source, document) in &compiled_in {
            match operations(*source, document) {
                Ok(of_source) => all.extend(of_source),
                Err(wrong) => errors.extend(wrong),
            }
        }
        if !errors.is_empty() {
            return Err(errors);
        }
        let rows = Rows::new(&all);
        let editions: Vec<(Source, Value)> = compiled_in
            .iter()
            .map(|(source, document)| (*source, edition::of_source(*source, document, &rows)))
            .collect();
        let documents = editions
            .iter()
            .map(|(source, document)| (*source, written(document)));
        Ok(Self {
            document: written(&edition::of_all(&editions)),
            documents: documents.collect(),
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

/// A document as it is served: in lines, since people read it too.
fn written(document: &Value) -> Bytes {
    serde_json::to_vec_pretty(document)
        .unwrap_or_default()
        .into()
}
