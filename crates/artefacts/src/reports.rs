//! The files of `spec/reports/` and the overlay of provenance.

use std::collections::BTreeMap;

use contract::catalogue::Catalogue;
use reports::{Coverage, Locator};
use review::{Cases, Contradiction, Finding};

use crate::Declared;
use crate::declared::LISTED;
use crate::rules::TOOL;
use crate::table::COVERAGE;

/// The files by path below `spec/`.
pub(crate) fn files(
    catalogue: &Catalogue,
    cases: &Cases,
    coverage: &Coverage,
    findings: &[Finding],
    contradictions: &[Contradiction],
) -> BTreeMap<String, String> {
    let declared = Declared::of(catalogue);
    let source = |pointer: &str| declared.at(pointer);
    let pages = cases.pages.iter().map(|case| case.page);
    let locator = Locator::new(pages, cases.readings, &source, LISTED);
    let document = &cases.consolidated;
    [
        (
            "reports/REVIEW.md",
            reports::review_md(cases, coverage, contradictions, &TOOL),
        ),
        (COVERAGE, coverage.json()),
        (
            "reports/review.sarif",
            reports::sarif::sarif(findings, contradictions, &locator, &TOOL),
        ),
        ("reports/traceability.csv", reports::traceability(document)),
        (
            "overlays/provenance.overlay.yaml",
            reports::provenance(document, &TOOL),
        ),
    ]
    .map(|(path, text)| (path.to_owned(), text))
    .into()
}
