//! Reads a Markdown twin: its elements, and the evidence in their braces.

use std::collections::{BTreeMap, BTreeSet};

/// What an element rests on and what is said of it, with the lines that say so.
pub(crate) type Evidence = BTreeMap<(String, String), BTreeSet<u32>>;

/// A range of lines: `92`, `92–94`.
fn range(text: &str) -> Option<std::ops::RangeInclusive<u32>> {
    let (first, last) = text.split_once('\u{2013}').unwrap_or((text, text));
    Some(first.parse().ok()?..=last.parse().ok()?)
}

/// What the braces at the end of a line say.
pub(crate) fn evidence(line: &str) -> Evidence {
    let mut evidence = Evidence::new();
    let braces = line.rsplit_once(" {").map_or("", |(_, braces)| braces);
    for group in braces.trim_end_matches('}').split("; ") {
        let (rests, said) = group.split_once(": ").unwrap_or(("", group));
        let mut label = "";
        for part in said.split(", ") {
            let (words, lines) = part.rsplit_once(' ').unwrap_or(("", part));
            label = if words.is_empty() { label } else { words };
            let Some(lines) = range(lines) else { continue };
            let mut add = |label: &str, lines: std::ops::RangeInclusive<u32>| {
                let key = (rests.to_owned(), label.to_owned());
                evidence.entry(key).or_default().extend(lines);
            };
            if label.is_empty() {
                // A range without a label is short for these, one line each.
                for (line, label) in lines.zip(["name", "words", "type"]) {
                    add(label, line..=line);
                }
            } else {
                add(label, lines);
            }
        }
    }
    evidence
}

/// Elements by place and name, each with all that is said of it.
pub(crate) type Elements = BTreeMap<(String, String), String>;

/// The elements of a twin.
pub(crate) fn elements(twin: &str) -> Elements {
    let twin = &round(twin);
    let mut elements = Elements::new();
    let mut full: BTreeMap<&str, String> = BTreeMap::new();
    let mut place = "operation".to_owned();
    let mut path: Vec<&str> = Vec::new();
    let mut above = "";
    for line in twin.lines() {
        if let Some(heading) = line.strip_prefix("## ").or(line.strip_prefix("### ")) {
            above = heading;
            let word = heading.split([' ', ',']);
            place = match word.collect::<Vec<_>>()[..] {
                ["Response", status, ..] => status.to_owned(),
                ["Body", ..] => "body".to_owned(),
                _ => heading.to_owned(),
            };
            continue;
        }
        let item = line.trim_start();
        let Some(item) = item.strip_prefix("- ") else {
            if line.ends_with('}') {
                // The heading has the media type and the type.
                let said = format!("{above} {line}");
                elements.insert((place.clone(), String::new()), said);
            }
            continue;
        };
        let within = [
            ("Address", "server"),
            ("Header `Authorization`", "security"),
            ("Header", "header"),
            ("In the path", "path"),
            ("In the query", "query"),
        ];
        let within = within.iter().find(|(start, _)| item.starts_with(start));
        let (of, name) = match (place.as_str(), within) {
            (_, Some((_, of @ ("server" | "security")))) => (*of, String::new()),
            ("Request", Some((_, of))) => (*of, quoted(item).to_owned()),
            ("Left out of the document" | "Further statements", _) => {
                let about = item.split(" {").next().expect("what it is about");
                about
                    .split_once(" · ")
                    .map_or((about, String::new()), |(of, name)| (of, name.to_owned()))
            }
            (of, _) => {
                path.truncate((line.len() - line.trim_start().len()) / 2);
                path.push(quoted(item));
                (of, path.join("."))
            }
        };
        let mut said = line.to_owned();
        // Name and type, such as "`code` string, required".
        if let Some((head, _)) = item.split_once(", as above.") {
            said += &full[head];
        } else if let Some((head, _)) = item.split_once(". ") {
            full.insert(head, line.to_owned());
        }
        *elements.entry((of.to_owned(), name)).or_default() += &said;
    }
    elements
}

/// The text with round brackets in its code, so that braces are those of evidence.
fn round(text: &str) -> String {
    let parts = text.split('`').enumerate();
    let parts = parts.map(|(place, part)| match place % 2 {
        1 => part.replace('{', "(").replace('}', ")"),
        _ => part.to_owned(),
    });
    parts.collect::<Vec<_>>().join("`")
}

/// What stands between the first two backticks.
fn quoted(text: &str) -> &str {
    text.split('`').nth(1).unwrap_or_default()
}
