//! Pages on trial, without a document.

use claims::{Claim, PageClaims};
use review::classes::Classed;
use review::{Case, Cases, Expected, Readings, Reviewed, Usage};
use serde_json::Value;

/// What is expected of a page, and what the readings were good for.
pub(crate) fn expected(page: &PageClaims, readings: &Readings) -> (Expected, Usage) {
    let case = Case::of(page, readings, &Value::Null);
    (case.reviewed.expected.clone(), case.usage().clone())
}

/// What a page and a document say, under readings.
pub(crate) fn reviewed<'r>(
    document: &'r Value,
    page: &PageClaims,
    readings: &'r Readings,
) -> Reviewed<'r> {
    let (expected, _) = expected(page, readings);
    Reviewed {
        document,
        claims: claims::openapi::claims(document),
        expected,
        readings,
        classed: Classed::default(),
    }
}

/// Pages of vendors, each with the vendor's name.
pub(crate) fn cases<'c>(pages: &'c [(&'c str, PageClaims)], readings: &'c Readings) -> Cases<'c> {
    let case = |(vendor, page)| Case::of(page, readings, &Value::Null).named(vendor, "");
    let pages = pages.iter().map(|(vendor, page)| case((vendor, page)));
    Cases::of(pages.collect(), readings, &Value::Null)
}

/// Claims as lines.
pub(crate) fn lines<'c>(claims: impl IntoIterator<Item = &'c Claim>) -> Vec<String> {
    claims.into_iter().map(ToString::to_string).collect()
}
