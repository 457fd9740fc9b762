//! The page with every construct, as a whole, and every page that is almost it.

use std::collections::BTreeSet;

use claims::Aspect;

use super::sample::{HARBOUR, rows};
use crate::obligations::{Sample, layout_keeps_its_promises, read};

const SAMPLE: Sample = Sample {
    page: HARBOUR,
    claims: include_str!("harbour.csv"),
    lines: "blank 39, empty example 5, heading 18, language tab 9, navigation 8, read 126, schema structure 14, table heading 1",
    // All pairs of so long a page would take a minute.
    step: 31,
    opening: "Home",
    ends: &[],
    says_nothing: &[],
    cuts: &[
        ("Playground?", "page · harbour · cut = column 43"),
        ("s/harbours List", "page · harbour · cut = column 27"),
        ("X-Requ", "GET /v1/boats · header · X-Requ · cut = column 6"),
        ("Under whi", "GET /v1/boats · query · flag · cut = column 9"),
        ("• Swi", "GET /v1/boats · operation · cut = column 7"),
        (
            "of the hu",
            "GET /v1/boats · 200 · boatId · cut = column 22",
        ),
        (
            "• type : int",
            "GET /v1/boats · 200 · boatId · cut = column 16",
        ),
        ("sloop, ket", "GET /v1/boats · 200 · cut = column 23"),
        (
            "on the plate",
            "GET /v1/boats · 200 · engines.parts.serial · cut = column 33",
        ),
        ("invalidbadF", "GET /v1/boats · 400 · cut = column 11"),
        ("\"maxLength\": ", "GET /v1/boats · 400 · cut = column 24"),
        (
            "What sailors",
            "GET /v1/boats/harbours · 200 · harbours.name · cut = column 22",
        ),
        (
            "errornoPassThe pass has run out",
            "GET /v1/boats · 401 · cut = column 31",
        ),
    ],
};

layout_keeps_its_promises!(SAMPLE);

#[test]
fn the_sample_makes_claims_of_every_aspect_that_the_layout_has() {
    // A sample that lacks a construct would let the tests about every line pass in vain.
    let page = read(HARBOUR).unwrap();
    let found: BTreeSet<_> = page
        .claims
        .iter()
        .map(|stated| stated.claim.aspect)
        .collect();
    let elsewhere = [
        Aspect::Url,
        Aspect::EnumDescription,
        Aspect::MinItems,
        Aspect::Precision,
        Aspect::ReferenceCode,
        Aspect::Field,
        Aspect::Inferred,
        Aspect::Likely,
        Aspect::Cut,
        Aspect::Keyword,
        Aspect::Sha256,
        Aspect::Lines,
    ];
    for aspect in Aspect::ALL {
        assert_ne!(
            found.contains(aspect),
            elsewhere.contains(aspect),
            "{aspect}"
        );
    }
}

#[test]
fn each_endpoint_is_listed_and_documented() {
    let page = read(HARBOUR).unwrap();
    assert_eq!(
        page.documented().into_iter().collect::<Vec<_>>(),
        [
            "DELETE /v1/boats/{boatId}",
            "GET /v1/boats",
            "GET /v1/boats/harbours",
            "PUT /v1/boats/{boatId}/berths/{berthId}",
        ]
    );
}

#[test]
fn claims_name_the_line_that_makes_them() {
    for row in rows(&read(HARBOUR).unwrap()) {
        let (line, claim) = row.split_once(": ").unwrap();
        let text = HARBOUR
            .lines()
            .nth(line.parse::<usize>().unwrap() - 1)
            .unwrap();
        let said = claim.rsplit(" = ").next().unwrap();
        let literal = ["title = ", "error = ", "enum = ", "example = "];
        if literal.iter().any(|aspect| claim.contains(aspect)) {
            assert!(text.contains(said), "{row} on `{text}`");
        }
    }
}

#[test]
fn a_name_that_is_cut_to_another_one_is_no_second_property_or_parameter() {
    let page = HARBOUR.replace("rig\n    • type", "built2\n    • type");
    let page = page.replace("page_size", "flags");
    for name in ["  • built2", "flags"] {
        let (before, _) = page.split_once(name).unwrap();
        let cut = format!("{before}{}", &name[..name.len() - 1]);
        let listed = |text: &str| {
            let claims = read(text).unwrap().claims;
            let listed = claims.iter().filter(|it| it.claim.aspect == Aspect::Listed);
            listed.count()
        };
        assert_eq!(listed(&cut), listed(before.trim_end()), "{name}");
    }
}

#[test]
fn the_lines_of_a_cut_schema_have_a_rule_of_their_own() {
    let (page, _) = HARBOUR.split_once("\"maxLength\": 40").unwrap();
    let read = read(page).unwrap();
    let by_rule = read.capture.by_rule();
    assert_eq!(by_rule.get("cut schema"), Some(&12));
    assert_eq!(by_rule.get("schema structure"), None);
    assert_eq!(read.capture.lines.len(), page.lines().count());
}
