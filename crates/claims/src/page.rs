//! All that one captured page says.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use crate::{Aspect, Digest, PageClaim};

/// Which capture the claims were read from, and how every line of it was accounted for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Capture {
    /// The SHA-256 of the captured text with LF line ends, 64 hexadecimal digits.
    pub sha256: String,
    /// Every line of the page, the first one first.
    pub lines: Vec<CapturedLine>,
}

/// One line of a captured page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CapturedLine {
    /// The digest of its words; a blank line has none.
    pub words: Option<Digest>,
    /// [`Capture::READ`] or [`Capture::SCHEMA`] if the line states something, else the name of the
    /// rule that says why it states nothing.
    pub rule: Cow<'static, str>,
}

impl CapturedLine {
    /// Returns whether the line states something.
    #[must_use]
    pub fn is_read(&self) -> bool {
        [Capture::READ, Capture::SCHEMA].contains(&&*self.rule)
    }
}

impl Capture {
    /// What stands in place of a rule for the lines that state something.
    pub const READ: &'static str = "read";
    /// The same for the lines of a schema: a page may render one body twice, as a list of fields and
    /// as a schema.
    pub const SCHEMA: &'static str = "read in a schema";

    /// Returns how many lines state something.
    #[must_use]
    pub fn lines_read(&self) -> usize {
        self.lines.iter().filter(|line| line.is_read()).count()
    }

    /// Returns how many lines state nothing, by the name of the rule that says why.
    #[must_use]
    pub fn by_rule(&self) -> BTreeMap<&str, usize> {
        let mut counts = BTreeMap::new();
        for line in self.lines.iter().filter(|line| !line.is_read()) {
            *counts.entry(&*line.rule).or_default() += 1;
        }
        counts
    }

    /// Returns a line by its number, from 1.
    #[must_use]
    pub fn line(&self, number: u32) -> Option<&CapturedLine> {
        self.lines
            .get(usize::try_from(number).ok()?.checked_sub(1)?)
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
