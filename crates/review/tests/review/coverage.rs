//! The numbers of `coverage.json`.

use review::coverage::Coverage;

use crate::report::Sample;

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
        let by_rule: u32 = page.lines.by_rule.values().sum();
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
