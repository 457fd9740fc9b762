//! Drift for people and for programs.

mod quoted;
mod worded;

use std::fmt::Write as _;
use std::sync::Arc;

use anstyle::{AnsiColor, Style};
use claims::Aspect;
use serde_json::json;

use super::{Change, Class, Drift, Event, Kind};
use worded::{is_announcement, is_worded, worded};

/// How wide the words that open a line are, as Cargo sets them.
pub(crate) const STATUS: usize = 16;

/// Drift as text for a terminal, operation by operation, styled with ANSI escapes that the writer
/// may strip.
#[must_use]
pub fn text(drift: &Drift) -> String {
    let head = Style::new().bold();
    let mut text = String::new();
    let mut operation = None;
    for change in &drift.changes {
        if operation.replace(&change.operation) != Some(&change.operation) {
            let (word, name) = match &*change.operation {
                "" => ("page", drift.page.as_str()),
                name => ("operation", name),
            };
            let _ = writeln!(text, "{head}{word:>STATUS$} {name}{head:#}");
        }
        let strong = style(change.class);
        let class = change.class.as_str();
        let _ = writeln!(text, "{strong}{class:>STATUS$}{strong:#} {}", words(change));
        let faint = Style::new().fg_color(Some(AnsiColor::Cyan.into()));
        let mut also = |name: &str, what: &str| {
            let _ = writeln!(text, "{faint}{name:>STATUS$}{faint:#} {what}");
        };
        also("at", &places(change));
        let [was, is] = quoted::quoted(&change.old_words, &change.new_words);
        for (name, lines) in [("was", was), ("is", is)] {
            for words in lines {
                also(name, &words);
            }
        }
        if change.class > Class::Wording {
            also("why", change.reason);
        }
    }
    text
}

pub(crate) fn style(class: Class) -> Style {
    let color = match class {
        Class::Breaking => AnsiColor::Red,
        Class::Unknown => AnsiColor::Magenta,
        Class::Compatible => AnsiColor::Green,
        Class::Wording | Class::Capture => AnsiColor::Yellow,
    };
    Style::new().bold().fg_color(Some(color.into()))
}

/// `200 · emails.emailKey · type was integer, is string`.
fn words(change: &Change) -> String {
    let whole = match &*change.place {
        "page" | "operation" => "",
        place => place,
    };
    let name = if &*change.place == "page" {
        ""
    } else {
        &change.name
    };
    let aspect = match change.aspect {
        Aspect::Listed => "",
        Aspect::Cut if change.event == Event::Unseen => "",
        Aspect::Title | Aspect::Description if is_announcement(change) => "",
        aspect => aspect.as_str(),
    };
    let subject = [whole, name, aspect]
        .into_iter()
        .filter(|part| !part.is_empty());
    let subject = subject.collect::<Vec<_>>().join(" · ");
    let said = said(change);
    if subject.is_empty() {
        said
    } else {
        format!("{subject} {said}")
    }
}

/// What happened to the subject.
fn said(change: &Change) -> String {
    let within = match change.within {
        0 => String::new(),
        1 => " (and 1 claim within it)".to_owned(),
        count => format!(" (and {count} claims within it)"),
    };
    if let Some(was) = &change.was {
        return format!("renamed, was `{was}`");
    }
    match change.event {
        Event::Repeated => {
            return format!(
                "said on {}",
                on(change.new_lines.len(), change.old_lines.len())
            );
        }
        Event::Unseen => {
            let ends = if change.old_lines.is_empty() {
                "old"
            } else {
                "new"
            };
            return format!("not captured: the {ends} page ends before it{within}");
        }
        Event::CutCompleted => {
            return "completed: the old capture ends within these words".to_owned();
        }
        Event::CutShort => return "short: the new capture ends within these words".to_owned(),
        _ => {}
    }
    if is_worded(change) {
        return worded(change);
    }
    let perhaps = match (change.kind, &change.perhaps) {
        (_, None) => String::new(),
        (Kind::Removed, Some(other)) => format!(", perhaps renamed to `{other}`"),
        (_, Some(other)) => format!(", perhaps `{other}` renamed"),
    };
    match (change.kind, change.aspect, &*change.old, &*change.new) {
        (Kind::Added, Aspect::Listed, ..) => {
            let required = match change.event {
                Event::RequiredAdded => ", required",
                _ => "",
            };
            format!("added{required}{within}{perhaps}")
        }
        (Kind::Removed, Aspect::Listed, ..) => format!("removed{within}{perhaps}"),
        (_, Aspect::Cut, [], [_]) => "here: the new capture ends".to_owned(),
        (_, Aspect::Cut, [_], []) => "here: the old capture ends".to_owned(),
        (_, _, [was], new) if was.is_empty() => format!("was empty, is {}", values(new)),
        (_, _, old, [is]) if is.is_empty() => format!("was {}, is empty", values(old)),
        (_, _, [], new) => format!("is now {}", values(new)),
        (_, _, old, []) => format!("is no longer {}", values(old)),
        (_, _, old, new) => format!("was {}, is {}", values(old), values(new)),
    }
}

/// `2 lines, was on 1`.
fn on(now: usize, was: usize) -> String {
    let plural = if now == 1 { "" } else { "s" };
    format!("{now} line{plural}, was on {was}")
}

fn values(values: &[Arc<str>]) -> String {
    let quoted = values.iter().map(|value| match &**value {
        "" => "said".to_owned(),
        value => format!("`{value}`"),
    });
    quoted.collect::<Vec<_>>().join(", ")
}

/// `old line 46, new lines 46, 50`.
fn places(change: &Change) -> String {
    let side = |name: &str, lines: &[u32]| {
        let plural = if lines.len() == 1 { "" } else { "s" };
        let numbers: Vec<String> = lines.iter().map(u32::to_string).collect();
        (!lines.is_empty()).then(|| format!("{name} line{plural} {}", numbers.join(", ")))
    };
    let sides = [
        side("old", &change.old_lines),
        side("new", &change.new_lines),
    ];
    sides.into_iter().flatten().collect::<Vec<_>>().join("; ")
}

/// Drift as JSON: page, how many changes are of each class, and the changes, indented by two.
///
/// # Panics
///
/// Never: changes hold text and numbers only.
#[must_use]
pub fn json(drift: &Drift) -> String {
    let mut document = json!({ "page": drift.page });
    for class in Class::ALL {
        document[class.as_str()] = drift.count(class).into();
    }
    document["changes"] = json!(drift.changes);
    let mut json = serde_json::to_string_pretty(&document).expect("changes are text and numbers");
    json.push('\n');
    json
}
