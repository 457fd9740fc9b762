//! Facts that a page states in prose.
//!
//! Only phrases that a page uses word for word are read, and each gives the value as written.

mod unread;

use claims::Aspect;

pub use unread::unread;

/// A phrase that says one thing, what that is, and how a claim says it.
const PHRASES: [(&str, Aspect, &str); 5] = [
    ("128 bit UUID", Aspect::Format, "uuid"),
    ("128 bit random UUID", Aspect::Format, "uuid"),
    // It is alpha-2 by its length.
    ("2 character ISO 3166", Aspect::Format, "iso-3166-alpha-2"),
    ("List of one or more ", Aspect::MinItems, "1"),
    ("Bearer + {space} + {accessToken}", Aspect::Scheme, "bearer"),
];

/// What stands before and behind a name, the latter being what tells.
const NAMES: [(&str, &str, Aspect); 2] = [
    (
        "You can use ",
        " as the referenceCode parameter",
        Aspect::ReferenceCode,
    ),
    ("Mandatory if ", " is not present", Aspect::RequiredUnless),
];

/// What introduces values, which go to the end of the sentence, and whether there may be several. A
/// letter that may be a capital is left out.
const VALUES: [(&str, Aspect, bool); 6] = [
    ("ossible values :", Aspect::Enum, true),
    ("ossible values:", Aspect::Enum, true),
    ("vailable values:", Aspect::Enum, true),
    ("efault value:", Aspect::Default, false),
    ("Example: ", Aspect::Example, false),
    ("passed as part of the header ", Aspect::Field, true),
];

/// The facts that a wording states: its type, and then those of phrases in the order of the tables.
#[must_use]
pub fn facts(wording: &str) -> Vec<(Aspect, String)> {
    let mut facts = scalar(trimmed(wording));
    let phrases = PHRASES.iter().filter(|fact| wording.contains(fact.0));
    facts.extend(phrases.map(|fact| (fact.1, fact.2)));
    facts.extend(words(wording).filter_map(word_fact));
    for (before, behind, aspect) in NAMES {
        let named = wording.split_once(behind);
        let named = named.and_then(|(start, _)| start.rsplit_once(before));
        facts.extend(named.map(|(_, name)| (aspect, name)));
    }
    for (introduction, aspect, are_several) in VALUES {
        let Some((_, rest)) = wording.split_once(introduction) else {
            continue;
        };
        let rest = trimmed(rest.split(". ").next().unwrap_or_default());
        let mut values = if aspect == Aspect::Enum && only_bounds(rest).is_some() {
            Vec::new()
        } else if are_several {
            listed(rest)
        } else {
            vec![unquoted(rest)]
        };
        values.retain(|value| !value.is_empty());
        facts.extend(values.into_iter().map(|value| (aspect, value)));
    }
    let facts = facts.into_iter();
    let mut facts: Vec<_> = facts.map(|fact| (fact.0, fact.1.to_owned())).collect();
    facts.extend(range(wording).map(|range| (Aspect::Range, range)));
    facts
}

/// What introduces the values that a text begins with.
pub(crate) fn introduced(text: &str) -> Option<Aspect> {
    let rest = text.get(1..)?;
    let known = VALUES.iter().find(|(start, ..)| rest.starts_with(start))?;
    Some(known.1)
}

/// "ASCII string (100)", "number (18,2)", "number (14)", "boolean": a type and its bound, and no
/// other word.
fn scalar(wording: &str) -> Vec<(Aspect, &str)> {
    let bounded = wording.strip_suffix(')').and_then(|it| it.split_once(" ("));
    match (wording, bounded) {
        ("boolean" | "number", _) => vec![(Aspect::Type, wording)],
        ("ASCII string" | "ASCII String", _) => {
            vec![(Aspect::Type, "string"), (Aspect::Format, "ascii")]
        }
        (_, Some(("ASCII string" | "ASCII String", most))) if is_digits(most) => vec![
            (Aspect::Type, "string"),
            (Aspect::Format, "ascii"),
            (Aspect::MaxLength, most),
        ],
        (_, Some(("number", bound))) if bound.splitn(2, ',').all(is_digits) => {
            vec![(Aspect::Type, "number"), (Aspect::Precision, bound)]
        }
        _ => Vec::new(),
    }
}

/// "YYYY-MM-DD" and "YYYY-MM-DDTHH:MM:SS"; the latter has no zone, so it is the `date-time-local`
/// of the OpenAPI format registry and not RFC 3339's `date-time`. A path of reference data,
/// "/utilities/referenceData/{addressType}", however its beginning is spelt.
fn word_fact(word: &str) -> Option<(Aspect, &str)> {
    match trimmed(word).trim_matches(|mark| "(),.;:".contains(mark)) {
        "YYYY-MM-DD" => Some((Aspect::Format, "date")),
        "YYYY-MM-DDTHH:MM:SS" => Some((Aspect::Format, "date-time-local")),
        path => path
            .contains("referenceData/{")
            .then_some((Aspect::ReferenceData, path)),
    }
}

/// The words of a wording, without a date that is the first half of a time.
fn words(wording: &str) -> impl Iterator<Item = &str> {
    let behind = wording.split_whitespace().skip(1).map(Some).chain([None]);
    let words = wording.split_whitespace().zip(behind);
    let is_half = |next: &str| next.to_ascii_uppercase().starts_with("HH");
    words.filter_map(move |(word, next)| (!next.is_some_and(is_half)).then_some(word))
}

/// "in the range of 1 to 100", and "Possible values: 1 to 100".
fn range(wording: &str) -> Option<String> {
    if let Some((_, rest)) = wording.split_once("in the range of ") {
        return bounds(rest);
    }
    let mut values = VALUES.iter().filter(|it| it.1 == Aspect::Enum);
    let rest = values.find_map(|it| Some(wording.split_once(it.0)?.1));
    rest.and_then(|rest| only_bounds(rest.split(". ").next()?))
}

/// "1 to 100", and nothing behind it.
fn only_bounds(rest: &str) -> Option<String> {
    bounds(rest).filter(|_| rest.split_whitespace().count() == 3)
}

/// "1 to 100".
fn bounds(rest: &str) -> Option<String> {
    let words: Vec<_> = rest.split_whitespace().map(trimmed).take(3).collect();
    let [least, "to" | "-" | "–", most] = words[..] else {
        return None;
    };
    let is_number = |bound: &str| bound.parse::<i64>().is_ok();
    (is_number(least) && is_number(most)).then(|| format!("{least} to {most}"))
}

/// What is listed with commas, the last ones with `or` or `and` between single words; of
/// "(en=English) or (fr=French)" and of "A - Active, C - Closed", what stands before its meaning.
fn listed(rest: &str) -> Vec<&str> {
    let value = |item| explained(item).map(|(value, _)| value);
    let items: Option<Vec<&str>> = rest.split(" or ").map(value).collect();
    if let Some(items) = items {
        return items;
    }
    let inner = rest.strip_prefix('[').and_then(|it| it.strip_suffix(']'));
    let rest = inner.unwrap_or(rest);
    let mut items: Vec<&str> = rest.split(',').collect();
    let last = items.pop().unwrap_or_default();
    let apart: Vec<&str> = last.split_whitespace().collect();
    match apart[..] {
        ["or" | "and", one] => items.push(one),
        [one, "or" | "and", other] if !one.starts_with('(') => items.extend([one, other]),
        _ => items.push(last),
    }
    let items: Vec<&str> = items.into_iter().map(unquoted).collect();
    let meant = items.iter().map(|item| {
        let (value, _) = item.split_once(" - ")?;
        (!value.contains(' ')).then_some(unquoted(value))
    });
    let meant: Option<Vec<&str>> = meant.collect();
    let meant = meant.filter(|_| items.len() > 1);
    let is_sentence = items.len() == 1 && items[0].split(' ').count() > 2;
    match meant {
        Some(values) => values,
        None if is_sentence => Vec::new(),
        None => items,
    }
}

/// A value and what it means, of "(en=English)".
pub(crate) fn explained(item: &str) -> Option<(&str, &str)> {
    let item = item.trim().strip_prefix('(')?.strip_suffix(')')?;
    item.split_once('=')
}

/// Without white space, full stop and quotation marks around it.
fn unquoted(text: &str) -> &str {
    let text = trimmed(text);
    let inner = text.strip_prefix('\'').and_then(|it| it.strip_suffix('\''));
    inner.unwrap_or(text)
}

/// Whether a text is a whole number, without sign.
fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Without white space around it and without the full stop that ends the sentence.
fn trimmed(text: &str) -> &str {
    text.trim().trim_end_matches('.')
}
