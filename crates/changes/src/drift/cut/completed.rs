//! Words that one capture ends within, and that go on in the other one, are the same words.

use std::collections::BTreeMap;

use claims::{Aspect, Element};

use super::super::{Capture, Change, Event};
use super::Side;

/// Makes one change of all that differs on a line that one capture cuts off.
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
    let goes_on = other.line(whole) != cut.line(end);
    let (mut kept, mut same) = (Vec::new(), BTreeMap::<Element, Vec<Change>>::new());
    for change in changes {
        let [(here, _), (there, _)] = side.of(&change);
        let (here, there) = match change.event {
            // What is said once more here.
            Event::Repeated => (here.get(there.len()..).unwrap_or_default(), &[][..]),
            _ => (here, there),
        };
        // Whatever the other capture says from here on stands behind the end. What came as a whole,
        // or what the next lines say of the same words, is for the other rules.
        let behind = there.iter().all(|line| *line >= whole);
        let within = match here {
            _ if !behind => false,
            // A value that goes to the end of the cut line is not stated, though the words are the same.
            [] => there.first() == Some(&whole) && change.aspect != Aspect::Listed,
            [line] => *line == end,
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
        let event = if goes_on { event } else { Event::CutElsewhere };
        let mut change = Change::new(&element, event, Aspect::Cut);
        let (here, there, values) = match side {
            Side::Old => (
                &mut change.old_lines,
                &mut change.new_lines,
                &mut change.old,
            ),
            Side::New => (
                &mut change.new_lines,
                &mut change.old_lines,
                &mut change.new,
            ),
        };
        here.push(end);
        if goes_on {
            there.push(whole);
        } else {
            values.push("".into());
        }
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
    let same_before = |line: u32| {
        let both = cut.before(end).zip(other.before(line));
        both.take_while(|(one, other)| one == other).count()
    };
    let candidates = other
        .numbers()
        .filter(|line| other.line(*line).starts_with(beginning));
    let (same, line) = candidates.map(|line| (same_before(line), line)).max()?;
    let paired = changes.iter().map(|change| side.of(change));
    let mut paired = paired.filter(|[(here, _), _]| *here == [end]);
    let first = end == 1 || paired.any(|[_, (there, _)]| there.contains(&line));
    (same > 0 || first).then_some(line)
}
