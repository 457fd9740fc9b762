//! An explanation for people.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use anstyle::{AnsiColor, Style};
use claims::Aspect;

use super::fold::{Fold, fold};
use super::{Explanation, Ground, Lines, Stated};
use crate::reading::Readings;

/// How wide the words that open a line are, as Cargo sets them.
pub(super) const STATUS: usize = 16;

/// From how many statements on a summary goes first.
const LONG: usize = 30;

/// How many lines of a page are named where more say the same.
const LINES: usize = 6;

/// An explanation as text for a terminal, styled with ANSI escapes that the writer may strip.
/// Unless `all` is asked for, the bodies of an operation's errors are told together, and of many
/// lines that say the same the first are named.
#[must_use]
pub fn text(explanation: &Explanation, readings: &Readings, all: bool) -> String {
    let color = |color: AnsiColor| Style::new().fg_color(Some(color.into()));
    let (faint, head) = (color(AnsiColor::Cyan), Style::new().bold());
    let mut text = String::new();
    let title = &explanation.title;
    let _ = writeln!(text, "{head}{:>STATUS$} {title}{head:#}", "element");
    let also = |text: &mut String, word: &str, what: &str| {
        let _ = writeln!(text, "{faint}{word:>STATUS$}{faint:#} {what}");
    };
    if explanation.within {
        also(&mut text, "within", &explanation.pointer);
    } else if *title != explanation.pointer {
        also(&mut text, "at", &explanation.pointer);
    }
    if explanation.statements.len() >= LONG {
        let (claims, by) = (explanation.statements.len(), explanation.readings().len());
        let grounds = grounds(&explanation.grounds());
        let summary = format!("{claims} claims: {grounds}; the readings ({by}) come last");
        also(&mut text, "summary", &summary);
    }
    let (statements, folds) = if all {
        (explanation.statements.iter().collect(), Vec::new())
    } else {
        fold(explanation)
    };
    for stated in statements {
        line(&mut text, stated, readings, all);
    }
    for fold in &folds {
        also(&mut text, "folded", &folded(fold));
    }
    for index in explanation.readings() {
        let reading = &readings.all()[index];
        let named = format!("{} ({})", reading.id(), reading.rests_on());
        also(&mut text, "reading", &named);
        also(&mut text, "reason", &reading.reason);
        also(&mut text, "evidence", &readings.evidence(reading));
    }
    text
}

/// One statement, a line for each way in which it came about.
fn line(text: &mut String, stated: &Stated, readings: &Readings, all: bool) {
    for ((ground, by), lines) in &stated.origins {
        let color = match ground {
            Ground::Documented | Ground::Described => AnsiColor::Green,
            Ground::Read(..) | Ground::Omitted => AnsiColor::Yellow,
            Ground::Unsupported => AnsiColor::Red,
        };
        let style = Style::new().fg_color(Some(color.into())).bold();
        let word = ground.name();
        let _ = write!(text, "{style}{word:>STATUS$}{style:#} {}", said(stated));
        if !lines.is_empty() {
            let _ = write!(text, " ({})", places(lines, all));
        }
        if !by.is_empty() {
            let ids = by.iter().map(|index| readings.all()[*index].id());
            // The line says it; the reading tells of what.
            let by = match ground {
                Ground::Documented | Ground::Described => "placed by",
                _ => "by",
            };
            let _ = write!(text, " {by} {}", ids.collect::<Vec<_>>().join(", "));
        }
        text.push('\n');
    }
}

/// `emailKey · type = integer`, and of a wording the words of the document.
fn said(stated: &Stated) -> String {
    let statement = stated.statement.to_string();
    let aspect = Aspect::Description.as_str();
    match (&stated.words, statement.strip_suffix(" = stated")) {
        (Some(words), Some(said)) if said.ends_with(aspect) => {
            let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
            format!("{said} = \"{words}\"")
        }
        _ => statement,
    }
}

/// `400, 401 · body CitiError, 18 claims each: …`.
fn folded(fold: &Fold) -> String {
    let Fold {
        statuses,
        schema,
        each,
        grounds: by,
    } = fold;
    let (name, query) = match schema {
        Some(schema) => (
            format!(" {schema}"),
            format!("explain `{schema}`, or use --all"),
        ),
        None => (String::new(), "--all".to_owned()),
    };
    let statuses = statuses.join(", ");
    format!(
        "{statuses} · body{name}, {each} claims each: {}; {query} shows them",
        grounds(by)
    )
}

fn grounds(grounds: &BTreeMap<Ground, usize>) -> String {
    let grounds = grounds.iter();
    let grounds = grounds.map(|(ground, number)| format!("{number} {}", ground.name()));
    grounds.collect::<Vec<_>>().join(", ")
}

/// `citi-australia, lines 103, 240; citi-hong-kong, line 94`.
fn places(lines: &Lines, all: bool) -> String {
    let page = |(page, lines): (&String, &BTreeSet<u32>)| {
        let plural = if lines.len() == 1 { "" } else { "s" };
        let most = if all { usize::MAX } else { LINES };
        let numbers: Vec<String> = lines.iter().take(most).map(u32::to_string).collect();
        let more = match lines.len().saturating_sub(most) {
            0 => String::new(),
            more => format!(" and {more} more"),
        };
        format!("{page}, line{plural} {}{more}", numbers.join(", "))
    };
    lines.iter().map(page).collect::<Vec<_>>().join("; ")
}
