//! What becomes of each claim of a page under the readings.

use std::sync::Arc;

use claims::{Claim, PageClaim, PageClaims};

use crate::reading::{Kind, Reading, Readings};
use crate::usage::{Part, Usage};

/// What becomes of one claim of a page under the readings.
#[derive(Clone, Debug)]
pub(crate) struct Fate<'p> {
    /// What the page says.
    pub(crate) stated: &'p PageClaim,
    /// The places in [`Readings::all`] of the readings that decided about it, in that order.
    pub(crate) readings: Vec<usize>,
    /// What the document must say for it; nothing if a reading omits it.
    pub(crate) claim: Option<Claim>,
    /// What the document must say as well, each with the reading that supplies it.
    pub(crate) supplied: Vec<(usize, Claim)>,
}

/// Applies the readings to every claim of a page; counts in `usage` what they did.
///
/// First come the bindings of handles, in the order of the file: they say which operation, place
/// or name a claim is about. Then, of the claim as it is called now, at most one reading decides
/// what it says, and any number supply more.
#[must_use]
pub(crate) fn fates<'p>(
    page: &'p PageClaims,
    readings: &Readings,
    usage: &mut Usage,
) -> Vec<Fate<'p>> {
    let about = readings.about(&page.page);
    let (handles, others): (Vec<_>, Vec<_>) =
        about.partition(|(_, reading)| reading.binds_handles());
    let documented = page.documented();
    let mut fates = Vec::with_capacity(page.claims.len());
    for stated in &page.claims {
        let documented = documented.contains(&*stated.claim.operation);
        let mut called = stated.claim.clone();
        let mut fate = Fate {
            stated,
            readings: Vec::new(),
            claim: None,
            supplied: Vec::new(),
        };
        for &(index, reading) in &handles {
            let selector = reading.covers(&called, documented);
            if let (Some(selector), Some(meaning)) = (selector, reading.meaning(&called)) {
                called = meaning;
                fate.readings.push(index);
                usage.fire(index, Part::Selector(selector));
            }
        }
        decide(page, &others, &called, documented, &mut fate, usage);
        fates.push(fate);
    }
    fates
}

/// What is said of a claim by the name that it has now.
fn decide(
    page: &PageClaims,
    readings: &[(usize, &Reading)],
    called: &Claim,
    documented: bool,
    fate: &mut Fate,
    usage: &mut Usage,
) {
    fate.claim = Some(called.clone());
    let mut decided = None;
    for &(index, reading) in readings {
        let Some(selector) = reading.covers(called, documented) else {
            continue;
        };
        let meaning = reading.meaning(called);
        match (reading.kind, meaning) {
            (Kind::Bind | Kind::Override, None) => continue,
            (Kind::Supply, _) => {
                let claims = supplied(reading, called).into_iter();
                fate.supplied.extend(claims.map(|claim| (index, claim)));
            }
            (Kind::Bind | Kind::Override | Kind::Omit, meaning) => {
                if let Some(other) = decided.replace(index) {
                    let contested = (page.page.clone(), fate.stated.clone(), other, index);
                    usage.contested.push(contested);
                    continue;
                }
                fate.claim = meaning;
                fate.readings.push(index);
                if reading.values.contains_key(&*called.value) {
                    usage.fire(index, Part::Value(called.value.to_string()));
                }
            }
        }
        usage.covered[index] += 1;
        usage.fire(index, Part::Selector(selector));
    }
}

/// What a `supply` reading says for one claim that it hangs on.
fn supplied(reading: &Reading, hook: &Claim) -> Vec<Claim> {
    let mut claims = Vec::new();
    for says in &reading.says {
        let own = [hook.name.to_string()];
        for name in says.name.as_ref().map_or(&own[..], |names| names.all()) {
            claims.push(Claim {
                operation: Arc::clone(&hook.operation),
                place: says
                    .place
                    .as_deref()
                    .map_or_else(|| Arc::clone(&hook.place), Into::into),
                name: name.as_str().into(),
                aspect: says.aspect,
                value: says.value.as_str().into(),
            });
        }
    }
    claims
}
