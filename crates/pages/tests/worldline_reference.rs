//! The reader of the Worldline Connect reference's layout, on a page with every construct of the layout.

use claims::Aspect;

use crate::obligations::{MANY, Sample, layout_keeps_its_promises, read, with, with_many};

mod errors;
mod rows;
mod wild;

/// A page with every construct.
const BERTHS: &str = include_str!("worldline_reference/berths.txt");

const SAMPLE: Sample = Sample {
    page: BERTHS,
    claims: include_str!("worldline_reference/berths.csv"),
    lines: "blank 41, code sample 4, example structure 8, heading 18, language tab 3, navigation 9, read 31, table heading 3",
    step: 1,
    opening: "\n\n  • Search",
    ends: &["Response 404"],
    // Only what the code sample sends states something, and not how it is sent.
    says_nothing: &["NSString", "NSDictionary", "[port", "Log(", "}];", "SDK:"],
    cuts: &[
        ("Results f", "page · harbour · cut = column 9"),
        ("PUT https", "page · harbour · cut = column 9"),
        (
            "PayloadFind",
            "PUT /port/v1/{portId}/berths/{berthId}/find · body · cut = column 11",
        ),
        (
            "ship has ab",
            "PUT /port/v1/{portId}/berths/{berthId}/find · body · #2 · cut = column 20",
        ),
        (
            "• VERY",
            "PUT /port/v1/{portId}/berths/{berthId}/find · 200 · #1 · cut = column 8",
        ),
        (
            "\"bollards",
            "PUT /port/v1/{portId}/berths/{berthId}/find · 200 · cut = column 17",
        ),
    ],
};

layout_keeps_its_promises!(SAMPLE);

/// A page with what others have: parameters of a query, an older navigation, fewer wordings.
mod groups {
    use super::{Sample, layout_keeps_its_promises};

    pub(super) const SAMPLE: Sample = Sample {
        page: include_str!("worldline_reference/groups.txt"),
        claims: include_str!("worldline_reference/groups.csv"),
        lines: "blank 34, example structure 2, heading 15, language tab 1, navigation 9, read 22, table heading 3",
        step: 1,
        opening: "Rust",
        ends: &[],
        says_nothing: &["SDK:", "Rust", "API version"],
        cuts: &[],
    };

    layout_keeps_its_promises!(SAMPLE);
}

#[test]
fn long_lists_are_read_in_one_pass() {
    let row = "close\nDescription\nIt";
    for (first, last, line, claims) in [
        (19, 19, "Ask.", MANY),
        (28, 32, row, 2 * MANY),
        (72, 73, "  • V# - it", 2 * MANY),
        (83, 83, "        \"p#\" : 1,", MANY),
        (49, 49, "    NSString *berthId = @\"7\";", MANY),
    ] {
        let page = with_many(BERTHS, first, last, line);
        assert!(read(&page).unwrap().claims.len() > claims);
    }
}

#[test]
fn long_mistakes_are_passed_over_in_one_pass() {
    let lorem = "Lorem";
    for (first, last, line, errors) in [
        (11, 11, lorem, 1),
        (30, 30, "  • Lorem", 1),
        (61, 61, lorem, 1),
        (92, 92, "    }", 1),
        (94, 94, "Response 200 - OK", MANY),
    ] {
        let page = with_many(BERTHS, first, last, line);
        assert_eq!(read(&page).unwrap_err().len(), errors);
    }
}

#[test]
fn examples_nest_as_deep_as_the_json_parser_allows() {
    let nested = |levels: usize| {
        let leaf = "{\"a\":".repeat(levels) + "1" + &"}".repeat(levels);
        with(BERTHS, 83, &[&format!("        \"nested\" : {leaf},")])
    };
    assert!(read(&nested(200)).is_ok());
    let page = read(&nested(MANY)).expect("a page that is read");
    let mark = page
        .claims
        .iter()
        .find(|it| it.claim.aspect == Aspect::Unread);
    assert_eq!(
        mark.map(|mark| (mark.line, &*mark.claim.value)),
        Some((83, "example"))
    );
}
