//! Readings of a vendor's other pages that say just what a page lacks.

use claims::{Aspect, Claim};

use crate::case::{Case, Cases};
use crate::expected::Expected;
use crate::fate::Fate;
use crate::finding::{Finding, Kind, TooNarrow};
use crate::reading::{Readings, wider};

impl TooNarrow {
    /// The readings about any of `others`, a vendor's other pages, that are not about a page and
    /// cover a claim of it.
    pub fn candidates<'r>(
        page: &'r claims::PageClaims,
        others: &'r [&str],
        readings: &'r Readings,
    ) -> impl Iterator<Item = Self> {
        let near = readings.all().iter().filter(move |reading| {
            let covers = |claim: &Claim| {
                reading
                    .covers(claim, true)
                    .or(reading.covers(claim, false))
                    .is_some()
            };
            // An address is that of one page.
            let of_one = reading.says.iter().any(|says| says.aspect == Aspect::Url);
            !of_one
                && !reading.page.matches(&page.page)
                && others.iter().any(|other| reading.page.matches(other))
                && page.claims.iter().any(|stated| covers(&stated.claim))
        });
        near.filter_map(move |reading| {
            Some(Self {
                reading: reading.id().to_owned(),
                line: readings.line(reading.id()).unwrap_or_default(),
                page: reading.page.as_str().to_owned(),
                wider: wider(reading.page.as_str(), &page.page)?,
            })
        })
    }
}

impl Cases<'_> {
    /// Adds to each finding about a claim which reading of another page of the vendor settles it.
    pub fn look_beyond(&self, findings: &mut [Finding]) {
        for case in &self.pages {
            let mut open: Vec<_> = findings
                .iter_mut()
                .filter(|it| it.claim.is_some() && it.page.as_deref() == Some(case.id()))
                .collect();
            if !open.is_empty() {
                self.beyond(case, &mut open);
            }
        }
    }

    fn beyond(&self, case: &Case, open: &mut [&mut Finding]) {
        let others = self.pages.iter().filter(|it| it.vendor == case.vendor);
        let others: Vec<&str> = others.map(Case::id).collect();
        for narrow in TooNarrow::candidates(case.page, &others, self.readings) {
            let readings = self.readings.widened(&narrow.reading, &narrow.wider);
            let (fates, _) = Fate::all(case.page, &readings);
            let expected = Expected::of(case.id(), &fates, &readings).claims;
            for finding in open.iter_mut().filter(|it| it.too_narrow.is_none()) {
                let said = finding
                    .claim
                    .as_ref()
                    .is_some_and(|it| expected.contains_key(it));
                if said == (finding.kind == Kind::Unsupported) {
                    finding.too_narrow = Some(narrow.clone());
                }
            }
        }
    }
}
