//! The rows of the error tables of all pages: the pages of a vendor lend each other theirs.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::operation::Operation;

/// The first row of each status that any operation of a vendor has.
#[derive(Clone, Debug, Default)]
pub(crate) struct Rows(BTreeMap<(&'static str, u16), Value>);

impl Rows {
    /// The rows of all operations.
    #[must_use]
    pub(crate) fn new<'o>(operations: impl IntoIterator<Item = &'o Operation>) -> Self {
        let mut rows = BTreeMap::new();
        for operation in operations {
            for (status, documentation) in &operation.responses {
                if let Some(row) = documentation.example().filter(|_| *status >= 400) {
                    let key = (operation.page.vendor, *status);
                    rows.entry(key).or_insert_with(|| row.clone());
                }
            }
        }
        Self(rows)
    }

    /// The row of an operation and a status: its own, or that of another operation of the vendor.
    #[must_use]
    pub(crate) fn of<'r>(&'r self, operation: &'r Operation, status: u16) -> Option<&'r Value> {
        let own = operation.responses.get(&status);
        let own = own.and_then(|own| own.example());
        own.or_else(|| self.0.get(&(operation.page.vendor, status)))
    }
}
