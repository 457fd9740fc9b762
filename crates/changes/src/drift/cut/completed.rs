//! Words that one capture ends within, and that go on in the other one, are the same words.

use std::collections::BTreeMap;

use claims::{Aspect, Element};

use super::super::{Capture, Change, Event};
use super::Side;

/// Makes one change of all that differs on a line of which one capture has only the beginning.
pub(in super::super) fn completed(
    changes: Vec<Change>,
    old: &Capture,
    new: &Capture,
) -> Vec<Change> {
    let changes = fold(changes, old, new, Side::Old, Event::CutCompleted);
    fold(changes, new, old, Side::New, Event::CutShort)
}

/// `cut` is the capture that ends, on this side, and `other` the one that may go on.
fn fold(
    changes: Vec<Change>,
    cut: &Capture,
    other: &Capture,
    side: Side,
    event: Event,
) -> Vec<Change> {
    let end = cut.end().filter(|end| !cut.line(*end).is_empty());
    let Some(end) = end else {
        return changes;
    };
    let Some(whole) = continuation(&changes, cut, other, side, end) else {
        return changes;
    };
    let (mut kept, mut same) = (Vec::new(), BTreeMap::<Element, Vec<Change>>::new());
    for change in changes {
        let [(here, _), (there, _)] = side.of(&change);
        // Whatever the other capture says from here on stands behind the end, and what came as a
        // whole is for the other rules.
        let behind = there.iter().all(|line| *line >= whole);
        let within = match here {
            _ if change.event == Event::Repeated => false,
            [] => behind && !there.is_empty() && change.aspect != Aspect::Listed,
            [line] => behind && *line == end,
            _ => false,
        };
        if within {
            same.entry(change.element()).or_default().push(change);
        } else {
            kept.push(change);
        }
    }
    let only_cut = |changes: &[Change]| changes.iter().all(|it| it.aspect == Aspect::Cut);
    // That the capture ends on the line is no news beside the words that go on.
    let news = same.values().all(|changes| only_cut(changes));
    for (element, changes) in same {
        if only_cut(&changes) {
            kept.extend(changes.into_iter().filter(|_| news));
            continue;
        }
        let mut change = Change::new(&element, event, Aspect::Cut);
        let (here, there) = match side {
            Side::Old => (&mut change.old_lines, &mut change.new_lines),
            Side::New => (&mut change.new_lines, &mut change.old_lines),
        };
        here.push(end);
        there.push(whole);
        kept.push(change);
    }
    kept
}

/// The line of the other capture that goes on where the cut one ends: of those that begin like it,
/// the one before which most lines are the same.
fn continuation(
    changes: &[Change],
    cut: &Capture,
    other: &Capture,
    side: Side,
    end: u32,
) -> Option<u32> {
    let beginning = cut.line(end);
    let goes_on = |line: &u32| {
        let rest = other.line(*line).strip_prefix(beginning);
        rest.is_some_and(|rest| !rest.is_empty())
    };
    let same_before = |line: u32| {
        let both = cut.before(end).zip(other.before(line));
        both.take_while(|(one, other)| one == other).count()
    };
    let candidates = other.numbers().filter(goes_on);
    let (same, line) = candidates.map(|line| (same_before(line), line)).max()?;
    let paired = changes.iter().map(|change| side.of(change));
    let mut paired = paired.filter(|[(here, _), _]| *here == [end]);
    let first = end == 1 || paired.any(|[_, (there, _)]| there.contains(&line));
    (same > 0 || first).then_some(line)
}
