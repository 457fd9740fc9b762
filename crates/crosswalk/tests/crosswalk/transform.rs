//! Each kind of translation.

use serde_json::{Value, json};

use crate::{Sample, TABLE, lines};

/// What the hull of a boat becomes by a transform, or why it becomes nothing.
fn hull(transform: &str, value: &str) -> Result<Value, String> {
    let row = "exactMatch\tsssom:NoTermFound\tsemapv:ManualMappingCuration\t1:0\t\t\t\t\t";
    let to = format!(
        "closeMatch\tquay:Ship.master.name\tsemapv:ManualMappingCuration\t1:1\t\t12\t\t{transform}\t"
    );
    let sample = Sample::new().with(TABLE, row, &to);
    let body = json!({ "name": "Wren", "hull": value });
    let translation = sample.translate(&body).expect("a boat");
    match translation.body {
        Some(body) => Ok(body["master"]["name"].clone()),
        None => Err(lines(&translation).remove(0)),
    }
}

#[test]
fn values_are_translated() {
    for (transform, value, expected) in [
        ("move", "oak", "oak"),
        ("cut", "Ærø oak and elm", "Ærø oak and "),
        ("join \" \" 1", "oak and elm and ash", "oak and elm "),
        ("split \" \" 2", "oak elm ash", "elm"),
        ("split \"/ \" 1", "oak/ elm", "oak"),
        ("map oak=wood \"cast iron\"=metal", "cast iron", "metal"),
        ("map oak=wood *=other", "tin", "other"),
        ("map oak=wood *=*", "tin", "tin"),
        ("const hull", "oak", "hull"),
        ("const \"two words\"", "oak", "two words"),
        ("date", "1999-12-31", "1999-12-31"),
        ("date", "1999-12-31T10:00:00", "1999-12-31"),
        ("rust country-2", "Norway", "NO"),
        ("rust country-3", "no", "NOR"),
        ("rust country-2", "VIET NAM", "VN"),
        ("rust phone-dash 44", "020 7946", "+44-207946"),
        ("rust phone-dash 44", "+44 20 7946", "+44-207946"),
        ("rust phone-tel 1", "55501", "tel:+155501"),
    ] {
        assert_eq!(
            hull(transform, value),
            Ok(json!(expected)),
            "{transform}: {value}"
        );
    }
}

#[test]
fn what_cannot_be_translated_is_told_by_its_rule() {
    for (transform, value, expected) in [
        ("move", "oak and elm and ash", "longer than 12 characters"),
        ("split \" \" 2", "oak", "it has no such part"),
        ("map oak=wood", "tin", "the map has no such value"),
        ("date", "31.12.1999", "it is no date"),
        ("date", "1999-13-31", "it is no date"),
        ("rust country-2", "Atlantis", "no country of ISO 3166"),
        (
            "rust phone-dash",
            "5550100",
            "nothing says its country code",
        ),
        (
            "rust phone-dash 44",
            "+47 5550100",
            "its country code is another one",
        ),
        ("rust phone-dash 44", "harbour", "it has not the digits"),
        (
            "rust phone-dash 44",
            "1234567890123456",
            "it has not the digits",
        ),
    ] {
        let told = hull(transform, value).expect_err(value);
        assert!(told.starts_with("lost hull > Ship.master.name: "), "{told}");
        assert!(told.contains(expected), "{told}");
        assert!(!told.contains(value), "{told}");
    }
}
