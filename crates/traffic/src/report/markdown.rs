//! Findings as Markdown, for a comment or a summary of a job.

use std::fmt::Write as _;

use super::{often, page, subject};
use crate::trial::Trial;

/// Findings as a table, equal ones once, and what was counted.
#[must_use]
pub fn markdown(trial: &Trial) -> String {
    let findings = trial.findings();
    let mut text = format!(
        "# Recorded traffic\n\n{} exchanges, {} of a documented operation, {} findings.\n",
        trial.exchanges,
        trial.matched,
        findings.len()
    );
    if !findings.is_empty() {
        text.push_str(
            "\n| kind | where | what | seen | documented |\n| --- | --- | --- | --- | --- |\n",
        );
    }
    for finding in findings {
        let page = page(finding).unwrap_or_default();
        let cells = [
            finding.kind.as_str(),
            &subject(finding),
            &finding.problem,
            &often(finding),
            &page,
        ];
        let cells = cells.map(|cell| cell.replace('|', "\\|"));
        let _ = writeln!(text, "| {} |", cells.join(" | "));
    }
    if !trial.aside.is_empty() {
        text.push_str("\nNot judged:\n\n");
    }
    for (aside, number) in &trial.aside {
        let _ = writeln!(text, "- {}: {number}", aside.as_str());
    }
    text
}
