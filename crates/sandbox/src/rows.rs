//! The rows of the error tables of all pages: what is answered where a page has none for an operation.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::operation::Operation;
use crate::source::Vendor;

/// The first row of each status that any operation of a vendor has.
#[derive(Clone, Debug, Default)]
pub(crate) struct Rows(BTreeMap<(Vendor, u16), Value>);

impl Rows {
    /// The rows of all operations.
    #[must_use]
    pub(crate) fn new<'o>(operations: impl IntoIterator<Item = &'o Operation>) -> Self {
        let mut rows = BTreeMap::new();
        for operation in operations {
            let Some(documented) = &operation.documented else {
                continue;
            };
            for (status, documentation) in &documented.responses {
                if let Some(row) = documentation.example().filter(|_| *status >= 400) {
                    let key = (operation.source.vendor(), *status);
                    rows.entry(key).or_insert_with(|| row.clone());
                }
            }
        }
        Self(rows)
    }

    /// The row of an operation and a status: its own, or that of another operation of the vendor.
    #[must_use]
    pub(crate) fn of<'r>(&'r self, operation: &'r Operation, status: u16) -> Option<&'r Value> {
        let responses = operation.documented.as_ref().map(|it| &it.responses);
        let own = responses.and_then(|responses| responses.get(&status)?.example());
        own.or_else(|| self.0.get(&(operation.source.vendor(), status)))
    }
}
