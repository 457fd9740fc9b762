//! What pages lost is bound by the readings on file before two captures are compared: the claims
//! and readings of `spec/`, with the page changed.

use std::fs;
use std::path::Path;

use changes::drift::{Drift, bind, drift};
use claims::{Aspect, Claim, PageClaim, PageClaims};
use review::Readings;

fn spec(path: &str) -> String {
    let spec = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../spec");
    fs::read_to_string(spec.join(path)).expect("the file is in spec/")
}

fn reviewed(page: &str) -> PageClaims {
    let claims = spec(&format!("claims/{page}.csv"));
    let file = claims::csv::parse(page, &claims).expect("the claims can be read");
    file.page
}

/// What a change of a page means under the readings on file.
fn after(page: &str, change: impl Fn(&mut PageClaims)) -> Drift {
    let readings = Readings::parse(&spec("readings.toml")).expect("the readings can be read");
    let old = reviewed(page);
    let mut new = old.clone();
    change(&mut new);
    new.sort();
    assert_ne!(old, new, "invalid test case: nothing was changed");
    let [old, new] = bind(&old, &new, Some(&old), &readings);
    drift(&old, &new)
}

/// The claim of a line with this aspect and value.
fn stated<'p>(page: &'p mut PageClaims, line: u32, aspect: Aspect, value: &str) -> &'p mut Claim {
    let mut claims = page.claims.iter_mut();
    let found = claims.find(|stated| {
        stated.line == line && stated.claim.aspect == aspect && &*stated.claim.value == value
    });
    &mut found.expect("invalid test case: no such claim").claim
}

fn add(page: &mut PageClaims, line: u32, claim: Claim) {
    let digest = None;
    page.claims.push(PageClaim {
        line,
        claim,
        digest,
    });
}

/// Checks the only change: where it is, whom it breaks, what it is and whom its reason is about.
#[track_caller]
fn check(drift: &Drift, place: &str, said: &str) {
    let [change] = &drift.changes[..] else {
        panic!("expected one change, but found {drift:#?}");
    };
    let found = format!("{} · {} · {}", change.operation, change.place, change.name);
    assert_eq!(found, place);
    let (meaning, reason) = said.split_once(", for ").expect("invalid test case");
    assert_eq!(format!("{:?}: {:?}", change.class, change.event), meaning);
    assert!(change.reason.contains(reason), "{}", change.reason);
}

const LOOKUP: &str = "GET /client-id/{client_id}/customers/lookup";
const RETRIEVE: &str = "POST /v1/customers/segments/retrieve";

#[test]
fn a_value_that_a_response_gains_breaks_readers() {
    let drift = after("flexiti-customers", |page| {
        let province = stated(page, 121, Aspect::Enum, "YT").clone();
        let value = "XX".into();
        add(page, 121, Claim { value, ..province });
    });
    let province = format!("{LOOKUP} · 200 · province");
    check(&drift, &province, "Breaking: ValueAdded, for readers");
}

#[test]
fn a_shorter_text_in_a_response_breaks_nobody() {
    let drift = after("flexiti-customers", |page| {
        stated(page, 85, Aspect::MaxLength, "250").value = "200".into();
    });
    let address = format!("{LOOKUP} · 200 · address_1");
    check(&drift, &address, "Compatible: Narrowed, for readers");
}

#[test]
fn a_longer_number_in_a_response_breaks_readers() {
    let drift = after("flexiti-customers", |page| {
        stated(page, 43, Aspect::Precision, "12").value = "14".into();
    });
    let id = format!("{LOOKUP} · 200 · customer_id");
    check(&drift, &id, "Breaking: Widened, for readers");
}

#[test]
fn a_property_that_a_response_must_have_is_no_burden_to_callers() {
    let drift = after("citibanamex-segments", |page| {
        for (line, aspect, value) in [(51, Aspect::Listed, ""), (56, Aspect::Required, "true")] {
            let mut claim = stated(page, line, aspect, value).clone();
            claim.name = "since".into();
            add(page, line, claim);
        }
    });
    let since = format!("{RETRIEVE} · 200 · since");
    check(&drift, &since, "Compatible: RequiredAdded, for readers");
}

#[test]
fn a_property_that_goes_from_a_response_is_missed_by_readers() {
    let drift = after("citibanamex-segments", |page| {
        let segment = |stated: &PageClaim| {
            &*stated.claim.place == "definition 3" && &*stated.claim.name == "customerSegment"
        };
        page.claims.retain(|stated| !segment(stated));
    });
    let segment = format!("{RETRIEVE} · 200 · customer.customerSegment");
    check(&drift, &segment, "Breaking: ElementRemoved, for readers");
}

/// One line says it of the body of every error: it is one change.
#[test]
fn a_definition_that_serves_many_places_changes_once() {
    let drift = after("citibanamex-segments", |page| {
        let fatal = stated(page, 93, Aspect::Enum, "fatal").clone();
        let value = "grave".into();
        add(page, 93, Claim { value, ..fatal });
    });
    let errors = format!("{RETRIEVE} · 400, 401, 403, 404, 422, 500 · type");
    check(&drift, &errors, "Breaking: ValueAdded, for readers");
}

/// Binding says what a claim is about and changes nothing of what it says.
#[test]
fn what_the_page_says_is_kept() {
    let readings = Readings::parse(&spec("readings.toml")).expect("the readings can be read");
    for page in [
        "citi-australia",
        "citi-hong-kong",
        "flexiti-customers",
        "worldline-connect",
    ] {
        let page = reviewed(page);
        let [bound, _] = bind(&page, &page, None, &readings);
        let said = |page: &PageClaims| -> Vec<_> {
            let claims = page.claims.iter();
            let said = claims.map(|stated| {
                let Claim { aspect, value, .. } = &stated.claim;
                (stated.line, *aspect, value.clone(), stated.digest)
            });
            said.collect()
        };
        assert_eq!(said(&bound), said(&page), "{}", page.page);
        assert!(!changes::drift::is_lossy(&bound), "{}", page.page);
    }
}

/// Without a reading nobody knows whether it is sent or read: the worse of both counts.
#[test]
fn what_no_reading_binds_may_be_sent_or_read() {
    let old = reviewed("flexiti-customers");
    let mut new = old.clone();
    let province = stated(&mut new, 121, Aspect::Enum, "YT").clone();
    let value = "XX".into();
    add(&mut new, 121, Claim { value, ..province });
    assert!(changes::drift::is_lossy(&old));
    let [old, new] = bind(&old, &new, None, &Readings::default());
    check(
        &drift(&old, &new),
        "table 1 · body · province",
        "Breaking: ValueAdded, for readers",
    );
    let narrowed = |page: &mut PageClaims| {
        stated(page, 85, Aspect::MaxLength, "250").value = "200".into();
    };
    let mut narrow = old.clone();
    narrowed(&mut narrow);
    let [old, new] = bind(&old, &narrow, None, &Readings::default());
    check(
        &drift(&old, &new),
        "table 1 · body · address_1",
        "Breaking: Narrowed, for callers",
    );
}
