//! Where does each statement come from?

use std::fmt::Write as _;

use claims::Aspect;

use super::Review;
use super::markdown::{cell, count};
use crate::statement::listed;
use crate::support::{Support, support};

/// The section, and its answer in a sentence.
pub(super) fn section(review: &Review) -> (String, String) {
    let consolidated = &review.coverage.consolidated;
    let by = |support: Support| consolidated.by_basis.get(support.as_str()).copied();
    let documented = by(Support::Documented).unwrap_or_default();
    let answer = format!(
        "Of {} of the document, {documented} rest on a line that says just this and the others on a recorded decision; `traceability.csv` has page and line of each.",
        count(consolidated.claims, "distinct claim")
    );
    let mut text = format!(
        "## 2. Where does each statement come from?\n\n{answer}\n\n\
         | basis | claims | what it means |\n| --- | ---: | --- |\n"
    );
    for support in Support::ALL {
        let number = by(support).unwrap_or_default();
        if support == Support::Unsupported && number == 0 {
            continue;
        }
        let _ = writeln!(
            text,
            "| `{}` | {number} | {} |",
            support.as_str(),
            meaning(support)
        );
    }
    text.push_str(
        "\nA claim with several sources counts by its strongest.\n\n\
         To see them, open `spec/reports/traceability.csv` in a spreadsheet and filter the column \
         `basis`, or the column `pointer` for a place in `openapi.json`. \
         On a command line:\n\n\
         ```sh\n\
         grep ',inferred$' spec/reports/traceability.csv   # what is our judgement\n\
         grep '^/components/schemas/NAME/' spec/reports/traceability.csv   # all about one type\n\
         ```\n\n",
    );
    if let Some(example) = example(review) {
        text.push_str(&example);
    }
    (text, answer)
}

const fn meaning(support: Support) -> &'static str {
    use crate::reading::Basis::{Inferred, OtherPage, SamePage, Vendor};
    match support {
        Support::Documented => "a line of a page says just this",
        Support::Reading(SamePage) => "another line of the same page shows it",
        Support::Reading(OtherPage) => "another of the pages shows it",
        Support::Reading(Vendor) => "the vendor's own public material says it",
        Support::Reading(Inferred) => "our judgement; the document marks it with `x-inferred`",
        Support::Unsupported => "nothing: each is a finding",
    }
}

/// One claim followed to its lines: the first type for which a reading was needed.
fn example(review: &Review) -> Option<String> {
    let mut candidates = review.document.iter().filter_map(|made| {
        let evidence = review.expected.claims.get(&made.claim)?;
        let read = matches!(support(evidence, review.readings), Support::Reading(_));
        (made.claim.aspect == Aspect::Type && read).then_some((made, evidence))
    });
    let (made, evidence) = candidates.next()?;
    let first = evidence.first()?;
    let reading = &review.readings.all()[*first.readings.last()?];
    let lines = evidence
        .iter()
        .filter(|other| other.page == first.page)
        .map(|other| other.line);
    Some(format!(
        "An example: `openapi.json` has the type `{}` at `{}`. \
         The row of that pointer in `traceability.csv` leads to {} line {} and to the reading `{}` \
         of basis `{}`. \
         The rows of that line in `spec/claims/{}.csv` are what the page says; the reading, in \
         `spec/readings.toml` and in the table below, says why the document says more: {}\n\n",
        cell(&made.claim.value),
        made.pointer,
        first.page,
        listed(lines),
        reading.id(),
        reading.basis.as_str(),
        first.page,
        reading.reason.trim()
    ))
}
