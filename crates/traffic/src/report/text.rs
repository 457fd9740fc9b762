//! Findings for a terminal.

use std::fmt::Write as _;

use anstyle::{AnsiColor, Style};

use super::{often, page, subject};
use crate::Finding;

/// How wide the words that open a line are, as Cargo sets them.
const STATUS: usize = 16;

/// Findings as text, equal ones once, styled with ANSI escapes that the writer may strip.
#[must_use]
pub fn text(findings: &[&Finding]) -> String {
    let strong = Style::new().bold().fg_color(Some(AnsiColor::Red.into()));
    let faint = Style::new().fg_color(Some(AnsiColor::Cyan.into()));
    let mut text = String::new();
    for finding in findings {
        let kind = finding.kind.as_str();
        let (subject, problem) = (subject(finding), &finding.problem);
        let _ = writeln!(
            text,
            "{strong}{kind:>STATUS$}{strong:#} {subject}: {problem}"
        );
        let mut also = |name: &str, what: &str| {
            let _ = writeln!(text, "{faint}{name:>STATUS$}{faint:#} {what}");
        };
        also("seen", &often(finding));
        if let Some(page) = page(finding) {
            also("page", &page);
        }
        if let Some(element) = &finding.cited.element {
            also("document", element);
        }
    }
    text
}
