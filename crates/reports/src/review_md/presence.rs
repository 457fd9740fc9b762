//! Is it all there?

use review::Case;
use review::words::count;
use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::fmt::Write as _;

use claims::{Aspect, Claim};

use super::Review;
use super::markdown::cell;
use crate::coverage::{Coverage, PageCoverage};
use review::words::listed;

/// The answer, in a sentence.
pub(super) fn answer(review: &Review) -> String {
    let coverage = review.coverage;
    let total: usize = coverage.pages.iter().map(|page| page.claims.total).sum();
    let unmatched = coverage.pages.iter().map(|page| page.claims.unmatched);
    let unmatched: usize = unmatched.sum();
    let pages = count(coverage.pages.len(), "page");
    let total = count(total, "statement");
    if unmatched + coverage.findings == 0 {
        return format!(
            "All that was captured is there: each of {total} of {pages} is in the documents or left \
             out by a recorded decision, and every line is accounted for."
        );
    }
    format!(
        "Not everything agrees: the documents lack {unmatched} of {total} of {pages}; {} in all, \
         which `{}` names.",
        count(coverage.findings, "finding"),
        review.tool.check
    )
}

/// The section: a row for each page, and where each capture ends.
pub(super) fn section(review: &Review) -> String {
    let coverage = review.coverage;
    let mut text = format!(
        "## 1. Is it all there?\n\n{}\n\n\
         | page | lines | lines read | operations documented | only listed | statements | facts in the document | described in our words | of both, label restored | decided by a reading | left out by a reading | missing | findings |\n\
         | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n",
        answer(review)
    );
    for (page, case) in coverage.pages.iter().zip(&review.cases.pages) {
        let [documented, listed] = operations(case);
        let PageCoverage { lines, claims, .. } = page;
        let read: usize = claims.read.values().sum();
        let placed: usize = claims.placed.values().sum();
        let _ = writeln!(
            text,
            "| {} | {} | {} | {documented} | {listed} | {} | {} | {} | {placed} | {read} | {} | {} | {} |",
            page.page,
            lines.total,
            lines.read,
            claims.total,
            claims.documented,
            claims.described,
            claims.omitted,
            claims.unmatched,
            page.findings
        );
    }
    let _ = write!(
        text,
        "\nA *statement* is one fact of a page, such as the type of one field of one operation. \
         `spec/claims/` has them all, one a row. \
         Every other line states nothing, and a named rule says why: {}.\n\n\
         | page | title | SHA-256 of the captured text | the capture ends |\n| --- | --- | --- | --- |\n",
        rules(coverage)
    );
    for case in &review.cases.pages {
        let page = case.page;
        let _ = writeln!(
            text,
            "| {} | {} | `{}` | {} |",
            page.page,
            shown(case),
            page.capture.sha256,
            end(review, case)
        );
    }
    text.push_str(
        "\nWhatever the page says after the end of its capture is not in the document.\n\n",
    );
    text
}

/// The page's title: the one that it states, or else what a reading calls it.
pub(super) fn title<'r>(case: &'r Case) -> Option<&'r str> {
    stated(case).or_else(|| {
        let title = case
            .reviewed
            .expected
            .claims
            .keys()
            .find(|claim| is_title(claim));
        title.map(|claim| &*claim.value)
    })
}

/// The title that the page itself states.
fn stated<'r>(case: &'r Case) -> Option<&'r str> {
    let mut stated = case.statements().iter().map(|statement| &statement.claim);
    stated
        .find(|claim| is_title(claim))
        .map(|claim| &*claim.value)
}

fn is_title(claim: &Claim) -> bool {
    claim.aspect == Aspect::Title && &*claim.place == "page"
}

/// The title as a cell, which tells what the page does not state.
fn shown(case: &Case) -> String {
    match (stated(case), title(case)) {
        (Some(title), _) => cell(title),
        (None, Some(title)) => format!("{} (by a reading)", cell(title)),
        (None, None) => "(the page has none)".to_owned(),
    }
}

/// What ends a capture, and what else it does not hold.
fn end(review: &Review, case: &Case) -> String {
    let end = cut(case).map_or_else(
        || "after the last statement".to_owned(),
        |claim| {
            format!(
                "in the middle of `{}`, {}",
                cell(&claim.operation),
                cell(&claim.value)
            )
        },
    );
    let gaps = review.cases.readings.gaps().iter();
    let gaps = gaps.filter(|gap| gap.page() == case.page.page);
    let gaps = gaps.map(|gap| format!("; {}", cell(gap.how.trim())));
    end + &gaps.collect::<String>()
}

/// Where a capture stops in the middle of something.
fn cut<'r>(case: &'r Case) -> Option<&'r Claim> {
    let mut claims = case.statements().iter().map(|statement| &statement.claim);
    claims.find(|claim| claim.aspect == Aspect::Cut)
}

/// What the pages have and the captures have not, as far as that is known.
pub(super) fn not_captured(review: &Review) -> Vec<String> {
    let mut missing = Vec::new();
    for case in &review.cases.pages {
        let page = &case.page.page;
        let [_, only_listed] = operations(case);
        if only_listed > 0 {
            let operations = count(only_listed, "operation");
            missing.push(format!(
                "the details of {operations} that {page} only lists"
            ));
        }
        if cut(case).is_some() {
            missing.push(format!("the end of one operation of {page}"));
        }
        let gaps = review.cases.readings.gaps().iter();
        let gaps = gaps.filter(|gap| gap.page() == *page);
        missing.extend(gaps.map(|gap| gap.missing.trim().to_owned()));
    }
    missing
}

/// How many lines each rule explains, the most first.
fn rules(coverage: &Coverage) -> String {
    let mut lines: BTreeMap<&str, usize> = BTreeMap::new();
    for page in &coverage.pages {
        for (rule, number) in &page.lines.by_rule {
            *lines.entry(rule).or_default() += number;
        }
    }
    let mut rules: Vec<(&str, usize)> = lines.into_iter().collect();
    rules.sort_by_key(|(_, number)| Reverse(*number));
    listed(
        rules
            .iter()
            .map(|(rule, number)| format!("{number} {rule}")),
    )
}

/// How many operations the page documents, and how many it only lists.
fn operations(case: &Case) -> [usize; 2] {
    let with = |aspect| {
        let claims = case.statements().iter().map(|statement| &statement.claim);
        claims
            .filter(|claim| claim.aspect == aspect && &*claim.place == "operation")
            .map(|claim| &claim.operation)
            .collect::<std::collections::BTreeSet<_>>()
    };
    let (documented, listed) = (with(Aspect::Documented), with(Aspect::Listed));
    [documented.len(), listed.difference(&documented).count()]
}
