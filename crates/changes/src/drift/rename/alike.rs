//! How alike what went is to what came.

use std::collections::{BTreeMap, BTreeSet};

use claims::{Aspect, Element};

use super::super::elements::Said;

/// From which likeness on two names count as spellings of one (1 is the same name).
const NEAR: f64 = 0.8;

/// How alike two elements of one family are; nothing if they are two.
pub(super) fn elements(old: &Said, new: &Said, was: &Element, now: &Element) -> Option<f64> {
    let (before, after) = (&old.0[was], &new.0[now]);
    let kinds = |aspect| {
        let (before, after) = (before.values(aspect), after.values(aspect));
        (before.keys().collect::<Vec<_>>(), after.keys().collect())
    };
    let (before, after): (Vec<_>, Vec<_>) = kinds(Aspect::Type);
    if before != after {
        return None;
    }
    let (before, after): (Vec<_>, Vec<_>) = kinds(Aspect::Description);
    if !before.is_empty() && before == after {
        // Of several with one wording, the closest names go together.
        return Some(1.0 + near(&was.name, &now.name));
    }
    names(&was.name, &now.name).filter(|alike| *alike >= NEAR)
}

/// How alike two names are; nothing if they are numbered apart.
pub(super) fn names(was: &str, now: &str) -> Option<f64> {
    let apart = digits(was) != digits(now) || [was, now].iter().any(|name| name.contains('#'));
    (!apart).then(|| near(was, now))
}

/// The last part of a name, whatever its case and punctuation.
fn plain(name: &str) -> String {
    let last = name.rsplit('.').next().unwrap_or_default();
    let letters = last.chars().filter(|letter| letter.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}

/// How alike two names are, whatever their case and punctuation.
fn near(one: &str, other: &str) -> f64 {
    strsim::normalized_damerau_levenshtein(&plain(one), &plain(other))
}

/// `addressLine1` and `addressLine4` are near and yet two.
fn digits(name: &str) -> String {
    name.chars().filter(char::is_ascii_digit).collect()
}

/// How alike two operations are: they have one title or description and one method, or one path
/// but for what stands between braces; nothing if they are two.
pub(super) fn operations(old: &Said, new: &Said, was: &Element, now: &Element) -> Option<f64> {
    let same = |aspect| {
        let (before, after) = (old.0[was].values(aspect), new.0[now].values(aspect));
        !before.is_empty() && before.keys().eq(after.keys())
    };
    let method = |element: &Element| element.operation.split(' ').next().map(str::to_owned);
    if shape(&was.operation) == shape(&now.operation) {
        return Some(2.0);
    }
    let named = same(Aspect::Title) || same(Aspect::Description);
    (named && method(was) == method(now)).then(|| near(&was.operation, &now.operation))
}

/// An element that went or came, with the keys of which it shares one with all that is like it.
pub(super) struct Candidate<'e> {
    element: &'e Element,
    keys: Vec<String>,
}

/// Elements with their keys.
pub(super) fn candidates(
    elements: &[Element],
    keys: impl Fn(&Element) -> Vec<String>,
) -> Vec<Candidate<'_>> {
    let candidate = |element| Candidate {
        element,
        keys: keys(element),
    };
    elements.iter().map(candidate).collect()
}

/// The keys of an element of a family: see [`elements`].
pub(super) fn keys(said: &Said, element: &Element) -> Vec<String> {
    let values = |aspect| {
        let values = said.0[element].values(aspect).keys().map(|it| &**it);
        values.collect::<Vec<_>>().join("\n")
    };
    let (types, words) = (values(Aspect::Type), values(Aspect::Description));
    let words = (!words.is_empty()).then(|| format!("words {words}"));
    let keys = name_keys(&element.name).into_iter().chain(words);
    keys.map(|key| format!("{key}\n{types}")).collect()
}

/// The keys of a name: see [`names`].
pub(super) fn name_keys(name: &str) -> Vec<String> {
    if name.contains('#') {
        return Vec::new();
    }
    let digits = digits(name);
    vec![
        format!("name {digits}"),
        format!("plain {digits} {}", plain(name)),
    ]
}

/// The keys of an operation: see [`operations`].
pub(super) fn operation_keys(said: &Said, element: &Element) -> Vec<String> {
    let method = element.operation.split(' ').next().unwrap_or_default();
    let mut keys = vec![format!("shape {}", shape(&element.operation))];
    for aspect in [Aspect::Title, Aspect::Description] {
        let values = said.0[element].values(aspect).keys().map(|it| &**it);
        let values = values.collect::<Vec<_>>().join("\n");
        if !values.is_empty() {
            keys.push(format!("{} {method} {values}", aspect.as_str()));
        }
    }
    keys
}

/// The pairs that are alike, the closest first, each element in one pair at most.
pub(super) fn pairs<'e>(
    gone: &[Candidate<'e>],
    come: &[Candidate<'e>],
    likeness: impl Fn(&Element, &Element) -> Option<f64>,
) -> Vec<(&'e Element, &'e Element)> {
    // What stands between braces has its place in the path, so that one for one is the same.
    if let ([was], [now]) = (gone, come)
        && [was, now].iter().all(|it| &*it.element.place == "path")
    {
        return vec![(was.element, now.element)];
    }
    let likeness = |(was, now): (usize, usize)| {
        let alike = likeness(gone[was].element, come[now].element)?;
        Some((alike, was, now))
    };
    let mut found: Vec<_> = comparable(gone, come)
        .into_iter()
        .filter_map(likeness)
        .collect();
    // Stable: what is equally alike goes in the order of names.
    found.sort_by(|(alike, ..), (other, ..)| other.total_cmp(alike));
    let (mut paired_gone, mut paired_come) = (vec![false; gone.len()], vec![false; come.len()]);
    let mut pairs = Vec::new();
    for (_, was, now) in found {
        if !paired_gone[was] && !paired_come[now] {
            (paired_gone[was], paired_come[now]) = (true, true);
            pairs.push((gone[was].element, come[now].element));
        }
    }
    pairs
}

/// Which may be like which: those that share a key, in order.
///
/// Of a key that far more have than anybody renames at once, nothing tells which is which.
fn comparable(gone: &[Candidate], come: &[Candidate]) -> BTreeSet<(usize, usize)> {
    const MOST: usize = 250_000;
    let mut groups: BTreeMap<&str, [Vec<usize>; 2]> = BTreeMap::new();
    for (side, candidates) in [gone, come].into_iter().enumerate() {
        for (index, candidate) in candidates.iter().enumerate() {
            for key in &candidate.keys {
                groups.entry(key).or_default()[side].push(index);
            }
        }
    }
    let mut pairs = BTreeSet::new();
    for [gone, come] in groups.into_values() {
        if gone.len() * come.len() <= MOST {
            let all = gone.iter();
            pairs.extend(all.flat_map(|was| come.iter().map(move |now| (*was, *now))));
        }
    }
    pairs
}

/// An operation without the names between its braces.
pub(super) fn shape(operation: &str) -> String {
    let mut parts = operation.split('{');
    let mut shape = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        shape.push_str("{}");
        shape.push_str(part.split_once('}').map_or("", |(_, rest)| rest));
    }
    shape
}
