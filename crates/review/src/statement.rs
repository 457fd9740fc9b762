//! What pages say, with lost handles bound, beside what became of it.

use std::collections::BTreeSet;
use std::sync::Arc;

use claims::{Claim, Digest, PageClaim, PageClaims};

use crate::fate::{Fate, fates};
use crate::reading::{Basis, Kind, Readings};
use crate::usage::Usage;

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
    /// Whether it is the statement before it, said of another place.
    pub again: bool,
}

/// What became of a statement under the readings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// The document must say it as the page does, if of what the page lost.
    Documented,
    /// The document must say what readings make of it; the weakest of what they rest on.
    Read(Basis),
    /// A reading leaves it out.
    Omitted,
}

/// Every statement of a page, in the order of its lines.
#[must_use]
pub fn statements(vendor: &str, page: &PageClaims, readings: &Readings) -> Vec<Statement> {
    let vendor: Arc<str> = vendor.into();
    let id: Arc<str> = page.page.as_str().into();
    let mut usage = Usage::of(readings);
    let mut statements = Vec::with_capacity(page.claims.len());
    let mut before: Option<&PageClaim> = None;
    fates(page, readings, &mut usage, |fate| {
        let last = before.replace(fate.stated);
        let again = last.is_some_and(|last| std::ptr::eq(last, fate.stated));
        statements.push(Statement {
            vendor: Arc::clone(&vendor),
            page: Arc::clone(&id),
            line: fate.stated.line,
            claim: bound(&fate, readings),
            digest: fate.stated.digest,
            standing: match &fate.claim {
                None => Standing::Omitted,
                Some(claim) => readings
                    .basis(&fate.readings, claim)
                    .map_or(Standing::Documented, Standing::Read),
            },
            placement: {
                let claim = fate.claim.as_ref();
                claim.and_then(|claim| readings.placement(&fate.readings, claim))
            },
            becomes: fate.claim,
            again,
        });
    });
    statements
}

/// The claim under its bindings alone: what the page lost is found again, what it says stays.
fn bound(fate: &Fate, readings: &Readings) -> Claim {
    let decided = fate.readings.iter().map(|index| &readings.all()[*index]);
    let mut binds = decided.filter(|it| it.kind == Kind::Bind && !it.binds_handles());
    binds
        .find_map(|reading| reading.meanings(&fate.called).pop())
        .unwrap_or_else(|| fate.called.clone())
}

/// Numbers in words of a list: `1, 2 and 3`.
pub(crate) fn listed<T: ToString>(items: impl IntoIterator<Item = T>) -> String {
    let items: Vec<String> = items.into_iter().map(|item| item.to_string()).collect();
    match items.as_slice() {
        [] => String::new(),
        [one] => one.clone(),
        [others @ .., last] => format!("{} and {last}", others.join(", ")),
    }
}

/// The distinct texts of an iterator, sorted.
pub(crate) fn distinct<'t>(texts: impl IntoIterator<Item = &'t str>) -> Vec<&'t str> {
    texts
        .into_iter()
        .collect::<BTreeSet<_>>()
        .into_iter()
        .collect()
}
