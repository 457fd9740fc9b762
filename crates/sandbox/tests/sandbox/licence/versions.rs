//! What is read.

use sandbox::licence::{self, Licence};

use super::{COMMON, SAMPLE, code, code_of_mary};

fn read(code: &str) -> Licence {
    licence::read(code).expect("the code is one")
}

/// First, middle and last name of a code with these elements of a name.
fn name(version: &str, names: &[&str]) -> (String, Option<String>, String) {
    let elements = [names, &COMMON].concat();
    let licence = read(&code(version, "DL", &elements));
    (licence.first_name, licence.middle_name, licence.last_name)
}

fn names(first: &str, middle: Option<&str>, last: &str) -> (String, Option<String>, String) {
    (first.to_owned(), middle.map(str::to_owned), last.to_owned())
}

#[test]
fn the_sample_of_the_standard_is_read() {
    let read = serde_json::to_value(read(SAMPLE)).expect("a licence is JSON");
    let expected = serde_json::json!({
        "first_name": "MICHAEL",
        "middle_name": "JOHN",
        "last_name": "SAMPLE",
        "dob": "1986-06-06",
        "address_1": "2300 WEST BROAD STREET",
        "city": "RICHMOND",
        "province": "VA",
        "postal_code": "232690000",
        "govid_type": "DL",
        "govid_issuedby": "VA",
        "govid_number": "T64235789",
        "govid_expiry": "2024-12-10",
    });
    assert_eq!(read, expected);
}

#[test]
fn versions_04_to_10_have_an_element_for_each_name_and_its_truncation() {
    for version in ["04", "05", "06", "07", "08", "09", "10"] {
        let elements = ["DCSSMITH", "DDEN", "DACMARY", "DDFT", "DADANN,LEE", "DDGU"];
        assert_eq!(
            name(version, &elements),
            names("MARY", Some("ANN LEE"), "SMITH")
        );
        let elements = ["DCSSMITH", "DACMARY", "DADNONE"];
        assert_eq!(name(version, &elements), names("MARY", None, "SMITH"));
        let elements = ["DCSSMITH", "DACMARY ANN", "DADunavl"];
        assert_eq!(name(version, &elements), names("MARY ANN", None, "SMITH"));
    }
}

#[test]
fn both_forms_of_a_date_are_read_in_both_countries() {
    let mut elements = COMMON.to_vec();
    elements.extend(["DCSSMITH", "DACMARY"]);
    let canadian = read(&code("10", "DL", &elements));
    elements[1] = "DBB05201990";
    elements[2] = "DBA05202030";
    let american = read(&code("10", "DL", &elements));
    assert_eq!(canadian, american);
}

#[test]
fn an_identification_card_is_told_from_a_licence() {
    for kind in ["ID", "DL"] {
        assert_eq!(read(&code_of_mary("08", kind)).govid_type, kind);
    }
}

#[test]
fn the_issuer_is_the_jurisdiction_of_the_address() {
    let ontario = read(&code_of_mary("08", "DL"));
    assert_eq!((&*ontario.govid_issuedby, &*ontario.province), ("ON", "ON"));
}

#[test]
fn an_offset_of_zero_is_where_the_designators_end() {
    let plain = code_of_mary("08", "DL");
    let zero = plain.replace("DL0031", "DL0000");
    assert_ne!(zero, plain);
    assert_eq!(read(&zero), read(&plain));
}
