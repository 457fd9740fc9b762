//! Is it all there?

use std::fmt::Write as _;

use claims::{Aspect, Claim};

use super::Review;
use super::markdown::{cell, count};
use crate::coverage::{PageCoverage, Reviewed};

/// The section, and its answer in a sentence.
pub(super) fn section(review: &Review) -> (String, String) {
    let coverage = review.coverage;
    let total: usize = coverage.pages.iter().map(|page| page.claims.total).sum();
    let unmatched: usize = coverage
        .pages
        .iter()
        .map(|page| page.claims.unmatched)
        .sum();
    let pages = count(coverage.pages.len(), "page");
    let answer = if unmatched + coverage.findings == 0 {
        format!(
            "Yes: each of {} of {pages} is in the documents or left out by a recorded decision, and no line is unaccounted for.",
            count(total, "statement")
        )
    } else {
        format!(
            "No: of {} of {pages} the documents lack {unmatched}; {} in all, which `cargo xtask check` names.",
            count(total, "statement"),
            count(coverage.findings, "finding")
        )
    };
    let mut text = format!(
        "## 1. Is it all there?\n\n{answer}\n\n\
         | page | lines | of which read | operations documented | only listed | statements | in the document as they are | of these, placed by a reading | in the document by a reading | left out by a reading | lacking | findings |\n\
         | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n"
    );
    for (page, reviewed) in coverage.pages.iter().zip(review.pages) {
        let [documented, listed] = operations(reviewed);
        let PageCoverage { lines, claims, .. } = page;
        let read: usize = claims.read.values().sum();
        let placed: usize = claims.placed.values().sum();
        let _ = writeln!(
            text,
            "| {} | {} | {} | {documented} | {listed} | {} | {} | {placed} | {read} | {} | {} | {} |",
            page.page,
            lines.total,
            lines.read,
            claims.total,
            claims.documented,
            claims.omitted,
            claims.unmatched,
            page.findings
        );
    }
    text.push_str(
        "\nEvery other line states nothing, by a named rule (`coverage.json` counts them by rule): \
         blank lines, navigation, headings.\n\n\
         | page | title | SHA-256 of the captured text | the capture ends |\n| --- | --- | --- | --- |\n",
    );
    for reviewed in review.pages {
        let page = reviewed.page;
        let _ = writeln!(
            text,
            "| {} | {} | `{}` | {} |",
            page.page,
            title(reviewed).map_or("(the page has none)".to_owned(), cell),
            page.capture.sha256,
            end(reviewed)
        );
    }
    text.push_str("\nWhat comes after the end of a capture is not in the document.\n\n");
    (text, answer)
}

/// The page's own title: the one that it states, or that a reading knows.
pub(super) fn title<'r>(reviewed: &Reviewed<'r>) -> Option<&'r str> {
    let of_page = |claim: &&Claim| claim.aspect == Aspect::Title && &*claim.place == "page";
    let mut stated = reviewed.statements.iter().map(|statement| &statement.claim);
    let mut known = reviewed.expected.claims.keys();
    let title = stated.find(of_page).or_else(|| known.find(of_page));
    title.map(|claim| &*claim.value)
}

fn end(reviewed: &Reviewed) -> String {
    let mut cuts = reviewed.statements.iter().map(|statement| &statement.claim);
    cuts.find(|claim| claim.aspect == Aspect::Cut).map_or_else(
        || "after the last statement".to_owned(),
        |claim| {
            format!(
                "in the middle of `{}`, {}",
                cell(&claim.operation),
                cell(&claim.value)
            )
        },
    )
}

/// How many operations the page documents, and how many it only lists.
fn operations(reviewed: &Reviewed) -> [usize; 2] {
    let with = |aspect| {
        let claims = reviewed.statements.iter().map(|statement| &statement.claim);
        claims
            .filter(|claim| claim.aspect == aspect && &*claim.place == "operation")
            .map(|claim| &claim.operation)
            .collect::<std::collections::BTreeSet<_>>()
    };
    let (documented, listed) = (with(Aspect::Documented), with(Aspect::Listed));
    [documented.len(), listed.difference(&documented).count()]
}
