//! How alike what went is to what came.

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

/// How alike two names are, whatever their case and punctuation.
fn near(one: &str, other: &str) -> f64 {
    let plain = |name: &str| -> String {
        let last = name.rsplit('.').next().unwrap_or_default();
        let letters = last.chars().filter(|letter| letter.is_alphanumeric());
        letters.flat_map(char::to_lowercase).collect()
    };
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

/// The pairs that are alike, the closest first, each element in one pair at most.
pub(super) fn pairs<'e>(
    gone: &'e [Element],
    come: &'e [Element],
    likeness: impl Fn(&Element, &Element) -> Option<f64>,
) -> Vec<(Element, &'e Element)> {
    // What stands between braces has its place in the path, so that one for one is the same.
    if let ([was], [now]) = (gone, come)
        && [was, now].iter().all(|element| &*element.place == "path")
    {
        return vec![(was.clone(), now)];
    }
    let mut candidates: Vec<_> = gone
        .iter()
        .flat_map(|was| come.iter().map(move |now| (was, now)))
        .filter_map(|(was, now)| Some((likeness(was, now)?, was, now)))
        .collect();
    // Stable: what is equally alike goes in the order of names.
    candidates.sort_by(|(alike, ..), (other, ..)| other.total_cmp(alike));
    let mut pairs: Vec<(Element, &Element)> = Vec::new();
    for (_, was, now) in candidates {
        if !pairs.iter().any(|(a, b)| a == was || *b == now) {
            pairs.push((was.clone(), now));
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
