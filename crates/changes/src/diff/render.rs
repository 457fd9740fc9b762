//! A comparison for people, for programs, and for the change log.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde_json::{Value, json as value};

use super::{Diff, Revision};
use crate::drift::Class;
use crate::drift::render::{lines, words};

/// The changes as text for a terminal, operation by operation, styled with ANSI escapes that the
/// writer may strip.
#[must_use]
pub fn text(diff: &Diff) -> String {
    let changes = diff.changes.iter().map(|it| (&it.change, places(it)));
    lines(("document", "as a whole"), changes)
}

/// Where a change is seen in the new document, or else where it was in the old one.
fn places(revision: &Revision) -> String {
    let (side, pointers) = if revision.new.is_empty() {
        ("old ", &revision.old)
    } else {
        ("", &revision.new)
    };
    let first = pointers.first().map_or("", String::as_str);
    match pointers.len() {
        0 | 1 => format!("{side}{first}"),
        count => format!("{side}{first}, and {} more", count - 1),
    }
}

/// The changes as JSON: how many are of each class, and the changes, indented by two.
///
/// # Panics
///
/// Never: changes hold text and numbers only.
#[must_use]
pub fn json(diff: &Diff) -> String {
    let change = |it: &Revision| {
        let mut change = serde_json::to_value(&it.change).expect("changes are text and numbers");
        if let Some(members) = change.as_object_mut() {
            members.retain(|name, _| !name.ends_with("-lines"));
            members.insert("old-pointers".to_owned(), value!(it.old));
            members.insert("new-pointers".to_owned(), value!(it.new));
        }
        change
    };
    let document = value!({
        "breaking": diff.count(Class::Breaking),
        "compatible": diff.count(Class::Compatible),
        "wording": diff.count(Class::Wording),
        "changes": diff.changes.iter().map(change).collect::<Vec<Value>>(),
    });
    let mut json = serde_json::to_string_pretty(&document).expect("changes are text and numbers");
    json.push('\n');
    json
}

/// The changes for a change log: those that are breaking and those that are compatible, each once
/// with the operations that it concerns, and how many are wording only.
#[must_use]
pub fn markdown(diff: &Diff) -> String {
    /// How many operations of one change are named.
    const MOST: usize = 3;
    let mut text = String::new();
    for (class, title) in [
        (Class::Breaking, "Breaking"),
        (Class::Compatible, "Compatible"),
    ] {
        let mut concerned: BTreeMap<String, Vec<&str>> = BTreeMap::new();
        let of_class = diff.changes.iter().filter(|it| it.change.class == class);
        for Revision { change, .. } in of_class {
            let operations = concerned.entry(words(change)).or_default();
            if !operations.contains(&&*change.operation) {
                operations.push(&change.operation);
            }
        }
        if !concerned.is_empty() {
            let _ = writeln!(text, "\n### {title}\n");
        }
        for (words, operations) in concerned {
            let (document, operations): (Vec<&str>, Vec<_>) =
                operations.into_iter().partition(|it| it.is_empty());
            let named = operations.iter().take(MOST).map(|it| format!("`{it}`"));
            let document = document.iter().map(|_| "the document".to_owned());
            let whose = document.chain(named).collect::<Vec<_>>().join(", ");
            let more = match operations.len().saturating_sub(MOST) {
                0 => String::new(),
                more => format!(" and {more} more"),
            };
            let _ = writeln!(text, "- {whose}{more}: {words}");
        }
    }
    match diff.count(Class::Wording) {
        0 => {}
        1 => text.push_str("\nOne change is of wording only.\n"),
        count => drop(writeln!(text, "\n{count} changes are of wording only.")),
    }
    text
}
