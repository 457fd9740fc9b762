//! Findings for people and for programs.

use std::fmt::Write as _;

use anstyle::{AnsiColor, Style};

use crate::place::Place;
use review::Finding;

/// How wide the words that open a line are, as Cargo sets them.
const STATUS: usize = 16;

/// Findings as text for a terminal, styled with ANSI escapes that the writer may strip; `place` is
/// where the folder is that their files are in.
#[must_use]
pub fn text(findings: &[Finding], place: &Place) -> String {
    let strong = Style::new().bold().fg_color(Some(AnsiColor::Red.into()));
    let faint = Style::new().fg_color(Some(AnsiColor::Cyan.into()));
    let mut text = String::new();
    for finding in findings {
        let kind = finding.kind.as_str();
        let _ = writeln!(
            text,
            "{strong}{kind:>STATUS$}{strong:#} {}",
            finding.problem
        );
        let mut also = |name: &str, what: &str| {
            let _ = writeln!(text, "{faint}{name:>STATUS$}{faint:#} {what}");
        };
        if let Some(page) = &finding.page {
            let lines: Vec<_> = finding.lines.iter().map(u32::to_string).collect();
            match lines.as_slice() {
                [] => also("page", page),
                [line] => also("page", &format!("{page}, line {line}")),
                lines => also("page", &format!("{page}, lines {}", lines.join(", "))),
            }
        }
        match (path(finding, place), &finding.pointer) {
            (Some(file), Some(pointer)) => also("file", &format!("{file} at {pointer}")),
            (Some(file), None) => also("file", &file),
            (None, Some(pointer)) => also("at", pointer),
            (None, None) => {}
        }
        if let Some(reading) = &finding.reading {
            also("reading", reading);
        }
        if let Some(fix) = &finding.fix {
            also("fix", fix);
        }
    }
    text
}

/// Findings as JSON: `{"findings": […]}`, indented by two.
///
/// # Panics
///
/// Never: findings hold text and numbers only.
#[must_use]
pub fn json(findings: &[Finding]) -> String {
    let document = serde_json::json!({ "findings": findings });
    let mut json = serde_json::to_string_pretty(&document).expect("findings are text");
    json.push('\n');
    json
}

/// The path of a finding's file from the root of the repository.
fn path(finding: &Finding, place: &Place) -> Option<String> {
    let file = finding.file.as_ref()?;
    let beside = file.strip_prefix("../").map(str::to_owned);
    Some(beside.unwrap_or_else(|| place.spec(file)))
}
