//! What becomes of each claim of a page under the readings.

use std::collections::BTreeSet;
use std::sync::Arc;

use claims::{Claim, Element, PageClaim, PageClaims};

use crate::reading::{Reading, ReadingKind, Readings};
use crate::usage::{Part, Usage};

/// What becomes of one claim of a page under the readings, in one of the places it is said of.
#[derive(Clone, Debug)]
pub struct Fate<'p> {
    /// What the page says.
    pub stated: &'p PageClaim,
    /// The same with lost handles bound.
    pub called: Claim,
    /// The places in [`Readings::all`] of the readings that decided about it, in that order.
    pub readings: Vec<usize>,
    /// What the document must say for it; nothing if a reading omits it.
    pub claim: Option<Claim>,
    /// What the document must say as well, each with the reading that supplies it.
    pub supplied: Vec<(usize, Claim)>,
}

impl<'p> Fate<'p> {
    /// What becomes of each claim of a page, in the order of its lines, and what the readings did
    /// for it.
    ///
    /// First come the bindings of handles, in the order of the file: they say which operation,
    /// place or name a claim is about, and may say it of several. Then at most one reading decides
    /// what the claim says under its new name, and any number supply more.
    #[must_use]
    pub fn all(page: &'p PageClaims, readings: &Readings) -> (Vec<Self>, Usage) {
        let mut usage = Usage::of(readings);
        if !readings.all().is_empty() {
            usage.note(page);
        }
        let (handles, others): (Vec<_>, Vec<_>) = readings
            .about(&page.page)
            .partition(|(_, reading)| reading.binds_handles());
        let all_documented = page.documented();
        let (mut operation, mut documented) = ("", false);
        let mut all = Vec::with_capacity(page.claims.len());
        for stated in &page.claims {
            // Claims about one operation stand together.
            if *operation != *stated.claim.operation {
                operation = &stated.claim.operation;
                documented = all_documented.contains(operation);
            }
            let mut fates = vec![Fate {
                stated,
                called: stated.claim.clone(),
                readings: Vec::new(),
                claim: None,
                supplied: Vec::new(),
            }];
            let mut used = BTreeSet::new();
            for &(index, reading) in &handles {
                bind(
                    &mut fates,
                    (index, reading),
                    documented,
                    &mut used,
                    &mut usage,
                );
            }
            for fate in &mut fates {
                decide(page, &others, documented, fate, &mut used, &mut usage);
            }
            for index in used {
                usage.covered[index] += 1;
            }
            all.append(&mut fates);
        }
        (all, usage)
    }
}

/// Binds the handles of the fates of one claim.
fn bind(
    fates: &mut Vec<Fate>,
    (index, reading): (usize, &Reading),
    documented: bool,
    used: &mut BTreeSet<usize>,
    usage: &mut Usage,
) {
    for at in 0..fates.len() {
        let fate = &mut fates[at];
        let Some(selector) = reading.covers(&fate.called, documented) else {
            continue;
        };
        let mut meanings = reading.meanings(&fate.called).into_iter();
        let Some(meaning) = meanings.next() else {
            continue;
        };
        used.insert(index);
        usage.fire(index, Part::Selector(selector));
        if !reading.names.is_empty() {
            usage.fire(index, Part::Name(fate.called.name.to_string()));
        }
        fate.called = meaning;
        fate.readings.push(index);
        let alike = fate.clone();
        fates.extend(meanings.map(|called| Fate {
            called,
            ..alike.clone()
        }));
    }
}

/// What is said of a claim by the name that it has now.
fn decide(
    page: &PageClaims,
    readings: &[(usize, &Reading)],
    documented: bool,
    fate: &mut Fate,
    used: &mut BTreeSet<usize>,
    usage: &mut Usage,
) {
    let called = &fate.called;
    fate.claim = Some(called.clone());
    let mut decided = None;
    for &(index, reading) in readings {
        let Some(selector) = reading.covers(called, documented) else {
            continue;
        };
        match reading.kind {
            ReadingKind::Supply => {
                let claims = supplied(reading, called).into_iter();
                fate.supplied.extend(claims.map(|claim| (index, claim)));
            }
            ReadingKind::Bind | ReadingKind::Override | ReadingKind::Omit => {
                let meaning = reading.meanings(called).pop();
                if meaning.is_none() && reading.kind != ReadingKind::Omit {
                    continue;
                }
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
        used.insert(index);
        usage.fire(index, Part::Selector(selector));
    }
}

/// What a `supply` reading says for one claim that it hangs on.
fn supplied(reading: &Reading, hook: &Claim) -> Vec<Claim> {
    let part = |part: &Option<String>, own: &Arc<str>| {
        part.as_deref().map_or_else(|| Arc::clone(own), Into::into)
    };
    let mut claims = Vec::new();
    for says in &reading.says {
        let own = [hook.name.to_string()];
        for name in says.name.as_ref().map_or(&own[..], |names| names.all()) {
            let element = Element {
                operation: part(&says.operation, &hook.operation),
                place: part(&says.place, &hook.place),
                name: name.as_str().into(),
            };
            claims.push(Claim {
                element: element.into(),
                aspect: says.aspect,
                value: says.value.as_str().into(),
            });
        }
    }
    claims
}
