//! Sentences that announce an end: a deprecation is more than other words.

use std::collections::BTreeSet;

use claims::{Aspect, Element};

use super::elements::Placed;
use super::{Capture, Change, Event, Kind};

/// What announces an end, word by word; `*` stands for any ending, and `…` for up to two words.
const ANNOUNCEMENTS: [&str; 22] = [
    "deprecat*",
    "obsolete*",
    "obsolescen*",
    "sunset*",
    "discontinu*",
    "decommission*",
    "phas* out",
    "end of life",
    "end of support",
    "no longer … support*",
    "no longer … available",
    "no longer … maintain*",
    "no longer … offer*",
    "no longer … accept*",
    "no longer … use*",
    "no longer … recommend*",
    "will be … removed",
    "to be removed",
    "has been … removed",
    "be … retired",
    "been … retired",
    "retired on",
];

/// What, up to two words before, turns an announcement into its opposite.
const OPPOSITES: [&str; 5] = ["not", "never", "longer", "isn", "aren"];

/// Whether a text announces the end of something.
pub(super) fn announces(text: &str) -> bool {
    let text = text.to_lowercase();
    let words = text.split(|letter: char| !letter.is_alphanumeric());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    (0..words.len()).any(|at| {
        let opposite = words[at.saturating_sub(2)..at]
            .iter()
            .any(|word| OPPOSITES.contains(word));
        !opposite
            && ANNOUNCEMENTS.iter().any(|it| {
                it.as_bytes()[0] == words[at].as_bytes()[0]
                    && begin_with(&words[at..], it.split(' '))
            })
    })
}

/// Whether words begin with a pattern.
fn begin_with<'p>(words: &[&str], mut pattern: impl Iterator<Item = &'p str> + Clone) -> bool {
    let Some(first) = pattern.next() else {
        return true;
    };
    if first == "…" {
        return (0..=2).any(|skipped| {
            words
                .get(skipped..)
                .is_some_and(|rest| begin_with(rest, pattern.clone()))
        });
    }
    let Some((word, rest)) = words.split_first() else {
        return false;
    };
    let same = match first.strip_suffix('*') {
        Some(stem) => word.starts_with(stem),
        None => *word == first,
    };
    same && begin_with(rest, pattern)
}

/// Whether an aspect is in words that people read, which may announce an end.
const fn is_wording(aspect: Aspect) -> bool {
    matches!(
        aspect,
        Aspect::Title | Aspect::Description | Aspect::EnumDescription
    )
}

/// Calls a change of words what it is where they announce an end now, or no longer; and says which
/// of the elements that came are said to go again.
pub(super) fn name(changes: &mut Vec<Change>, old: &Capture, new: &Capture) {
    for change in changes.iter_mut() {
        if change.event != Event::Reworded || !is_wording(change.aspect) {
            continue;
        }
        let any = |capture: &Capture, lines: &[u32]| {
            lines.iter().any(|line| announces(capture.line(*line)))
        };
        match (any(old, &change.old_lines), any(new, &change.new_lines)) {
            (false, true) => change.judge(Event::Deprecated),
            (true, false) => change.judge(Event::Reinstated),
            _ => {}
        }
    }
    let came: BTreeSet<Element> = changes
        .iter()
        .filter(|change| change.kind == Kind::Added && change.aspect == Aspect::Listed)
        .map(Change::element)
        .collect();
    let came = |element: &Element| {
        came.contains(element) || element.ancestors().any(|it| came.contains(&it))
    };
    for stated in &new.claims.claims {
        let claim = &stated.claim;
        if is_wording(claim.aspect) && announces(new.line(stated.line)) && came(&claim.element) {
            let mut change = Change::new(&claim.element, Event::Deprecated, claim.aspect);
            change.new = vec![super::elements::value(claim, stated.digest.as_ref())];
            change.new_lines = vec![stated.line];
            changes.push(change);
        }
    }
}
