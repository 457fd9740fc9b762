//! What is said, in words for people: prose with code in it, statements, lines, grounds.

use std::collections::BTreeSet;

use claims::Aspect;
use maud::{Markup, html};
use review::explain::Claimed;
use review::reading::{Basis, Certainty, ReadingKind};
use serde_json::Value;

/// Prose of the documents: paragraphs, in which what stands between backticks is code and what
/// stands as `[words](address)` is a link.
pub(crate) fn prose(text: &str) -> Markup {
    html! {
        @for paragraph in text.split("\n\n").filter(|paragraph| !paragraph.is_empty()) {
            p { (line(paragraph)) }
        }
    }
}

/// One line of prose.
pub(crate) fn line(text: &str) -> Markup {
    html! {
        @for (index, part) in text.split('`').enumerate() {
            @if index % 2 == 1 { code { (part) } } @else { (linked(part)) }
        }
    }
}

/// Text with its links and its bare addresses.
fn linked(text: &str) -> Markup {
    let bare = |text: &str| {
        html! {
            @for (index, word) in text.split(' ').enumerate() {
                @if index > 0 { " " }
                @let address = word.trim_end_matches([',', ';', '.', ')']);
                @if address.starts_with("https://") {
                    a href=(address) { (address) } (&word[address.len()..])
                } @else {
                    (word)
                }
            }
        }
    };
    let Some((before, rest)) = text.split_once('[') else {
        return bare(text);
    };
    let parts = rest.split_once("](").and_then(|(words, rest)| {
        let (address, after) = rest.split_once(')')?;
        address
            .starts_with("https://")
            .then_some((words, address, after))
    });
    match parts {
        Some((words, address, after)) => html! {
            (bare(before)) a href=(address) { (words) } (linked(after))
        },
        None => bare(text),
    }
}

/// What a statement says: the aspect, and its value where it has one.
pub(crate) fn statement(statement: &Claimed) -> (String, Option<String>) {
    let Claimed { aspect, value, .. } = statement;
    let said = (!value.is_empty()).then(|| value.clone());
    match aspect {
        Aspect::Listed if value.is_empty() => ("named".to_owned(), None),
        Aspect::Listed => ("listed by".to_owned(), said),
        Aspect::Documented => ("has a section of its own".to_owned(), None),
        Aspect::Description => ("described".to_owned(), None),
        Aspect::EnumDescription => ("explained value".to_owned(), said),
        Aspect::Enum => ("possible value".to_owned(), said),
        Aspect::Field => ("made of the field".to_owned(), said),
        Aspect::Inferred => ("our judgement".to_owned(), said),
        Aspect::Cut => ("the capture ends here".to_owned(), None),
        aspect => (aspect.as_str().replace('-', " "), said),
    }
}

/// The aspects of an element that are our judgement, as its `x-inferred` names them; empty where
/// there are none.
pub(crate) fn judged(node: &Value) -> Vec<&str> {
    let aspects = node["x-inferred"].as_array().into_iter().flatten();
    aspects.filter_map(Value::as_str).collect()
}

/// Line numbers, neighbours as a range: `92–94, 101`.
pub(crate) fn numbers(lines: &BTreeSet<u32>) -> String {
    let mut ranges: Vec<(u32, u32)> = Vec::new();
    for &line in lines {
        match ranges.last_mut() {
            Some((_, last)) if *last + 1 == line => *last = line,
            _ => ranges.push((line, line)),
        }
    }
    let range = |(first, last): &(u32, u32)| {
        if first == last {
            first.to_string()
        } else {
            format!("{first}\u{2013}{last}")
        }
    };
    ranges.iter().map(range).collect::<Vec<_>>().join(", ")
}

/// `line 92`, `lines 92–94`.
pub(crate) fn lines(lines: &BTreeSet<u32>) -> String {
    let plural = if lines.len() == 1 { "" } else { "s" };
    format!("line{plural} {}", numbers(lines))
}

/// As [`lines`], or `30 lines` where more than six numbers or ranges would stand in a row.
pub(crate) fn lines_in_short(lines: &BTreeSet<u32>) -> String {
    if numbers(lines).matches(',').count() >= 6 {
        count(lines.len(), "line")
    } else {
        self::lines(lines)
    }
}

/// What line numbers count.
pub(crate) fn of_capture() -> &'static str {
    "Line numbers count the lines of a text capture that is not ours to publish; its hash \
     identifies it."
}

/// `1 reading`, `2 readings`; thousands are parted.
pub(crate) fn count(number: usize, noun: &str) -> String {
    let plural = if number == 1 { "" } else { "s" };
    format!("{} {noun}{plural}", thousands(number))
}

/// A number with its thousands parted by a narrow space: `2 680`.
pub(crate) fn thousands(number: usize) -> String {
    let digits = number.to_string();
    let mut parted = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            parted.push('\u{202f}');
        }
        parted.push(digit);
    }
    parted
}

/// What a basis means, and how sure it is.
pub(crate) fn basis(basis: Basis, certainty: Option<Certainty>) -> &'static str {
    match (basis, certainty) {
        (_, Some(Certainty::Likely)) => {
            "client code or other material of someone else suggests it, which is not certain"
        }
        (Basis::SamePage, None) => "another line of the page shows it",
        (Basis::OtherPage, None) => "another page shows it",
        (Basis::Vendor, None) => "the vendor\u{2019}s own public material says it",
        (Basis::Observed, None) => "recorded traffic shows it",
        (Basis::Inferred, None) => "our judgement, and the document marks it so",
    }
}

/// What a kind of reading does.
pub(crate) fn kind(kind: ReadingKind) -> &'static str {
    match kind {
        ReadingKind::Bind => "Restores what the capture lost",
        ReadingKind::Supply => "Adds what the page does not say",
        ReadingKind::Override => "Departs from the page",
        ReadingKind::Omit => "Leaves out what the page says, for the reason given",
    }
}

/// A number of bytes in the unit that people read: `312 kB`.
pub(crate) fn size(bytes: usize) -> String {
    format!("{} kB", thousands(bytes.div_ceil(1000)))
}
