//! What happened to a sentence, without the digests of it.

use std::collections::BTreeSet;

use claims::{Aspect, Digest};

use super::super::{Change, Event};

/// Whether the values are digests of sentences, or a title that may announce an end.
pub(super) fn is_worded(change: &Change) -> bool {
    matches!(change.aspect, Aspect::Description | Aspect::EnumDescription)
        || is_announcement(change)
}

/// Whether words announce an end, or no longer do.
pub(super) fn is_announcement(change: &Change) -> bool {
    let in_words = matches!(
        change.aspect,
        Aspect::Title | Aspect::Description | Aspect::EnumDescription
    );
    in_words && matches!(change.event, Event::Deprecated | Event::Reinstated)
}

/// What happened to a sentence; digests of sentences are for programs.
pub(super) fn worded(change: &Change) -> String {
    let what = match (change.event, &*change.old, &*change.new) {
        (Event::Deprecated, ..) => "deprecated",
        (Event::Reinstated, ..) => "no longer deprecated",
        (Event::MeaningsSwapped, ..) => "swapped",
        (_, [], _) => "is now stated",
        (_, _, []) => "is no longer stated",
        _ => "reworded",
    };
    if change.aspect != Aspect::EnumDescription {
        return what.to_owned();
    }
    let all = change.old.iter().chain(&change.new);
    let explained: BTreeSet<&str> = all.map(|value| explained(value)).collect();
    let explained = explained.iter().map(|value| format!("`{value}`"));
    let explained: Vec<_> = explained.collect();
    format!("of {} {what}", explained.join(", "))
}

/// The value of an enum that a sentence explains, without the digest of the sentence.
fn explained(value: &str) -> &str {
    match value.rsplit_once(' ') {
        Some((value, digest)) if digest.parse::<Digest>().is_ok() => value,
        _ => value,
    }
}
