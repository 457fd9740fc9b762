//! Words that one capture ends within, and that go on in the other one, are the same words.

use std::collections::{BTreeMap, BTreeSet};

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
    let beginning = cut.line(end);
    let goes_on = |line: u32| {
        let rest = other.line(line).strip_prefix(beginning);
        rest.is_some_and(|rest| !rest.is_empty())
    };
    let whole = other
        .numbers()
        .filter(|line| goes_on(*line) && other.before(*line) == cut.before(end));
    let whole: Vec<u32> = whole.collect();
    let (mut kept, mut same) = (Vec::new(), BTreeMap::<Element, Vec<Change>>::new());
    for change in changes {
        let [(here, _), (there, _)] = side.of(&change);
        let within = match (here, there) {
            _ if change.event == Event::Repeated => false,
            // What came as a whole is for the other rules.
            ([], there) => {
                let whole = there.iter().all(|line| whole.contains(line));
                change.aspect != Aspect::Listed && !there.is_empty() && whole
            }
            ([line], []) => *line == end && !whole.is_empty(),
            ([line], there) => *line == end && there.iter().all(|line| goes_on(*line)),
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
        let lines = changes.iter().flat_map(|change| side.of(change)[1].0);
        let lines: BTreeSet<u32> = lines.chain(&whole).copied().collect();
        let mut change = Change::new(&element, event, Aspect::Cut);
        let (here, there) = match side {
            Side::Old => (&mut change.old_lines, &mut change.new_lines),
            Side::New => (&mut change.new_lines, &mut change.old_lines),
        };
        here.push(end);
        there.extend(lines);
        kept.push(change);
    }
    kept
}
