//! What the commands say on a terminal, as Cargo says it: right-aligned words, one summary line.

use std::fmt::Display;

use anstream::{eprintln, println};
use anstyle::{AnsiColor, Style};
use indicatif::{ProgressBar, ProgressStyle};

use crate::Trouble;

const GOOD: Style = Style::new()
    .bold()
    .fg_color(Some(anstyle::Color::Ansi(AnsiColor::Green)));
const BAD: Style = Style::new()
    .bold()
    .fg_color(Some(anstyle::Color::Ansi(AnsiColor::Red)));
const NOTE: Style = Style::new()
    .bold()
    .fg_color(Some(anstyle::Color::Ansi(AnsiColor::Yellow)));

/// One line of what was done or found.
pub(crate) fn status(good: bool, word: &str, what: impl Display) {
    let style = if good { GOOD } else { BAD };
    println!("{style}{word:>16}{style:#} {what}");
}

/// What is good to know about what follows, on standard error.
pub(crate) fn note(what: impl Display) {
    eprintln!("{NOTE}{:>16}{NOTE:#} {what}", "note");
}

/// Why the command could not run, on standard error.
pub(crate) fn trouble(trouble: &Trouble) {
    /// A broken page is broken everywhere: the first places are those that help.
    const MOST: usize = 20;
    for problem in trouble.0.iter().take(MOST) {
        eprintln!("{BAD}{:>16}{BAD:#} {problem}", "error");
    }
    if trouble.0.len() > MOST {
        eprintln!("{:>16} and {} more", "", trouble.0.len() - MOST);
    }
}

/// A bar on standard error for steps that can take more than a second; none where that is no
/// terminal.
pub(crate) fn progress(steps: usize, what: &'static str) -> ProgressBar {
    let template = "{prefix:>16} {wide_bar} {pos}/{len}";
    let style = ProgressStyle::with_template(template).unwrap_or(ProgressStyle::default_bar());
    ProgressBar::new(steps as u64)
        .with_style(style)
        .with_prefix(what)
}

/// `1 finding`, `2 findings`.
pub(crate) fn count(number: usize, noun: &str) -> String {
    let plural = if number == 1 { "" } else { "s" };
    format!("{number} {noun}{plural}")
}
