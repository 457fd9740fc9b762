//! What other values of an aspect mean: less is allowed, or more, or something else.

use std::cmp::Ordering;
use std::collections::BTreeSet;
use std::sync::Arc;

use claims::Aspect;

use super::elements::Values;
use super::{Direction, Event};

/// What a difference between the values of one aspect means.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Effect {
    pub(super) event: Event,
    pub(super) old: Vec<Arc<str>>,
    pub(super) new: Vec<Arc<str>>,
}

/// What the differences between the values of one aspect mean, for what goes this way.
pub(super) fn effects(
    aspect: Aspect,
    old: &Values,
    new: &Values,
    direction: Direction,
) -> Vec<Effect> {
    let only = |these: &Values, others: &Values| -> Vec<Arc<str>> {
        let only = these.keys().filter(|value| !others.contains_key(*value));
        only.cloned().collect()
    };
    let (gone, come) = (only(old, new), only(new, old));
    if gone.is_empty() && come.is_empty() {
        return repeated(old, new);
    }
    let one = |event| {
        let (old, new) = (gone.clone(), come.clone());
        vec![Effect { event, old, new }]
    };
    // Each side by itself, where values stand beside one another.
    let each = |removed, added| {
        let (mut lost, mut got) = (one(removed), one(added));
        lost[0].new.clear();
        got[0].old.clear();
        lost.retain(|effect| !effect.old.is_empty());
        got.retain(|effect| !effect.new.is_empty());
        lost.into_iter().chain(got).collect()
    };
    let stated = (!old.is_empty(), !new.is_empty());
    match aspect {
        Aspect::Enum if stated == (true, true) => each(Event::ValueRemoved, Event::ValueAdded),
        Aspect::Error if !gone.is_empty() && !come.is_empty() => one(Event::ErrorReplaced),
        Aspect::Error => each(Event::ErrorRemoved, Event::ErrorAdded),
        Aspect::MediaType => choices(&gone, &come),
        Aspect::Url => each(Event::ChoiceRemoved, Event::ChoiceAdded),
        Aspect::Required => one(required(old, new)),
        Aspect::Default if stated == (false, true) => one(Event::DefaultAdded),
        Aspect::Default => one(Event::DefaultChanged),
        Aspect::ReferenceData | Aspect::ReferenceCode => one(Event::LookupChanged),
        Aspect::Keyword => keywords(&gone, &come, direction),
        Aspect::Field => one(Event::NotJudged),
        Aspect::Type
        | Aspect::Format
        | Aspect::RequiredUnless
        | Aspect::Enum
        | Aspect::Pattern
        | Aspect::MinLength
        | Aspect::MaxLength
        | Aspect::MinItems
        | Aspect::Minimum
        | Aspect::Maximum
        | Aspect::Range
        | Aspect::Precision
        | Aspect::Scheme => one(match (stated, &*gone, &*come) {
            ((false, _), ..) => Event::Narrowed,
            ((_, false), ..) => Event::Widened,
            (_, [was], [is]) if old.len() == 1 && new.len() == 1 => replaced(aspect, was, is),
            _ => Event::Replaced,
        }),
        Aspect::Cut => one(Event::CutElsewhere),
        Aspect::Unread => each(Event::Reworded, Event::RuleUnread),
        Aspect::EnumDescription if swapped(&gone, &come) => one(Event::MeaningsSwapped),
        Aspect::EnumDescription
        | Aspect::Listed
        | Aspect::Documented
        | Aspect::Title
        | Aspect::Description
        | Aspect::Example
        | Aspect::Inferred
        | Aspect::Likely
        | Aspect::Sha256
        | Aspect::Lines => one(Event::Reworded),
    }
}

/// Keywords of JSON Schema, `maxItems=5`, each by itself.
fn keywords(gone: &[Arc<str>], come: &[Arc<str>], direction: Direction) -> Vec<Effect> {
    fn split(said: &str) -> (&str, &str) {
        said.split_once('=').unwrap_or((said, ""))
    }
    let names: BTreeSet<_> = gone.iter().chain(come).map(|said| split(said).0).collect();
    let effect = |name: &str| {
        let of = |these: &[Arc<str>]| -> Vec<_> {
            let these = these.iter().filter(|said| split(said).0 == name);
            these.cloned().collect()
        };
        let (old, new) = (of(gone), of(come));
        let [was, is] = [&old, &new].map(|these| these.first().map(|said| split(said).1));
        let event = keyword(name, was, is, direction);
        Effect { event, old, new }
    };
    names.into_iter().map(effect).collect()
}

/// One keyword that says something else (JSON Schema 2020-12 validation, sections 6 and 9).
fn keyword(name: &str, was: Option<&str>, is: Option<&str>, direction: Direction) -> Event {
    let set = [was, is].map(|value| value == Some("true"));
    let goes = |way| [way, Direction::Unknown].contains(&direction);
    let bound = match name {
        "exclusiveMinimum" | "minProperties" => Aspect::Minimum,
        "exclusiveMaximum" | "maxItems" | "maxProperties" => Aspect::Maximum,
        "multipleOf" => Aspect::Pattern,
        "uniqueItems" if set == [false, true] => return Event::Narrowed,
        "uniqueItems" if set == [true, false] => return Event::Widened,
        "deprecated" if set == [false, true] => return Event::Deprecated,
        "deprecated" if set == [true, false] => return Event::Reinstated,
        "readOnly" | "writeOnly" if set[0] != set[1] => {
            let way = if name == "readOnly" {
                Direction::Request
            } else {
                Direction::Response
            };
            return match set {
                _ if !goes(way) => Event::SaidOtherwise,
                [false, _] => Event::WayClosed,
                _ => Event::WayOpened,
            };
        }
        _ => return Event::NotJudged,
    };
    match (was, is) {
        (None, _) => Event::Narrowed,
        (_, None) => Event::Widened,
        (Some(was), Some(is)) => replaced(bound, was, is),
    }
}

/// Whether the same words describe other values than before.
fn swapped(gone: &[Arc<str>], come: &[Arc<str>]) -> bool {
    let words = |values: &[Arc<str>]| -> BTreeSet<String> {
        let words = values.iter().filter_map(|value| value.rsplit(' ').next());
        words.map(str::to_owned).collect()
    };
    !gone.is_empty() && words(gone) == words(come)
}

/// The same values: said as often, or not.
fn repeated(old: &Values, new: &Values) -> Vec<Effect> {
    let more_or_less = |(value, lines): (&Arc<str>, &Vec<u32>)| {
        (new[value].len() != lines.len()).then(|| Arc::clone(value))
    };
    let values: Vec<_> = old.iter().filter_map(more_or_less).collect();
    let effect = |old: Vec<Arc<str>>| Effect {
        event: Event::Repeated,
        new: old.clone(),
        old,
    };
    (!values.is_empty())
        .then(|| effect(values))
        .into_iter()
        .collect()
}

/// Media types; that there is `none` means the opposite of having one.
fn choices(gone: &[Arc<str>], come: &[Arc<str>]) -> Vec<Effect> {
    let none = |values: &[Arc<str>]| values.iter().any(|value| &**value == "none");
    let lost = gone.iter().any(|value| &**value != "none") || none(come);
    vec![Effect {
        event: if lost {
            Event::ChoiceRemoved
        } else {
            Event::ChoiceAdded
        },
        old: gone.to_vec(),
        new: come.to_vec(),
    }]
}

fn required(old: &Values, new: &Values) -> Event {
    match (old.contains_key("true"), new.contains_key("true")) {
        (false, true) => Event::BecameRequired,
        (true, false) => Event::BecameOptional,
        _ => Event::AbsenceSaid,
    }
}

/// One value in the place of another.
pub(crate) fn replaced(aspect: Aspect, was: &str, is: &str) -> Event {
    // How much is allowed now, compared with before.
    let allowed = match aspect {
        Aspect::Type if contains(was, is) => Some(Ordering::Less),
        Aspect::Type if contains(is, was) => Some(Ordering::Greater),
        Aspect::Format => match (was, is) {
            ("int64", "int32") | ("double", "float") => Some(Ordering::Less),
            ("int32", "int64") | ("float", "double") => Some(Ordering::Greater),
            _ => None,
        },
        Aspect::MaxLength | Aspect::Maximum => compare(number(is), number(was)),
        Aspect::MinLength | Aspect::MinItems | Aspect::Minimum => compare(number(was), number(is)),
        Aspect::Range => {
            let parts = |range: &str| {
                let (least, most) = range.split_once(" to ")?;
                Some([-number(least)?, number(most)?])
            };
            together(parts(was), parts(is))
        }
        Aspect::Precision => {
            let parts = |precision: &str| {
                let (digits, places) = precision.split_once(',').unwrap_or((precision, "0"));
                let (digits, places) = (number(digits)?, number(places)?);
                Some([digits - places, places])
            };
            together(parts(was), parts(is))
        }
        _ => None,
    };
    match allowed {
        Some(Ordering::Less) => Event::Narrowed,
        Some(Ordering::Greater) => Event::Widened,
        _ => Event::Replaced,
    }
}

/// Whether whatever is of type `narrow` is of type `wide` as well.
fn contains(wide: &str, narrow: &str) -> bool {
    if wide == narrow {
        return true;
    }
    if narrow.contains('|') {
        return narrow.split('|').all(|narrow| contains(wide, narrow));
    }
    if wide.contains('|') {
        return wide.split('|').any(|wide| contains(wide, narrow));
    }
    let items = |ty| str::strip_prefix(ty, "array of ");
    match (wide, narrow) {
        ("number", "integer") | ("nested", "object" | "array") => true,
        ("nested", narrow) => items(narrow).is_some_and(|items| contains("nested", items)),
        ("array", narrow) => items(narrow).is_some(),
        _ => {
            matches!((items(wide), items(narrow)), (Some(wide), Some(narrow)) if contains(wide, narrow))
        }
    }
}

fn number(text: &str) -> Option<f64> {
    text.trim().parse().ok()
}

fn compare(one: Option<f64>, other: Option<f64>) -> Option<Ordering> {
    one?.partial_cmp(&other?)
}

/// Less if no part allows more, greater if none allows less.
fn together(was: Option<[f64; 2]>, is: Option<[f64; 2]>) -> Option<Ordering> {
    let (was, is) = (was?, is?);
    let mut parts = was.iter().zip(&is);
    if parts.clone().all(|(was, is)| is <= was) {
        Some(Ordering::Less)
    } else if parts.all(|(was, is)| is >= was) {
        Some(Ordering::Greater)
    } else {
        None
    }
}
