//! What recordings show of the claims.

use serde_json::{Value, json};
use traffic::Trial;
use traffic::coverage::{Shown, coverage, json as as_json, markdown};

use crate::harbour::{boat, exchange, har, heard};

/// What a recording shows of a claim of the operation about boats.
fn shown(entries: &[Value], claim: &str) -> Option<Shown> {
    let own = |trial: &mut Trial, _: &str| coverage(trial);
    let (covered, _) = heard(&har(entries), own);
    let boats = covered
        .iter()
        .find(|it| it.operation == "GET /boats/{boatId}");
    let claims = &boats.expect("it is documented").claims;
    let claim = format!("GET /boats/{{boatId}} · {claim}");
    claims
        .iter()
        .find(|(it, _)| it.to_string() == claim)
        .map(|(_, shown)| *shown)
}

#[test]
fn a_claim_is_seen_or_seen_otherwise_or_never() {
    let right = [exchange(&boat())];
    let mut wrong = boat();
    wrong["kind"] = json!("ROW");
    wrong["fee"] = json!(1.125);
    wrong.as_object_mut().expect("an object").remove("name");
    let wrong = [exchange(&boat()), exchange(&wrong)];
    for (claim, of_right, of_wrong, of_none) in [
        (
            "200 · name · required = true",
            Shown::Seen,
            Shown::Otherwise,
            Shown::Never,
        ),
        (
            "200 · name · max-length = 12",
            Shown::Seen,
            Shown::Seen,
            Shown::Never,
        ),
        (
            "200 · kind · enum = SAIL",
            Shown::Seen,
            Shown::Seen,
            Shown::Never,
        ),
        (
            "200 · kind · enum = MOTOR",
            Shown::Never,
            Shown::Never,
            Shown::Never,
        ),
        (
            "200 · fee · precision = 5,2",
            Shown::Seen,
            Shown::Otherwise,
            Shown::Never,
        ),
        (
            "200 · crew.role · type = string",
            Shown::Seen,
            Shown::Seen,
            Shown::Never,
        ),
        (
            "200 · media-type = application/json",
            Shown::Seen,
            Shown::Seen,
            Shown::Never,
        ),
        ("400 · listed", Shown::Never, Shown::Never, Shown::Never),
        (
            "header · trace · required = true",
            Shown::Seen,
            Shown::Seen,
            Shown::Never,
        ),
        (
            "query · limit · required = false",
            Shown::Never,
            Shown::Never,
            Shown::Never,
        ),
    ] {
        assert_eq!(shown(&right, claim), Some(of_right), "{claim}");
        assert_eq!(shown(&wrong, claim), Some(of_wrong), "{claim}");
        assert_eq!(shown(&[], claim), Some(of_none), "{claim}");
    }
}

#[test]
fn a_row_of_errors_is_seen_by_itself() {
    let mut entry = exchange(&json!({ "code": "fog", "type": "fatal" }));
    entry["response"]["status"] = json!(400);
    let own = |trial: &mut Trial, _: &str| coverage(trial);
    let (covered, _) = heard(&har(&[entry]), own);
    let rows = covered.iter().flat_map(|it| &it.claims);
    let rows = rows.filter(|(claim, _)| claim.aspect == claims::Aspect::Error);
    let rows: Vec<(&str, Shown)> = rows.map(|(claim, shown)| (&*claim.value, *shown)).collect();
    assert_eq!(
        rows,
        [
            ("fatal · fog", Shown::Seen),
            ("invalid · harbourFull", Shown::Never)
        ]
    );
}

#[test]
fn the_report_counts_every_claim_once() {
    let own = |trial: &mut Trial, _: &str| coverage(trial);
    let (covered, _) = heard(&har(&[exchange(&boat())]), own);
    let report: Value = serde_json::from_str(&as_json(&covered)).expect("it is JSON");
    for (row, it) in report["operations"]
        .as_array()
        .expect("a list")
        .iter()
        .zip(&covered)
    {
        let counted = ["seen", "otherwise", "never"].map(|it| row[it].as_u64().expect("a number"));
        assert_eq!(counted.iter().sum::<u64>(), it.claims.len() as u64);
    }
    let text = markdown(&covered);
    assert!(
        text.contains("| harbour | `GET /boats/{boatId}` | 1 |"),
        "{text}"
    );
    assert!(
        text.contains("- `GET /boats/{boatId} · 200 · kind · enum = MOTOR`"),
        "{text}"
    );
}
