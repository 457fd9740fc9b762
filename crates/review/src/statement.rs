//! What pages say, with lost handles bound, beside what became of it.

use std::sync::Arc;

use claims::{Claim, Digest, PageClaim};

use crate::fate::Fate;
use crate::reading::{Basis, ReadingKind, Readings};
use crate::support::Support;

/// One statement of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// The vendor whose page it is.
    pub vendor: Arc<str>,
    /// The page's id.
    pub page: Arc<str>,
    /// The page's line, from 1.
    pub line: u32,
    /// What the page says, with its lost handles bound and nothing else decided about it.
    pub claim: Claim,
    /// The fingerprint of the wording, where the claim is one.
    pub digest: Option<Digest>,
    /// What became of it.
    pub standing: Standing,
    /// What the readings rest on, if any, that only tell which operation, place or name it is about.
    pub placement: Option<Basis>,
    /// What the document must say for it; nothing if a reading omits it.
    pub becomes: Option<Claim>,
    /// The places in [`Readings::all`] of the readings that decided that, and not only what the
    /// statement is about.
    pub decided: Vec<usize>,
    /// Whether it is the statement before it, said of another place.
    pub again: bool,
}

/// What became of a statement under the readings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// The document must say it as the page does, if of what the page lost.
    Documented,
    /// The document must describe what the page describes, in words of our own.
    Described,
    /// The document must say what readings make of it; the weakest of what they rest on.
    Read(Basis),
    /// A reading leaves it out.
    Omitted,
}

/// Every statement of a page, in the order of its lines.
pub(crate) fn statements(
    vendor: &str,
    fates: &[Fate],
    readings: &Readings,
    page: &str,
) -> Vec<Statement> {
    let (vendor, page): (Arc<str>, Arc<str>) = (vendor.into(), page.into());
    let mut before: Option<&PageClaim> = None;
    let statement = |fate: &Fate| {
        let claim = fate.claim.as_ref();
        Statement {
            vendor: Arc::clone(&vendor),
            page: Arc::clone(&page),
            line: fate.stated.line,
            claim: bound(fate, readings),
            digest: fate.stated.digest,
            standing: claim.map_or(Standing::Omitted, |claim| {
                match Support::by(&fate.readings, claim, readings) {
                    Support::Reading(basis) => Standing::Read(basis),
                    Support::Described => Standing::Described,
                    Support::Documented | Support::Unsupported => Standing::Documented,
                }
            }),
            placement: claim.and_then(|claim| readings.placement(&fate.readings, claim)),
            becomes: fate.claim.clone(),
            decided: match claim {
                Some(claim) => readings.parted(&fate.readings, claim).0,
                None => fate.readings.clone(),
            },
            again: false,
        }
    };
    let mut statements: Vec<Statement> = fates.iter().map(statement).collect();
    for (statement, fate) in statements.iter_mut().zip(fates) {
        let last = before.replace(fate.stated);
        statement.again = last.is_some_and(|last| std::ptr::eq(last, fate.stated));
    }
    statements
}

/// The claim under its bindings alone: what the page lost is found again, what it says stays.
fn bound(fate: &Fate, readings: &Readings) -> Claim {
    let decided = fate.readings.iter().map(|index| &readings.all()[*index]);
    let mut binds = decided.filter(|it| it.kind == ReadingKind::Bind && !it.binds_handles());
    binds
        .find_map(|reading| reading.meanings(&fate.called).pop())
        .unwrap_or_else(|| fate.called.clone())
}
