//! Captures that end in the middle of something.

use crate::obligations::{check_cut, read};
use crate::sample::HARBOUR;

#[test]
fn the_cut_says_what_the_capture_is_in_the_middle_of() {
    check_cut(HARBOUR, "Playground?", "page · harbour · cut = column 43");
    check_cut(
        HARBOUR,
        "s/harbours List",
        "page · harbour · cut = column 27",
    );
    check_cut(
        HARBOUR,
        "X-Requ",
        "GET /v1/boats · header · X-Requ · cut = column 6",
    );
    check_cut(
        HARBOUR,
        "Under whi",
        "GET /v1/boats · query · flag · cut = column 9",
    );
    check_cut(
        HARBOUR,
        "• Swi",
        "GET /v1/boats · operation · cut = column 7",
    );
    check_cut(
        HARBOUR,
        "of the hu",
        "GET /v1/boats · 200 · boatId · cut = column 22",
    );
    check_cut(
        HARBOUR,
        "• type : int",
        "GET /v1/boats · 200 · boatId · cut = column 16",
    );
    check_cut(
        HARBOUR,
        "sloop, ket",
        "GET /v1/boats · 200 · cut = column 23",
    );
    check_cut(
        HARBOUR,
        "on the plate",
        "GET /v1/boats · 200 · engines.parts.serial · cut = column 33",
    );
    check_cut(
        HARBOUR,
        "invalidbadF",
        "GET /v1/boats · 400 · cut = column 11",
    );
    check_cut(
        HARBOUR,
        "\"maxLength\": ",
        "GET /v1/boats · 400 · cut = column 24",
    );
    check_cut(
        HARBOUR,
        "What sailors",
        "GET /v1/boats/harbours · 200 · harbours.name · cut = column 22",
    );
}

#[test]
fn a_page_that_ends_between_sections_lacks_one() {
    check_cut(
        HARBOUR,
        "errornoPassThe pass has run out",
        "GET /v1/boats · 401 · cut = column 31",
    );
}

#[test]
fn a_name_that_is_cut_to_another_one_is_no_second_property_or_parameter() {
    let page = HARBOUR.replace("rig\n    • type", "built2\n    • type");
    let page = page.replace("page_size", "flags");
    for name in ["  • built2", "flags"] {
        let (before, _) = page.split_once(name).unwrap();
        let cut = format!("{before}{}", &name[..name.len() - 1]);
        let without = read(before.trim_end()).unwrap().claims.len();
        assert_eq!(read(&cut).unwrap().claims.len(), without, "{name}");
    }
}

#[test]
fn the_lines_of_a_cut_schema_have_a_rule_of_their_own() {
    let (page, _) = HARBOUR.split_once("\"maxLength\": 40").unwrap();
    let read = read(page).unwrap();
    assert_eq!(read.capture.lines.get("cut schema"), Some(&12));
    assert_eq!(read.capture.lines.get("schema structure"), None);
    let lines: u32 = read.capture.lines.values().sum();
    assert_eq!(lines as usize, page.lines().count());
}
