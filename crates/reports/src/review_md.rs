//! `spec/reports/REVIEW.md`: four answers for whoever has to judge the document.

mod decisions;
mod disagreements;
mod letter;
mod markdown;
mod notes;
mod outcome;
mod presence;
mod sources;

use review::{Cases, Contradiction};

use crate::Tool;
use crate::coverage::Coverage;

/// All that the report is made of.
#[derive(Clone, Copy)]
struct Review<'r> {
    cases: &'r Cases<'r>,
    coverage: &'r Coverage,
    contradictions: &'r [Contradiction],
    tool: &'r Tool<'r>,
}

/// The report, as Markdown that GitHub renders.
#[must_use]
pub fn review_md(
    cases: &Cases,
    coverage: &Coverage,
    contradictions: &[Contradiction],
    tool: &Tool,
) -> String {
    let review = &Review {
        cases,
        coverage,
        contradictions,
        tool,
    };
    let (presence, present) = presence::section(review);
    let (sources, sourced) = sources::section(review);
    let (decisions, decided) = decisions::section(review);
    let (disagreements, disagreed) = disagreements::section(review);
    let notes = notes::section(review);
    format!(
        "<!-- Written by `{export}`; do not edit. -->\n\n\
         # Review\n\n\
         Four questions about `openapi.json`, each with its short answer; the sections have the \
         rest.\n\n\
         | question | answer |\n| --- | --- |\n\
         | [Is it all there?](#1-is-it-all-there) | {present} |\n\
         | [Where does each statement come from?](#2-where-does-each-statement-come-from) | {sourced} |\n\
         | [What did you decide yourselves?](#3-what-did-you-decide-yourselves) | {decided} |\n\
         | [What do the sources contradict?](#4-what-do-the-sources-contradict) | {disagreed} |\n\n\
         A *statement* is one fact of a page, such as the type of one field of one operation; \
         `spec/claims/` has them all, one a row, with its line. \
         Lines are those of the captured text, which its SHA-256 identifies.\n\n\
         {presence}{sources}{decisions}{disagreements}{notes}",
        export = tool.export
    )
}
