//! A comparison for people, for programs, and for the change log.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::sync::Arc;

use anstyle::{AnsiColor, Style};
use serde::Serialize;

use super::{Diff, Revision};
use crate::drift::render::{STATUS, style};
use crate::drift::{Class, Event, Kind};

/// How many operations of one change are named.
const MOST: usize = 3;

/// The changes as text for a terminal, subject by subject, styled with ANSI escapes that the writer
/// may strip.
#[must_use]
pub fn text(diff: &Diff) -> String {
    let head = Style::new().bold();
    let faint = Style::new().fg_color(Some(AnsiColor::Cyan.into()));
    let mut text = String::new();
    let mut subject = None;
    for change in &diff.changes {
        if subject.replace(&change.subject) != Some(&change.subject) {
            let (word, name) = headed(&change.subject);
            let _ = writeln!(text, "{head}{word:>STATUS$} {name}{head:#}");
        }
        let strong = style(change.class);
        let class = change.class.as_str();
        let _ = writeln!(text, "{strong}{class:>STATUS$}{strong:#} {}", words(change));
        let mut also = |name: &str, what: &str| {
            let _ = writeln!(text, "{faint}{name:>STATUS$}{faint:#} {what}");
        };
        also("at", &place(change));
        if change.operations.iter().any(|it| *it != change.subject) {
            also("in", &named(&change.operations, change.concerned, ""));
        }
        if change.class > Class::Wording {
            also("why", change.reason);
        }
    }
    text
}

/// What sort of subject it is, and its name.
fn headed(subject: &str) -> (&'static str, &str) {
    match subject {
        "" => ("document", "as a whole"),
        name if name.contains(' ') => ("operation", name),
        name if name.starts_with('/') || name.starts_with("webhooks/") => ("path", name),
        name => ("component", name),
    }
}

/// Where a change is seen in the new document, or else where it was in the old one.
fn place(change: &Revision) -> String {
    match (&change.new_pointer, &change.old_pointer) {
        (Some(new), _) => new.clone(),
        (None, old) => format!("old {}", old.as_deref().unwrap_or_default()),
    }
}

/// The first operations, and how many more there are.
fn named(operations: &[Arc<str>], all: u64, quote: &str) -> String {
    let names = operations.iter().take(MOST);
    let more = all.saturating_sub(names.len() as u64);
    let names = names
        .map(|it| format!("{quote}{it}{quote}"))
        .collect::<Vec<_>>()
        .join(", ");
    match more {
        0 => names,
        more => format!("{names} and {more} more"),
    }
}

/// `200 · emails.emailKey · type was integer, is string`.
fn words(change: &Revision) -> String {
    let said = said(change);
    match &*change.name {
        "" => said,
        name => format!("{name} {said}"),
    }
}

/// What happened to it.
fn said(change: &Revision) -> String {
    if let Some(was) = &change.was {
        return format!("renamed, was `{was}`");
    }
    let values = |values: &[String]| {
        let quoted = values.iter().map(|it| format!("`{it}`"));
        quoted.collect::<Vec<_>>().join(", ")
    };
    match (change.event, &*change.old, &*change.new) {
        (Event::Reordered | Event::ServersReordered | Event::ParametersReordered, ..) => {
            "in another order".to_owned()
        }
        (Event::MeaningsSwapped, ..) => "swapped".to_owned(),
        (Event::Reworded, ..) => match (&change.old_pointer, &change.new_pointer) {
            (None, _) => "is now stated".to_owned(),
            (_, None) => "is no longer stated".to_owned(),
            _ => "reworded".to_owned(),
        },
        (Event::BecameRequired, ..) => "is now stated".to_owned(),
        (Event::BecameOptional, ..) => "is no longer stated".to_owned(),
        (Event::RequiredAdded, ..) => "added, required".to_owned(),
        (_, [], []) => match change.kind {
            Kind::Added => "added".to_owned(),
            Kind::Removed => "removed".to_owned(),
            _ => "in other words".to_owned(),
        },
        (_, [], new) => format!("is now {}", values(new)),
        (_, old, []) => format!("is no longer {}", values(old)),
        (_, old, new) => format!("was {}, is {}", values(old), values(new)),
    }
}

/// What programs read.
#[derive(Serialize)]
struct Report<'d> {
    breaking: usize,
    compatible: usize,
    wording: usize,
    changes: &'d [Revision],
}

/// The changes as JSON: how many are of each class, and the changes, indented by two.
///
/// # Panics
///
/// Never: changes hold text and numbers only.
#[must_use]
pub fn json(diff: &Diff) -> String {
    let document = Report {
        breaking: diff.count(Class::Breaking),
        compatible: diff.count(Class::Compatible),
        wording: diff.count(Class::Wording),
        changes: &diff.changes,
    };
    let mut json = serde_json::to_string_pretty(&document).expect("changes are text and numbers");
    json.push('\n');
    json
}

/// The changes for a change log: those that are breaking and those that are compatible, each once
/// with the operations that it concerns, and how many are wording only.
#[must_use]
pub fn markdown(diff: &Diff) -> String {
    let mut text = String::new();
    for (class, title) in [
        (Class::Breaking, "Breaking"),
        (Class::Compatible, "Compatible"),
    ] {
        // What several operations say alike is one line.
        let mut of_operations: BTreeMap<String, Vec<Arc<str>>> = BTreeMap::new();
        let mut others: BTreeSet<String> = BTreeSet::new();
        for change in diff.changes.iter().filter(|it| it.class == class) {
            let words = words(change);
            if change.operations.contains(&change.subject) {
                let operations = of_operations.entry(words).or_default();
                operations.push(Arc::clone(&change.subject));
                continue;
            }
            let whose = match &*change.subject {
                "" => "the document".to_owned(),
                subject => format!("`{subject}`"),
            };
            let concerned = match change.concerned {
                0 => String::new(),
                all => format!(" ({})", named(&change.operations, all, "`")),
            };
            others.insert(format!("{whose}: {words}{concerned}"));
        }
        let of_operations = of_operations.into_iter().map(|(words, operations)| {
            let all = operations.len() as u64;
            format!("{}: {words}", named(&operations, all, "`"))
        });
        let lines: Vec<String> = others.into_iter().chain(of_operations).collect();
        if !lines.is_empty() {
            let _ = writeln!(text, "\n### {title}\n");
        }
        for line in lines {
            let _ = writeln!(text, "- {line}");
        }
    }
    match diff.count(Class::Wording) {
        0 => {}
        1 => text.push_str("\nOne change is of wording only.\n"),
        count => drop(writeln!(text, "\n{count} changes are of wording only.")),
    }
    text
}
