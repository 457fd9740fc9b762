//! What pages lost, found again by the readings before two captures are compared.

use claims::{Claim, PageClaim, PageClaims};
use review::{Fate, Readings};

use super::handles::{Handles, is_lost};

/// Two captures of one page with what it lost bound to what the readings take it for.
///
/// Only operations, places and names are bound: what is said stays as the page says it, and a
/// handle that no reading binds stays as it is. `reviewed` are the claims for which the readings
/// were written, if there are any: its handles are those that the readings speak of. Without it
/// they are those of `old`.
#[must_use]
pub fn bind(
    old: &PageClaims,
    new: &PageClaims,
    reviewed: Option<&PageClaims>,
    readings: &Readings,
) -> [PageClaims; 2] {
    let mut handles = Handles::default();
    if let Some(reviewed) = reviewed {
        handles.number(reviewed);
    }
    [old, new].map(|page| bound(&handles.number(page), readings))
}

fn bound(page: &PageClaims, readings: &Readings) -> PageClaims {
    let (fates, _) = Fate::all(page, readings);
    let claim = |Fate { stated, called, .. }| PageClaim {
        claim: Claim {
            element: called.element,
            ..stated.claim.clone()
        },
        ..stated.clone()
    };
    PageClaims {
        page: page.page.clone(),
        capture: page.capture.clone(),
        claims: fates.into_iter().map(claim).collect(),
    }
}

/// Whether the page says anything of what it lost the operation, place or name of.
#[must_use]
pub fn is_lossy(page: &PageClaims) -> bool {
    page.claims.iter().any(|stated| is_lost(&stated.claim))
}
