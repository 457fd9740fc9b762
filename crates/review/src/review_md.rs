//! `spec/reports/REVIEW.md`: four answers for whoever has to judge the document.

mod decisions;
mod disagreements;
mod letter;
mod markdown;
mod notes;
mod outcome;
mod presence;
mod sources;

use claims::DocumentClaim;

use crate::contradictions::Contradiction;
use crate::coverage::{Coverage, Reviewed};
use crate::expected::Expected;
use crate::reading::Readings;

/// All that the report is made of.
#[derive(Clone, Copy, Debug)]
pub struct Review<'r> {
    /// Each page, in the order of the catalogue.
    pub pages: &'r [Reviewed<'r>],
    /// What the consolidated document must say.
    pub expected: &'r Expected,
    /// What it says.
    pub document: &'r [DocumentClaim],
    /// The recorded decisions.
    pub readings: &'r Readings,
    /// How many claims each of them covers.
    pub covered: &'r [usize],
    /// The counts.
    pub coverage: &'r Coverage,
    /// Where sources contradict each other or themselves.
    pub contradictions: &'r [Contradiction],
}

/// The report, as Markdown that GitHub renders.
#[must_use]
pub fn review_md(review: &Review) -> String {
    let (presence, present) = presence::section(review);
    let (sources, sourced) = sources::section(review);
    let (decisions, decided) = decisions::section(review);
    let (disagreements, disagreed) = disagreements::section(review);
    let notes = notes::section(review);
    format!(
        "<!-- Written by `cargo xtask export`; do not edit. -->\n\n\
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
         {presence}{sources}{decisions}{disagreements}{notes}"
    )
}
