//! What did you decide yourselves?

use std::cmp::Reverse;
use std::fmt::Write as _;

use super::Review;
use super::markdown::{cell, count};
use crate::reading::{Basis, Kind};
use crate::statement::listed;

/// The section, and its answer in a sentence.
pub(super) fn section(review: &Review) -> (String, String) {
    let counts = &review.coverage.readings;
    let by_basis: Vec<String> = Basis::ALL
        .into_iter()
        .rev()
        .map(|basis| {
            format!(
                "{} {}",
                counts.by_basis.get(basis.as_str()).unwrap_or(&0),
                basis.as_str()
            )
        })
        .collect();
    let answer = format!(
        "{} are recorded, by basis {}.",
        count(counts.total, "decision"),
        listed(by_basis)
    );
    let mut text = format!(
        "## 3. What did you decide yourselves?\n\n{answer}\n\n\
         Those of basis `inferred` are our judgement alone and come first. \
         `claims` counts the statements of pages that a decision covers.\n\n"
    );
    for kind in Kind::ALL {
        let _ = writeln!(text, "- `{}`: {}.", kind.as_str(), meaning(kind));
    }
    text.push_str(
        "\n| decision | kind | basis | pages | claims | reason | evidence |\n\
         | --- | --- | --- | --- | ---: | --- | --- |\n",
    );
    let mut order: Vec<usize> = (0..review.readings.all().len()).collect();
    order.sort_by_key(|index| Reverse(review.readings.all()[*index].basis));
    for index in order {
        let reading = &review.readings.all()[index];
        let _ = writeln!(
            text,
            "| `{}` | {} | {} | `{}` | {} | {} | {} |",
            cell(reading.id()),
            reading.kind.as_str(),
            reading.basis.as_str(),
            cell(reading.page.as_str()),
            review.covered.get(index).copied().unwrap_or_default(),
            cell(reading.reason.trim()),
            cell(reading.evidence.trim())
        );
    }
    text.push('\n');
    (text, answer)
}

const fn meaning(kind: Kind) -> &'static str {
    match kind {
        Kind::Bind => "the page lost what something is, and it is this",
        Kind::Supply => "the document says this although the page does not",
        Kind::Override => "the page says one thing, the document another",
        Kind::Omit => "the page says it, and the document carries it elsewhere or cannot",
    }
}
