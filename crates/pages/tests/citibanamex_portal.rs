//! The reader of the Citibanamex portal's layout, on a page with every construct of the layout.

use crate::obligations::{MANY, Sample, layout_keeps_its_promises, read, with, with_many};

mod errors;
mod wild;

/// A page with every construct.
const BERTHS: &str = include_str!("citibanamex_portal/berths.txt");

const SAMPLE: Sample = Sample {
    page: BERTHS,
    claims: include_str!("citibanamex_portal/berths.csv"),
    lines: "heading 2, read 36, schema structure 26",
    step: 1,
    opening: "v2",
    ends: &[],
    says_nothing: &[],
    cuts: &[
        ("Who as", "? /v2/berths/find · operation · cut = column 6"),
        ("The flag,", "? /v2/berths/find · header · cut = column 9"),
        (
            "| noSh",
            "? /v2/berths/find · error table 1 · cut = column 12",
        ),
        (
            "\"pattern",
            "? /v2/berths/find · definition 1 · cut = column 8",
        ),
        (
            "#/defin",
            "? /v2/berths/find · definition 2 · cut = column 16",
        ),
    ],
};

layout_keeps_its_promises!(SAMPLE);

/// A page with every construct of the form that keeps method and names.
mod named {
    use super::{Sample, layout_keeps_its_promises};

    pub(super) const SAMPLE: Sample = Sample {
        page: include_str!("citibanamex_portal/named.txt"),
        claims: include_str!("citibanamex_portal/named.csv"),
        lines: "code sample 1, empty example 2, heading 11, navigation 5, read 72, schema structure 30, table heading 3",
        step: 7,
        opening: "v2/berths",
        ends: &[],
        says_nothing: &["---|", "GET https:", "No response"],
        cuts: &[],
    };

    layout_keeps_its_promises!(SAMPLE);
}

#[test]
fn long_lists_are_read_in_one_pass() {
    let property = "\"p#\": {\n\"type\": \"string\"\n},";
    for (first, last, line, claims) in [
        (5, 7, "Who asks", 2 * MANY),
        (10, 10, "a | # | c |", MANY),
        (18, 17, property, 2 * MANY),
        (15, 14, "{\n\"type\": \"object\"\n}", MANY),
    ] {
        let page = with_many(BERTHS, first, last, line);
        assert!(read(&page).unwrap().claims.len() > claims);
    }
}

#[test]
fn long_mistakes_are_passed_over_in_one_pass() {
    for (first, last, line, errors) in [
        (5, 7, "/v2", 1),
        (10, 10, "Lorem", 1),
        (9, 9, "Type |", MANY),
        (15, 14, "Lorem", 1),
        (15, 14, "{", 1),
    ] {
        let page = with_many(BERTHS, first, last, line);
        assert_eq!(read(&page).unwrap_err().len(), errors);
    }
}

#[test]
fn schemas_nest_as_deep_as_the_json_parser_allows() {
    let nested = |levels: usize| {
        let open = "\"properties\": {\n\"a\": {\n".repeat(levels);
        let close = "}\n}\n".repeat(levels);
        let deep = format!("\"deep\": {{\n{open}{close}}},");
        with(BERTHS, 17, &["\"properties\": {", &deep])
    };
    assert!(read(&nested(50)).is_ok());
    let errors = read(&nested(MANY)).unwrap_err();
    assert_eq!(errors[0].found, "Maximum nesting depth exceeded");
}
