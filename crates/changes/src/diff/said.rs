//! A document as elements, each with what is said of it and where.

use claims::{Aspect, Claim, Digest};
use serde_json::Value;

use super::Revision;
use crate::drift::elements::Said;
use crate::drift::{Change, Event};

/// The keyword that holds a tag of an operation.
const TAG: &str = "tag";

/// All that a document claims; the numbers that stand for lines lead to pointers.
pub(super) struct Edition {
    pub(super) said: Said,
    pointers: Vec<String>,
}

impl Edition {
    pub(super) fn of(document: &Value) -> Self {
        let mut edition = Self {
            said: Said::default(),
            pointers: Vec::new(),
        };
        for (line, made) in (0..).zip(claims::openapi::claims(document)) {
            let pointer = made.pointer.to_string();
            let mut claim = made.claim;
            let wording = matches!(claim.aspect, Aspect::Description | Aspect::EnumDescription);
            let text = wording.then(|| document.pointer(&pointer)?.as_str());
            let digest = text.flatten().map(Digest::of);
            edition.pointers.push(pointer);
            match &*claim.place {
                // Compared member by member: no claim says that these are there.
                "components" | "document" | "path item" => continue,
                // On a page the page is listed; here it is a tag, one of several.
                "operation" if claim.aspect == Aspect::Listed => {
                    let value = format!("{TAG}={}", claim.value);
                    let (operation, place, ..) = claim.subject();
                    claim = Claim::new(operation, place, "", Aspect::Keyword, &value);
                }
                _ => {}
            }
            edition.said.say(&claim, digest.as_ref(), line);
        }
        edition
    }

    /// The pointers that lines stand for, each once, in order.
    pub(super) fn pointers_of(&self, lines: &[u32]) -> Vec<String> {
        let index = |line: &u32| usize::try_from(*line).ok();
        let pointers = lines
            .iter()
            .filter_map(|line| self.pointers.get(index(line)?));
        let mut pointers: Vec<String> = pointers.cloned().collect();
        pointers.sort_unstable();
        pointers.dedup();
        pointers
    }
}

/// A change of claims, with its pointers; keywords without an aspect one by one, each judged by its
/// name.
pub(super) fn judged(change: Change, before: &Edition, after: &Edition) -> Vec<Revision> {
    let pointers = (
        before.pointers_of(&change.old_lines),
        after.pointers_of(&change.new_lines),
    );
    let placed = |change| Revision {
        change,
        old: pointers.0.clone(),
        new: pointers.1.clone(),
    };
    let element = change.element();
    if change.event == Event::PlaceholderRenamed && &*change.place == "path" {
        // The same on the wire, and an argument of generated code.
        let mut renamed = Change::new(&element, Event::CodeNameChanged, change.aspect);
        renamed.was = change.was;
        (renamed.old, renamed.new) = (change.old, change.new);
        return vec![placed(renamed)];
    }
    let added = match change.event {
        // One of several ways in may be left out; the only one may not.
        Event::OptionalAdded
            if &*change.place == "security"
                && !before.said.has_place(&change.operation, "security") =>
        {
            Some(Event::RequiredAdded)
        }
        // What a document does not require is optional.
        Event::MaybeRequiredAdded => Some(Event::OptionalAdded),
        _ => None,
    };
    if let Some(event) = added {
        let mut added = Change::new(&element, event, change.aspect);
        added.within = change.within;
        return vec![placed(added)];
    }
    if change.event != Event::NotJudged || change.aspect != Aspect::Keyword {
        return vec![placed(change)];
    }
    let keyword = |said: &str| said.split('=').next().unwrap_or_default().to_owned();
    let all = change.old.iter().chain(&change.new);
    let mut keywords: Vec<String> = all.map(|said| keyword(said)).collect();
    keywords.sort_unstable();
    keywords.dedup();
    let of = |values: &[std::sync::Arc<str>], name: &str| -> Vec<_> {
        let of = values.iter().filter(|said| keyword(said) == name);
        of.cloned().collect()
    };
    let each = keywords.iter().flat_map(|name| {
        let (old, new) = (of(&change.old, name), of(&change.new, name));
        let parts = if name == TAG {
            vec![
                (Event::GroupRemoved, old, Vec::new()),
                (Event::GroupAdded, Vec::new(), new),
            ]
        } else {
            let event = match super::residue::of_keyword(name) {
                Event::Deprecated if !new.iter().any(|it| it.ends_with("=true")) => {
                    Event::Reinstated
                }
                event => event,
            };
            vec![(event, old, new)]
        };
        let parts = parts.into_iter();
        parts.filter(|(_, old, new)| !old.is_empty() || !new.is_empty())
    });
    let each = each.map(|(event, old, new)| {
        let mut change = Change::new(&element, event, change.aspect);
        (change.old, change.new) = (old, new);
        placed(change)
    });
    each.collect()
}
