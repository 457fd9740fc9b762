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
    every_end_is_seen(BERTHS, "v2", &[]);
}

#[test]
fn the_cut_says_what_the_capture_is_in_the_middle_of() {
    check_cut(
        BERTHS,
        "Who as",
        "? /v2/berths/find · operation · cut = column 6",
    );
    check_cut(
        BERTHS,
        "The flag,",
        "? /v2/berths/find · header · cut = column 9",
    );
    check_cut(
        BERTHS,
        "| noSh",
        "? /v2/berths/find · error table 1 · cut = column 12",
    );
    check_cut(
        BERTHS,
        "\"pattern",
        "? /v2/berths/find · definition 1 · cut = column 8",
    );
    check_cut(
        BERTHS,
        "#/defin",
        "? /v2/berths/find · definition 2 · cut = column 16",
    );
}
