//! The claims of a document, written down as those of pages.

use std::sync::Arc;

use claims::{DocumentClaim, Pointer};

use crate::support::rows;

/// A document's claims, the first column being the pointer.
pub(crate) fn document(lines: &str) -> Vec<DocumentClaim> {
    let made = rows(lines).map(|(pointer, claim, _)| DocumentClaim {
        claim,
        pointer: Pointer::to(&Arc::from(pointer)),
    });
    let mut made: Vec<_> = made.collect();
    made.sort();
    made
}
