//! Captures that end in the middle of something.

use claims::Aspect;

use crate::sample::{HARBOUR, read, rows};

/// Checks what the cut claim says when the page ends behind the only place with this text.
#[track_caller]
fn check(end: &str, expected: &str) {
    let (before, behind) = HARBOUR.split_once(end).unwrap();
    assert!(!behind.contains(end), "`{end}` is there twice");
    let page = read(&format!("{before}{end}")).unwrap();
    let rows = rows(&page);
    let cuts: Vec<_> = rows.iter().filter(|row| row.contains("cut = ")).collect();
    assert_eq!(cuts, [expected]);
}

#[test]
fn the_cut_says_what_the_capture_is_in_the_middle_of() {
    check("Playground?", "20: page · harbour · cut = column 43");
    check("s/harbours List", "27: page · harbour · cut = column 27");
    check(
        "X-Requ",
        "40: GET /v1/boats · header · X-Requ · cut = column 6",
    );
    check(
        "Under whi",
        "46: GET /v1/boats · query · flag · cut = column 9",
    );
    check("• Swi", "60: GET /v1/boats · operation · cut = column 7");
    check(
        "of the hu",
        "72: GET /v1/boats · 200 · boatId · cut = column 22",
    );
    check(
        "• type : int",
        "73: GET /v1/boats · 200 · boatId · cut = column 16",
    );
    check("sloop, ket", "82: GET /v1/boats · 200 · cut = column 23");
    check(
        "on the plate",
        "89: GET /v1/boats · 200 · engines.parts.serial · cut = column 33",
    );
    check("invalidbadF", "114: GET /v1/boats · 400 · cut = column 11");
    check(
        "\"maxLength\": ",
        "139: GET /v1/boats · 400 · cut = column 24",
    );
    check(
        "What sailors",
        "218: GET /v1/boats/harbours · 200 · harbours.name · cut = column 22",
    );
}

#[test]
fn a_page_that_ends_between_sections_lacks_one() {
    check(
        "errornoPassThe pass has run out",
        "162: GET /v1/boats · 401 · cut = column 31",
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

#[test]
fn wherever_the_capture_ends_the_page_is_read_up_to_there() {
    let opening = HARBOUR.find("Home").unwrap();
    for end in 0..HARBOUR.len() {
        let bytes = &HARBOUR.as_bytes()[..end];
        let lines = u32::try_from(bytes.split(|byte| *byte == b'\n').count()).unwrap();
        match pages::read("harbour", bytes) {
            Ok(page) => {
                let cut = page
                    .claims
                    .iter()
                    .any(|stated| stated.claim.aspect == Aspect::Cut);
                let whole = end >= HARBOUR.trim_end().len();
                assert_ne!(cut, whole, "at byte {end}");
                let accounted: u32 = page.capture.lines.values().sum();
                let text = std::str::from_utf8(bytes).unwrap();
                assert_eq!(accounted as usize, text.lines().count(), "at byte {end}");
            }
            Err(errors) => {
                let in_character = std::str::from_utf8(bytes).is_err();
                assert!(in_character || end < opening, "at byte {end}: {errors:?}");
                for error in errors {
                    assert!((1..=lines).contains(&error.line), "at byte {end}: {error}");
                }
            }
        }
    }
}
