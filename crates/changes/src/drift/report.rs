//! How a command reports drift.

use clap::ValueEnum;
use cli::Verdict;
use cli::terminal::{self, count};

use super::{Class, Drift, json, text};

/// How to report what changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people.
    Text,
    /// For programs: `{"page": …, "changes": […]}`.
    Json,
}

/// Prints what changed; `compared` says what was, such as `12 claims, `.
#[must_use]
pub fn report(drift: &Drift, format: Format, compared: &str) -> Verdict {
    let agrees = drift.changes.is_empty();
    if format == Format::Json {
        terminal::print(json(drift));
        return Verdict::of(agrees);
    }
    terminal::print(text(drift));
    let word = if agrees { "Agreed" } else { "Drifted" };
    let changes = count(drift.changes.len(), "change");
    let classes = Class::ALL.map(|class| format!("{} {}", drift.count(class), class.as_str()));
    let deprecations = match drift.deprecations() {
        0 => String::new(),
        deprecations => format!("; {}", count(deprecations, "deprecation")),
    };
    let (page, classes) = (&drift.page, classes.join(", "));
    let summary = format!("{page}: {compared}{changes}: {classes}{deprecations}");
    terminal::status(agrees, word, summary);
    Verdict::of(agrees)
}
