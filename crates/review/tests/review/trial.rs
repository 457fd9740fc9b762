//! Pages on trial, without a document.

use claims::{Claim, PageClaims};
use review::{Case, Cases, Expected, Readings, Usage};
use serde_json::Value;

/// What is expected of a page, and what the readings were good for.
pub(crate) fn expected(page: &PageClaims, readings: &Readings) -> (Expected, Usage) {
    let case = Case::of(page, readings, &Value::Null);
    (case.reviewed.expected.clone(), case.usage().clone())
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
