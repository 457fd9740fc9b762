//! `spec/reports/REVIEW.md`: what a reviewer needs to know, in ten minutes. What is long is a table
//! beside it.

mod decisions;
mod disagreements;
mod example;
mod letter;
pub(crate) mod markdown;
mod notes;
mod presence;
mod sources;
mod summary;
mod witnesses;

use std::collections::BTreeMap;

use review::witness::Witness;
use review::{Cases, Contradiction};

use crate::Tool;
use crate::coverage::Coverage;
use crate::readings::weight::{Weight, weights};

/// All that the report is made of.
#[derive(Clone, Copy)]
struct Review<'r> {
    cases: &'r Cases<'r>,
    coverage: &'r Coverage,
    contradictions: &'r [Contradiction],
    /// What rests on each reading.
    weights: &'r [Weight],
    tool: &'r Tool<'r>,
}

/// The report, as Markdown that GitHub renders.
#[must_use]
pub fn review_md(
    cases: &Cases,
    coverage: &Coverage,
    contradictions: &[Contradiction],
    witnesses: &[Witness],
    tool: &Tool,
) -> String {
    let review = &Review {
        cases,
        coverage,
        contradictions,
        weights: &weights(cases),
        tool,
    };
    let mut text = format!(
        "<!-- Written by `{export}`; do not edit. -->\n\n\
         # Review\n\n\
         {summary}{presence}{sources}{decisions}{disagreements}{witnesses}{classes}",
        export = tool.export,
        summary = summary::section(review),
        presence = presence::section(review),
        sources = sources::section(review),
        decisions = decisions::section(review),
        disagreements = disagreements::section(review),
        witnesses = witnesses::section(review, witnesses),
        classes = crate::classes_md::section(&cases.consolidated),
    );
    text.truncate(text.trim_end().len() + 1);
    text
}

/// The letter to each vendor about whose pages there is something to ask, by vendor.
#[must_use]
pub fn questions(
    cases: &Cases,
    contradictions: &[Contradiction],
    tool: &Tool,
) -> BTreeMap<String, String> {
    let letters = notes::letters(cases, contradictions).into_iter();
    letters
        .map(|letter| {
            let text = format!(
                "<!-- Written by `{}`; do not edit. -->\n\n{}",
                tool.export, letter.text
            );
            (letter.vendor.to_owned(), text)
        })
        .collect()
}
