//! The reader of the layout of a Confluence version comparison, on a page with every construct of the layout.

use crate::obligations::{MANY, Sample, layout_keeps_its_promises, read, with_many};

mod errors;
mod gaps;

/// A page with every construct.
const BERTHS: &str = include_str!("confluence_comparison/berths.txt");

const SAMPLE: Sample = Sample {
    page: BERTHS,
    claims: include_str!("confluence_comparison/berths.csv"),
    lines: "blank 45, heading 7, read 27, table heading 6, version comparison 8",
    step: 1,
    opening: "\n\nKey",
    ends: &["Type\n\nParameter\n\nRequired\n\nDetails\n\nBODY\n\nfree"],
    says_nothing: &[],
    cuts: &[
        ("line was add", "page · harbour · cut = column 21"),
        ("Endpoints: B", "page · harbour · cut = column 12"),
        ("ship.len", "table 1 · body · ship.len · cut = column 8"),
        (
            "number (1",
            "table 1 · body · ship.length · cut = column 13",
        ),
        ("XS - X", "table 1 · body · ship.kind · cut = column 12"),
    ],
};

layout_keeps_its_promises!(SAMPLE);

/// A page as it stands, which keeps its headings, with what other pages have.
mod page {
    use super::{Sample, layout_keeps_its_promises};

    pub(super) const SAMPLE: Sample = Sample {
        page: include_str!("confluence_comparison/page.txt"),
        claims: include_str!("confluence_comparison/page.csv"),
        lines: "blank 83, example structure 4, heading 12, navigation 5, read 46, table heading 20, version comparison 4",
        step: 7,
        opening: "\n\nType\n\nParameter\n\nRequired\n\nDetails\n\nHEADER",
        ends: &[
            "Success Response:",
            "Response Parameters:",
            "Type\n\nParameter\n\nRequired\n\nDetails\n\nPATH",
        ],
        says_nothing: &["« Previous", "Heavy ship"],
        cuts: &[],
    };

    layout_keeps_its_promises!(SAMPLE);
}

#[test]
fn long_lists_are_read_in_one_pass() {
    let row = "BODY\np#\n  • boolean";
    for (first, last, line, claims) in [
        (77, 81, row, 2 * MANY),
        (29, 29, "  • It", MANY),
        (63, 65, "    • S - Small", MANY),
    ] {
        let page = with_many(BERTHS, first, last, line);
        assert!(read(&page).unwrap().claims.len() > claims);
    }
}

#[test]
fn long_mistakes_are_passed_over_in_one_pass() {
    for (first, last, line, errors) in [
        (21, 21, "Lorem", 1),
        (29, 29, "Lorem", 1),
        (77, 77, "BODY", MANY - 1),
        (13, 13, "Type", 1),
    ] {
        let page = with_many(BERTHS, first, last, line);
        assert_eq!(read(&page).unwrap_err().len(), errors);
    }
}
