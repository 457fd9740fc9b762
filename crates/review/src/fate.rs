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
    /// The place in [`Readings::all`] of the reading that decided about it, if one did.
    pub(crate) reading: Option<usize>,
    /// What the document must say for it; nothing if a reading omits it.
    pub(crate) claim: Option<Claim>,
    /// What the document must say as well, each with the reading that supplies it.
    pub(crate) supplied: Vec<(usize, Claim)>,
}

/// Applies the readings to every claim of a page; counts in `usage` what they did.
#[must_use]
pub(crate) fn fates<'p>(
    page: &'p PageClaims,
    readings: &Readings,
    usage: &mut Usage,
) -> Vec<Fate<'p>> {
    let about: Vec<(usize, &Reading)> = readings.about(&page.page).collect();
    let documented = page.documented();
    let mut fates = Vec::with_capacity(page.claims.len());
    for stated in &page.claims {
        let said = &stated.claim;
        let mut fate = Fate {
            stated,
            reading: None,
            claim: Some(said.clone()),
            supplied: Vec::new(),
        };
        let documented = documented.contains(&*said.operation);
        for &(index, reading) in &about {
            let Some(selector) = reading.covers(stated, documented) else {
                continue;
            };
            let meaning = reading.meaning(&said.value);
            match (reading.kind, meaning) {
                (Kind::Bind | Kind::Override, None) => continue,
                (Kind::Supply, _) => {
                    let claims = supplied(reading, said).into_iter();
                    fate.supplied.extend(claims.map(|claim| (index, claim)));
                }
                (Kind::Bind | Kind::Override | Kind::Omit, _) => {
                    if let Some(other) = fate.reading.replace(index) {
                        usage
                            .contested
                            .push((page.page.clone(), stated.clone(), other, index));
                        continue;
                    }
                    fate.claim = meaning.map(|meaning| Claim {
                        value: meaning.into(),
                        ..said.clone()
                    });
                    if reading.values.contains_key(&*said.value) {
                        usage
                            .fired
                            .insert((index, Part::Value(said.value.to_string())));
                    }
                }
            }
            usage.covered[index] += 1;
            usage.fired.insert((index, Part::Selector(selector)));
        }
        fates.push(fate);
    }
    fates
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
