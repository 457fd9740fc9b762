//! All that one captured page says.

use std::collections::{BTreeMap, BTreeSet};

use crate::{Aspect, PageClaim};

/// Which capture the claims were read from, and how every line of it was accounted for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Capture {
    /// The SHA-256 of the captured text with LF line ends, 64 hexadecimal digits.
    pub sha256: String,
    /// How many lines state something (`read`) or are covered by the named rule.
    pub lines: BTreeMap<String, u32>,
}

impl Capture {
    /// The key of [`Capture::lines`] for the lines that state something.
    pub const READ: &'static str = "read";

    /// How many lines state something.
    #[must_use]
    pub fn lines_read(&self) -> u32 {
        self.lines.get(Self::READ).copied().unwrap_or_default()
    }
}

/// All that one captured page says, in the order of its lines.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PageClaims {
    /// The page's id, `citi-australia`.
    pub page: String,
    /// The capture that was read.
    pub capture: Capture,
    /// The claims, sorted by line.
    pub claims: Vec<PageClaim>,
}

impl PageClaims {
    /// Sorts the claims and drops what a line says twice.
    pub fn sort(&mut self) {
        self.claims.sort_unstable();
        self.claims.dedup();
    }

    /// The operations that have a section of their own on the page.
    #[must_use]
    pub fn documented(&self) -> BTreeSet<&str> {
        let claims = self.claims.iter().map(|stated| &stated.claim);
        claims
            .filter(|claim| claim.aspect == Aspect::Documented)
            .map(|claim| &*claim.operation)
            .collect()
    }
}
