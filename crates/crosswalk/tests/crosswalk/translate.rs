//! Bodies in the shape of the standard, and what is told of them.

use serde_json::json;

use crate::{FACTS, PRINTED, Sample, TABLE, lines};

#[test]
fn a_boat_becomes_a_ship() {
    let body = json!({
        "name": "Wren of Ærøskøbing",
        "kind": "long boat",
        "flag": "Denmark",
        "built": "1931-05-04",
        "length": 11.5,
        "marks": ["red", "a long one", "blue"],
        "hull": "oak",
        "skippers": [
            {
                "lastName": "Quay",
                "firstName": "Ada",
                "phones": [
                    { "number": "0207946", "areaCode": "1", "phoneCountryCode": "45" },
                    { "number": "5550100" },
                ],
            },
            { "lastName": "Mole" },
        ],
        "berths": [{ "number": 7 }, { "pier": "North", "number": 12345 }, { "pier": "East", "number": 9 }],
    });
    let translation = Sample::new().translate(&body).expect("a boat");
    assert_eq!(
        translation.body,
        Some(json!({
            "title": "Wren of Ær",
            "kind": "MOTOR",
            "register": "DK",
            "launched": "1931-05-04T00:00:00Z",
            "metres": 11.5,
            "marks": ["red", "blue"],
            "master": { "name": "Ada Quay", "call": ["+45-10207946"] },
            "moorings": [{ "pier": "North", "side": "port" }, { "pier": "East", "place": "9", "side": "port" }],
        }))
    );
    assert_eq!(
        (&*translation.from, &*translation.to),
        ("HarbourBoat", "Ship")
    );
    assert_eq!(
        lines(&translation),
        [
            "cut name > Ship.title: 18 characters, and 10 fit",
            "lost marks[1] > Ship.marks[]: value is longer than 5 characters",
            "lost hull > : it is not translated. Quay says nothing of hulls.",
            "lost skippers[0].phones[1].number > Ship.master.call[]: there is room for one, and another one is there",
            "lost skippers[1].lastName > Ship.master.name: there is room for one, and another one is there",
            "lost berths[1].number > Mooring.place: value is longer than 4 characters",
            "missing  > Mooring.pier: required: its object is left out",
            "filled  > Mooring.side: required: the default stands there",
            "filled  > Mooring.side: required: the default stands there",
        ]
    );
}

#[test]
fn a_whole_is_said_before_its_parts() {
    let skipper = json!({ "firstName": "Ada", "lastName": "Quay", "fullName": "Ada May Quay" });
    let body = json!({ "name": "Wren", "skippers": [skipper] });
    let translation = Sample::new().translate(&body).expect("a boat");
    assert_eq!(
        translation.body.as_ref().expect("a ship")["master"]["name"],
        "Ada May Quay"
    );
    assert_eq!(lines(&translation), [""; 0]);
}

#[test]
fn a_body_without_what_is_required_is_not_said() {
    for (body, expected) in [
        (
            json!({ "skippers": [{ "lastName": "Quay" }] }),
            "missing  > Ship.title: ",
        ),
        (json!({ "name": "Wren" }), "missing  > Ship.master: "),
    ] {
        let translation = Sample::new().translate(&body).expect("a boat");
        assert_eq!(translation.body, None);
        assert!(
            lines(&translation)[0].starts_with(expected),
            "{:?}",
            lines(&translation)
        );
    }
}

#[test]
fn a_report_has_no_value() {
    let mark = |number: usize| format!("mark{number}mark");
    let body = json!({
        "name": mark(1).repeat(4), "kind": mark(2), "flag": mark(3), "built": mark(4),
        "marks": [mark(5), mark(6)], "hull": mark(7), mark(8): mark(9),
        "skippers": [
            { "fullName": mark(10).repeat(3), "phones": [{ "number": mark(11), "areaCode": mark(12) }] },
            { "fullName": mark(13), mark(14): 1 },
        ],
        "berths": [{ "pier": mark(15), "number": 123_456 }, { "depth": 5.5 }],
    });
    let sample = Sample::new();
    let refused = sample
        .translate(&body)
        .expect_err("a boat does not have a property");
    let from = Some("HarbourBoat");
    let target = &sample.crosswalk().targets[0];
    let said = crosswalk::translate(target, &sample.document, &body, from).expect("a boat");
    let report = serde_json::to_string(&said).expect("a report") + &refused.concat();
    assert!(
        !report.contains("mark1") && !report.contains("mark2"),
        "{report}"
    );
    assert!(!report.contains("123456"), "{report}");
    assert!(said.entries.len() > 8, "invalid test case: {report}");
}

#[test]
fn a_body_that_fits_no_schema_is_refused_without_its_values() {
    for (body, expected) in [
        (
            json!({ "length": "tall" }),
            "HarbourBoat/length: value is not of type \"number\"",
        ),
        (
            json!({ "mast": "tall" }),
            "HarbourBoat does not have all properties of the body",
        ),
        (
            json!(["tall"]),
            "HarbourBoat: value is not of type \"object\"",
        ),
        (
            json!("tall"),
            "HarbourBoat: value is not of type \"object\"",
        ),
    ] {
        let refused = Sample::new().translate(&body).expect_err("no boat");
        assert_eq!(refused, [expected]);
    }
    let sample = Sample::new();
    let target = &sample.crosswalk().targets[0];
    let other = crosswalk::translate(target, &sample.document, &json!({}), Some("HarbourBerth"));
    assert_eq!(
        other.expect_err("no root"),
        ["nothing is translated from this schema"]
    );
}

#[test]
fn a_table_that_does_not_fit_breaks_nothing() {
    let body = json!({ "name": "Wren", "kind": "sloop", "skippers": [{ "lastName": "Quay" }] });
    for (path, from, to) in [
        (TABLE, "quay:Ship.kind", "quay:Ship.title.kind"),
        (TABLE, "quay:Ship.kind", "quay:Crew.kind"),
        (TABLE, "map sloop=SAIL", "map sloop"),
        (TABLE, "map sloop=SAIL", "map \"sloop"),
        (
            FACTS,
            "Ship.title,string,yes,1,10",
            "Ship.title,string,yes,x,y",
        ),
        (
            FACTS,
            "Ship.title,string,yes,1,10,",
            "Ship.title,string,yes,1,10,(",
        ),
        (PRINTED, "Ship = \"\"", "Ship = \".\""),
        (PRINTED, "moorings[]", "title.moorings[]"),
    ] {
        let sample = Sample::new().with(path, from, to);
        let _ = sample.translate(&body).map(|it| lines(&it));
    }
}
