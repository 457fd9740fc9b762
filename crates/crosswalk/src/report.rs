//! What was lost in a translation: places, rules and lengths, and never a value.

use std::fmt::Write as _;

use serde::Serialize;

/// One thing that is not in what was printed as it is in the body.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Entry {
    /// `lost`, `cut`, `changed`, `filled` or `missing`.
    pub what: &'static str,
    /// The place in the body, by names of the document: `emails[1].emailAddress`.
    pub from: String,
    /// The path in the target.
    pub to: String,
    /// The reason.
    pub why: String,
}

/// Everything that was lost, cut or could not be said.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Report {
    /// The component schema of the body.
    pub from: String,
    /// The target's schema of what is printed.
    pub to: String,
    /// The target and its version.
    pub target: String,
    /// The entries.
    pub entries: Vec<Entry>,
}

impl Report {
    /// The report for people.
    #[must_use]
    pub fn text(&self) -> String {
        let mut text = format!("{} as {} of {}\n", self.from, self.to, self.target);
        for Entry {
            what,
            from,
            to,
            why,
        } in &self.entries
        {
            let to = if to.is_empty() {
                String::new()
            } else {
                format!(" > {to}")
            };
            let _ = writeln!(text, "{what:>8} {from}{to}: {why}");
        }
        text
    }
}
