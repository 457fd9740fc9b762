//! No change of a page goes unseen, and what did not change is no drift.

use changes::drift::{Change, Class, Event, Kind, drift};
use claims::{Aspect, Claim, Digest, PageClaim, PageClaims};

/// A page with every construct of a layout, as its reader's own test has it.
const HARBOUR: &str = include_str!("../../../../pages/tests/citi_portal/harbour.csv");

fn harbour() -> PageClaims {
    let (header, sha256) = (claims::csv::COLUMNS.join(","), "0".repeat(64));
    let text = format!(
        "{header}\n,capture,,sha-256,{sha256},,\n,capture,,lines,{},,\n{HARBOUR}",
        &sha256[..12]
    );
    claims::csv::parse("harbour", &text)
        .expect("the sample can be read")
        .page
}

/// The same claim with another value or wording, or of another element where it has none.
fn changed(stated: &PageClaim) -> PageClaim {
    let mut changed = stated.clone();
    let claim = &mut changed.claim;
    match claim.aspect {
        Aspect::Description => changed.digest = Some(Digest::of("something else")),
        Aspect::Listed | Aspect::Documented => claim.name = format!("{}Other", claim.name).into(),
        _ => claim.value = format!("{}Other", claim.value).into(),
    }
    changed
}

/// Whether a change leads to the claim, on whichever side it stands.
fn names(change: &Change, stated: &PageClaim) -> bool {
    let (operation, place, name, aspect) = stated.claim.subject();
    let at = |called: &str| called == name;
    let lines = change.old_lines.contains(&stated.line) || change.new_lines.contains(&stated.line);
    let aspects = change.aspect == aspect || change.aspect == Aspect::Listed;
    let element = &*change.operation == operation
        && &*change.place == place
        && (at(&change.name) || change.was.as_deref().is_some_and(at));
    element && aspects && lines
}

#[test]
fn every_claim_that_changes_or_goes_is_named() {
    let page = harbour();
    let mut mutations = 0;
    for (index, stated) in page.claims.iter().enumerate() {
        let mut gone = page.clone();
        gone.claims.remove(index);
        let mut other = page.clone();
        other.claims[index] = changed(stated);
        for mut mutant in [gone, other] {
            mutant.sort();
            mutations += 1;
            for (old, new) in [(&page, &mutant), (&mutant, &page)] {
                let changes = drift(old, new).changes;
                let named = changes.iter().any(|change| names(change, stated));
                assert!(
                    named,
                    "line {}: {}\n{changes:#?}",
                    stated.line, stated.claim
                );
            }
        }
    }
    assert!(
        mutations > 250,
        "invalid test case: only {mutations} mutations"
    );
}

#[test]
fn the_way_back_undoes_each_change() {
    let page = harbour();
    for index in 0..page.claims.len() {
        let mut mutant = page.clone();
        mutant.claims.remove(index);
        let (there, back) = (drift(&page, &mutant).changes, drift(&mutant, &page).changes);
        let opposite = |kind| match kind {
            Kind::Added => Kind::Removed,
            Kind::Removed => Kind::Added,
            kind => kind,
        };
        let subject = |change: &Change, kind| {
            (
                change.operation.clone(),
                change.place.clone(),
                change.name.clone(),
                change.aspect,
                kind,
            )
        };
        let there: Vec<_> = there
            .iter()
            .map(|change| subject(change, opposite(change.kind)))
            .collect();
        let back: Vec<_> = back
            .iter()
            .map(|change| subject(change, change.kind))
            .collect();
        assert_eq!(there, back, "{}", page.claims[index].claim);
    }
}

#[test]
fn a_page_has_not_drifted_from_itself() {
    let page = harbour();
    assert_eq!(drift(&page, &page).changes, []);
    assert_eq!(
        drift(&PageClaims::default(), &PageClaims::default()).changes,
        []
    );
}

#[test]
fn what_only_moved_is_no_drift() {
    let page = harbour();
    let mut moved = page.clone();
    let end = Claim::new("GET /v1/boats", "200", "", Aspect::Cut, "line 7, column 1");
    for stated in &mut moved.claims {
        stated.line += 100;
    }
    assert_eq!(drift(&page, &moved).changes, []);
    let cut = |page: &PageClaims, value: &str| {
        let mut page = page.clone();
        let claim = Claim {
            value: value.into(),
            ..end.clone()
        };
        page.claims.push(PageClaim {
            line: 999,
            claim,
            digest: None,
        });
        page.sort();
        page
    };
    assert_eq!(
        drift(
            &cut(&page, "line 7, column 1"),
            &cut(&moved, "line 107, column 1")
        )
        .changes,
        []
    );
    assert_eq!(
        drift(&page, &cut(&page, "line 7, column 1")).changes.len(),
        1
    );
}

/// What stands behind the end of a capture was not seen, which says nothing about the API; what
/// is missing before it is gone, whether that capture is cut or both are.
#[test]
fn what_a_cut_capture_does_not_show_is_not_gone() {
    let whole = harbour();
    let is_crewed = |stated: &PageClaim| &*stated.claim.name == "crewed";
    for old_is_cut in [false, true] {
        let cut = |until: u32| {
            let mut page = whole.clone();
            page.claims.retain(|stated| stated.line <= until);
            let claim = Claim::new(
                "GET /v1/boats",
                "200",
                "",
                Aspect::Cut,
                "line 120, column 1",
            );
            let (line, digest) = (until, None);
            page.claims.push(PageClaim {
                line,
                claim,
                digest,
            });
            page.sort();
            page
        };
        let old = if old_is_cut { cut(130) } else { whole.clone() };
        let mut new = cut(120);
        let unseen = drift(&old, &new);
        assert_eq!(
            unseen.count(Class::Capture),
            unseen.changes.len(),
            "{unseen:#?}"
        );
        assert!(
            unseen
                .changes
                .iter()
                .any(|change| change.event == Event::Unseen)
        );
        new.claims.retain(|stated| !is_crewed(stated));
        let gone = drift(&old, &new);
        assert_eq!(gone.count(Class::Breaking), 1, "{gone:#?}");
        assert_eq!(
            drift(&new, &old).count(Class::Breaking),
            1,
            "crewed is required"
        );
    }
}

/// Every sorted set has one drift, whichever way its claims came in.
#[test]
fn a_page_that_is_new_is_one_change_an_operation() {
    let changes = drift(&PageClaims::default(), &harbour()).changes;
    let (page, operations): (Vec<_>, Vec<_>) = changes
        .iter()
        .partition(|change| change.operation.is_empty());
    assert_eq!((page.len(), operations.len()), (1, 4), "{changes:#?}");
    let within: usize = changes.iter().map(|change| change.within).sum();
    assert!(within > 100, "{changes:#?}");
}
