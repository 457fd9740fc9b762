//! Captures that end in the middle of something.

use review::open_end;

use crate::support::{page, readings};

const CUT: &str = "4 | GET /a | 200 | shop.name | cut | column 7";

/// An omit of the end of a page.
fn omit(value: &str) -> String {
    format!(r#"omit same-page | {{ operation = "GET /a", aspect = "cut", value = "{value}" }}"#)
}

#[test]
fn an_end_in_the_middle_of_something_is_named_with_its_line() {
    let page = page("oslo", CUT);
    let end = open_end(&page, &readings(&[])).expect("an open end");
    assert_eq!(end.stated, &page.claims[0]);
    assert_eq!(
        end.to_string(),
        "expected more of `GET /a 200 shop.name`, but found the end of the page instead (oslo, \
         line 4, column 7); capture the page whole, or record in a reading of the kind \
         `omit` that it ends there"
    );
}

#[test]
fn an_end_that_a_reading_omits_is_none() {
    let page = page("oslo", CUT);
    assert_eq!(open_end(&page, &readings(&[&omit("column 7")])), None);
    assert!(open_end(&page, &readings(&[&omit("column 8")])).is_some());
}

#[test]
fn a_reading_of_the_operation_is_not_one_of_the_end() {
    let page = page("oslo", CUT);
    let bind = r#"bind same-page | { operation = "GET /a" } | becomes = { operation = "GET /b" }"#;
    assert!(open_end(&page, &readings(&[bind])).is_some());
}

#[test]
fn a_page_that_is_whole_has_no_open_end() {
    let page = page("oslo", "4 | GET /a | 200 | shop.name | listed |");
    assert_eq!(open_end(&page, &readings(&[])), None);
}
