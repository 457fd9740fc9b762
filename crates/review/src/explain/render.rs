//! An explanation for people.

use std::fmt::Write as _;

use anstyle::{AnsiColor, Style};

use super::{Explanation, Ground, Lines};
use crate::reading::Readings;

/// How wide the words that open a line are, as Cargo sets them.
const STATUS: usize = 16;

/// An explanation as text for a terminal, styled with ANSI escapes that the writer may strip.
#[must_use]
pub fn text(explanation: &Explanation, readings: &Readings) -> String {
    let color = |color: AnsiColor| Style::new().fg_color(Some(color.into()));
    let (faint, head) = (color(AnsiColor::Cyan), Style::new().bold());
    let mut text = String::new();
    let title = &explanation.title;
    let _ = writeln!(text, "{head}{:>STATUS$} {title}{head:#}", "element");
    if *title != explanation.pointer {
        let _ = writeln!(
            text,
            "{faint}{:>STATUS$}{faint:#} {}",
            "at", explanation.pointer
        );
    }
    for (statement, origins) in &explanation.statements {
        for ((ground, by), lines) in origins {
            let style = match ground {
                Ground::Documented => color(AnsiColor::Green),
                Ground::Read(_) | Ground::Omitted => color(AnsiColor::Yellow),
                Ground::Unsupported => color(AnsiColor::Red),
            }
            .bold();
            let word = ground.as_str();
            let _ = write!(text, "{style}{word:>STATUS$}{style:#} {statement}");
            if !lines.is_empty() {
                let _ = write!(text, " ({})", places(lines));
            }
            if !by.is_empty() {
                let ids = by.iter().map(|index| readings.all()[*index].id());
                // The line says it; the reading tells of what.
                let by = if *ground == Ground::Documented {
                    "placed by"
                } else {
                    "by"
                };
                let _ = write!(text, " {by} {}", ids.collect::<Vec<_>>().join(", "));
            }
            text.push('\n');
        }
    }
    for index in explanation.readings() {
        let reading = &readings.all()[index];
        let named = format!("{} ({})", reading.id(), reading.rests_on());
        for (word, what) in [
            ("reading", &named),
            ("reason", &reading.reason),
            ("evidence", &reading.evidence),
        ] {
            let _ = writeln!(text, "{faint}{word:>STATUS$}{faint:#} {what}");
        }
    }
    text
}

/// `citi-australia, lines 103, 240; citi-hong-kong, line 94`.
fn places(lines: &Lines) -> String {
    let page = |(page, lines): (&String, &std::collections::BTreeSet<u32>)| {
        let plural = if lines.len() == 1 { "" } else { "s" };
        let numbers: Vec<String> = lines.iter().map(u32::to_string).collect();
        format!("{page}, line{plural} {}", numbers.join(", "))
    };
    lines.iter().map(page).collect::<Vec<_>>().join("; ")
}
