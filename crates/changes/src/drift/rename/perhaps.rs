//! What went and what came under a name that is much like it, and of another type: perhaps it was
//! renamed, but nobody can be sure.

use std::collections::BTreeMap;
use std::sync::Arc;

use claims::{Aspect, Element, PageClaims};

use super::super::{Change, Kind};
use super::alike;

/// From which likeness on two names may be of one element (1 is the same name).
const NEAR: f64 = 0.6;

/// Says of each element that went as which other it may have come back, and the other way round.
pub(in super::super) fn mark(changes: &mut [Change], old: &PageClaims, new: &PageClaims) {
    let mut families: BTreeMap<[Arc<str>; 3], [Vec<usize>; 2]> = BTreeMap::new();
    for (index, change) in changes.iter().enumerate() {
        let side = match change.kind {
            Kind::Removed => 0,
            Kind::Added => 1,
            _ => continue,
        };
        if change.aspect == Aspect::Listed && !change.name.is_empty() {
            let family = super::parent(&change.element());
            families.entry(family).or_default()[side].push(index);
        }
    }
    families.retain(|_, [gone, come]| !gone.is_empty() && !come.is_empty());
    if families.is_empty() {
        return;
    }
    let (before, after) = (wordings(old), wordings(new));
    for [gone, come] in families.into_values() {
        let of = |indices: &[usize]| -> Vec<Element> {
            indices
                .iter()
                .map(|index| changes[*index].element())
                .collect()
        };
        let (was, is) = (of(&gone), of(&come));
        let keys = |wordings: &BTreeMap<Element, &str>, element: &Element| {
            let mut keys = alike::name_keys(&element.name);
            keys.extend(wordings.get(element).map(|words| format!("words {words}")));
            keys
        };
        let was = alike::candidates(&was, |element| keys(&before, element));
        let is = alike::candidates(&is, |element| keys(&after, element));
        let likeness = |was: &Element, now: &Element| {
            let same = before.get(was).is_some_and(|it| after.get(now) == Some(it));
            let near = alike::names(&was.name, &now.name);
            let alike = same || near.is_some_and(|near| near >= NEAR);
            alike.then(|| f64::from(u8::from(same)) + near.unwrap_or_default())
        };
        let pairs = alike::pairs(&was, &is, likeness).into_iter();
        let names = |(was, now): (&Element, &Element)| (was.name.clone(), now.name.clone());
        let names: Vec<(Arc<str>, Arc<str>)> = pairs.map(names).collect();
        let came: BTreeMap<_, _> = names.iter().map(|(was, now)| (was, now)).collect();
        let went: BTreeMap<_, _> = names.iter().map(|(was, now)| (now, was)).collect();
        for (indices, others) in [(gone, came), (come, went)] {
            for index in indices {
                let change = &mut changes[index];
                if let Some(other) = others.get(&change.name) {
                    change.perhaps = Some(Arc::clone(other));
                }
            }
        }
    }
}

/// The wording that describes each element.
fn wordings(page: &PageClaims) -> BTreeMap<Element, &str> {
    let described = page.claims.iter().filter_map(|stated| {
        let claim = &stated.claim;
        let digest = stated.digest.as_ref()?.as_str();
        (claim.aspect == Aspect::Description).then(|| ((*claim.element).clone(), digest))
    });
    described.collect()
}
