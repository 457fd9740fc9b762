//! The numbers of `coverage.json`.

use reports::coverage::{Coverage, coverage};
use review::Cases;
use serde_json::Value;

use crate::made::document;
use crate::report::Sample;
use crate::support::{page, readings};
use crate::trial::case;

#[test]
fn the_parts_add_up() {
    let sample = Sample::new();
    let Coverage {
        pages,
        consolidated,
        readings,
        findings,
    } = sample.coverage();
    for page in &pages {
        let claims = &page.claims;
        let read: usize = claims.read.values().sum();
        let parts = claims.documented + read + claims.omitted + claims.unmatched;
        assert_eq!(parts, claims.total, "{}", page.page);
        let by_rule: usize = page.lines.by_rule.values().sum();
        assert_eq!(page.lines.read + by_rule, page.lines.total);
    }
    let by_basis: usize = consolidated.by_basis.values().sum();
    assert_eq!(by_basis, consolidated.claims);
    assert_eq!(readings.by_kind.values().sum::<usize>(), readings.total);
    assert_eq!(readings.by_basis.values().sum::<usize>(), readings.total);
    let on_pages: usize = pages.iter().map(|page| page.findings).sum();
    assert!(on_pages <= findings);
}

#[test]
fn each_number_is_what_it_says() {
    let coverage = Sample::new().coverage();
    let oslo = &coverage.pages[0];
    assert_eq!((oslo.page.as_str(), oslo.vendor.as_str()), ("oslo", "bank"));
    assert_eq!((oslo.lines.total, oslo.lines.read), (20, 12));
    assert_eq!(oslo.claims.omitted, 1, "the Accept header");
    assert_eq!(oslo.claims.read["inferred"], 1, "the nested list");
    assert_eq!(
        oslo.claims.unmatched, 1,
        "the field that the document lacks"
    );
    assert_eq!(oslo.supplied["vendor"], 1, "the server");
    assert_eq!(oslo.findings, 1);
    assert_eq!(coverage.consolidated.by_basis["unsupported"], 0);
    assert_eq!(coverage.findings, 1);
}

#[test]
fn what_is_placed_and_what_is_likely_is_counted() {
    let readings = readings(&[
        r#"bind vendor | { operation = "table 1" } | becomes = { operation = "GET /a" }"#,
        r#"bind same-page likely | { value = "nested" } | becomes = "object""#,
    ]);
    let page = page(
        "oslo",
        "1 | table 1 | operation | | listed | oslo
         2 | table 1 | 200 | a | listed |
         3 | table 1 | 200 | a | type | nested",
    );
    let made = document(
        "/a | GET /a | operation | | listed | oslo
         /b | GET /a | 200 | a | listed |
         /c | GET /a | 200 | a | type | object",
    );
    let mut cases = Cases::of(
        vec![case(&page, &readings, &Value::Null, made.clone())],
        &readings,
        &Value::Null,
    );
    cases.consolidated.claims = made;
    let coverage = coverage(&cases, &[]);
    let claims = &coverage.pages[0].claims;
    assert_eq!(claims.documented, 1, "the name of the field");
    assert_eq!(
        claims.placed["vendor"], 1,
        "in the operation that was found again"
    );
    assert_eq!(claims.read["vendor"], 1, "the operation itself");
    assert_eq!(claims.read["same-page"], 1, "the type");
    let all = &coverage.consolidated;
    assert_eq!((all.by_basis["documented"], all.placed["vendor"]), (1, 1));
    assert_eq!((all.by_basis["same-page"], all.likely["same-page"]), (1, 1));
    assert_eq!((all.by_basis["vendor"], all.likely["vendor"]), (1, 0));
}
