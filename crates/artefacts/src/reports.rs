//! The files of `spec/reports/` and the overlay of provenance.

use std::collections::BTreeMap;

use contract::catalogue::Catalogue;
use reports::{Coverage, Locator};
use review::witness::Witness;
use review::{Cases, Contradiction, Finding};

use crate::Declared;
use crate::declared::LISTED;
use crate::rules::TOOL;
use crate::table::{CONTRADICTIONS, COVERAGE, DECISIONS, REVIEW, TRACEABILITY};

/// The files about the review as a whole, by path below `spec/`.
pub(crate) fn files(
    catalogue: &Catalogue,
    cases: &Cases,
    coverage: &Coverage,
    findings: &[Finding],
    contradictions: &[Contradiction],
    witnesses: &[Witness],
) -> BTreeMap<String, String> {
    let declared = Declared::of(catalogue);
    let source = |pointer: &str| declared.at(pointer);
    let pages = cases.pages.iter().map(|case| case.page);
    let locator = Locator::new(pages, cases.readings, &source, LISTED);
    let mut files: BTreeMap<String, String> = [
        (
            REVIEW,
            reports::review_md(cases, coverage, contradictions, witnesses, &TOOL),
        ),
        (COVERAGE, coverage.json()),
        (DECISIONS, reports::readings(cases)),
        (CONTRADICTIONS, reports::contradictions(contradictions)),
        (
            "reports/review.sarif",
            reports::sarif::sarif(findings, contradictions, &locator, &TOOL),
        ),
    ]
    .map(|(path, text)| (path.to_owned(), text))
    .into();
    for (vendor, letter) in reports::questions(cases, contradictions, &TOOL) {
        files.insert(format!("reports/questions/{vendor}.md"), letter);
    }
    files
}

/// The files that tell for each statement of the consolidated document where it comes from.
pub(crate) fn of_document(cases: &Cases) -> [(String, String); 4] {
    let document = &cases.consolidated;
    [
        (TRACEABILITY, reports::traceability(document)),
        (
            "overlays/provenance.overlay.yaml",
            reports::provenance(cases, &TOOL),
        ),
        ("reports/CLASSES.md", reports::classes_md(document, &TOOL)),
        (
            "overlays/classification.overlay.yaml",
            reports::classification(document, &TOOL),
        ),
    ]
    .map(|(path, text)| (path.to_owned(), text))
}
