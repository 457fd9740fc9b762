//! Which handle of a capture is which of the captures before.

use std::collections::BTreeMap;

use super::{Facts, Handle};

/// How much of what is said of two handles must be the same for them to be one (1 is all of it).
const SAME: f64 = 0.5;

/// For each handle found, by its number and what is said of it, the place in `known` of the one
/// that it is, if any.
///
/// Those of which the same is said go together, wherever they stand. Of the others, those that
/// follow one and the same handle go together in their order if they are as many as before; if
/// they are not, nothing tells which is which. If the capture ends in the last one, so that little
/// is said of it, it is the one that follows the others.
pub(super) fn pairs(
    known: &[Handle],
    own: &[u32],
    found: &[Facts],
    is_cut: bool,
) -> Vec<Option<usize>> {
    let mut candidates = Vec::new();
    for (at, handle) in known.iter().enumerate() {
        for (index, facts) in found.iter().enumerate() {
            let alike = handle.said.iter().map(|said| alike(said, facts));
            let alike = alike.fold(0.0, f64::max);
            if alike >= SAME {
                candidates.push((alike, handle.number == own[index], at, index));
            }
        }
    }
    // Stable: what is equally alike goes in its order, the same number first.
    candidates.sort_by(|(one, same, ..), (other, same_other, ..)| {
        other.total_cmp(one).then(same_other.cmp(same))
    });
    let mut pairs = vec![None; found.len()];
    for (_, _, at, index) in candidates {
        if pairs[index].is_none() && !pairs.contains(&Some(at)) {
            pairs[index] = Some(at);
        }
    }
    if let [before @ .., last @ None] = &mut *pairs
        && is_cut
    {
        let next = before.iter().flatten().max().map_or(0, |at| at + 1);
        *last = (next < known.len()).then_some(next);
    }
    by_order(known.len(), &mut pairs);
    pairs
}

/// What two handles have in common, of all that is said of either.
fn alike(one: &Facts, other: &Facts) -> f64 {
    let common = one.intersection(other).count();
    let all = one.union(other).count();
    let count = |number: usize| f64::from(u32::try_from(number).unwrap_or(u32::MAX));
    if all == 0 {
        0.0
    } else {
        count(common) / count(all)
    }
}

/// Pairs what is left, between those that are paired.
fn by_order(known: usize, pairs: &mut [Option<usize>]) {
    let mut left: BTreeMap<Option<usize>, (Vec<usize>, Vec<usize>)> = BTreeMap::new();
    let mut after = None;
    for at in 0..known {
        if pairs.contains(&Some(at)) {
            after = Some(at);
        } else {
            left.entry(after).or_default().0.push(at);
        }
    }
    let mut after = None;
    for (index, pair) in pairs.iter().enumerate() {
        if pair.is_some() {
            after = *pair;
        } else {
            left.entry(after).or_default().1.push(index);
        }
    }
    for (before, now) in left.into_values() {
        if before.len() == now.len() {
            for (at, index) in before.into_iter().zip(now) {
                pairs[index] = Some(at);
            }
        }
    }
}
