//! Where a capture ends in the middle of something.

use std::fmt;

use claims::{Aspect, PageClaim, PageClaims};

use crate::Readings;
use crate::reading::ReadingKind;

/// The end of a capture in the middle of something, which no reading knows: the page is cut.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OpenEnd<'p> {
    page: &'p str,
    /// The claim with the aspect [`Cut`](Aspect::Cut), and the line on which the capture ends.
    pub stated: &'p PageClaim,
}

/// Where a capture ends in the middle of something, unless a reading omits that: then somebody
/// has looked, and the page has no more.
#[must_use]
pub fn open_end<'p>(page: &'p PageClaims, readings: &Readings) -> Option<OpenEnd<'p>> {
    let stated = page
        .claims
        .iter()
        .find(|stated| stated.claim.aspect == Aspect::Cut)?;
    let known = readings.about(&page.page).any(|(_, reading)| {
        reading.kind == ReadingKind::Omit && reading.covers(&stated.claim, true).is_some()
    });
    let page = &page.page;
    (!known).then_some(OpenEnd { page, stated })
}

impl fmt::Display for OpenEnd<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let claim = &self.stated.claim;
        let (operation, place, name, _) = claim.subject();
        let (within, value) = ([operation, place, name].join(" "), &claim.value);
        write!(
            f,
            "expected more of `{}`, but found the end of the page instead ({}, line {}, {value}); \
             capture the page whole, or record in a reading of the kind `omit` that it ends there",
            within.trim(),
            self.page,
            self.stated.line
        )
    }
}
