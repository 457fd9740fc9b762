//! The page with every construct, as a whole, and every page that is almost it.

use crate::BERTHS;
use crate::obligations::{
    check_cut, each_line_counts, every_end_is_seen, file, line_ends_say_nothing,
    lines_may_change_places, one_mistake_gives_one_message, read,
};

#[test]
fn the_claims_are_those_of_the_page() {
    let page = read(BERTHS).unwrap();
    let expected = include_str!("berths.csv");
    assert_eq!(file(&page), expected.trim_end());
}

#[test]
fn the_ends_of_lines_say_nothing() {
    line_ends_say_nothing(BERTHS);
}

#[test]
fn no_line_changes_goes_missing_or_comes_twice_unnoticed() {
    each_line_counts(BERTHS, |_| false);
}

#[test]
fn a_missing_or_foreign_line_gives_one_message() {
    one_mistake_gives_one_message(BERTHS);
}

#[test]
fn lines_in_other_places_give_claims_or_errors() {
    lines_may_change_places(BERTHS, 1);
}

#[test]
fn every_end_of_the_capture_is_seen() {
    every_end_is_seen(
        BERTHS,
        "\n\nKey",
        &["Type\n\nParameter\n\nRequired\n\nDetails\n\nBODY\n\nfree"],
    );
}

#[test]
fn the_cut_says_what_the_capture_is_in_the_middle_of() {
    check_cut(BERTHS, "line was add", "page · harbour · cut = column 21");
    check_cut(BERTHS, "Endpoints: B", "page · harbour · cut = column 12");
    check_cut(
        BERTHS,
        "ship.len",
        "table 1 · body · ship.len · cut = column 8",
    );
    check_cut(
        BERTHS,
        "number (1",
        "table 1 · body · ship.length · cut = column 13",
    );
    check_cut(
        BERTHS,
        "XS - X",
        "table 1 · body · ship.kind · cut = column 12",
    );
}
