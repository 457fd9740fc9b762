//! What one line says of several places is one change.

use std::collections::HashMap;

use super::Change;

/// Makes one change of those that differ in their place only: one line said all of them, of a
/// definition that serves several bodies.
pub(super) fn together(changes: Vec<Change>) -> Vec<Change> {
    // The lines tell most of them apart.
    let mut known: HashMap<(Vec<u32>, Vec<u32>), Vec<usize>> = HashMap::new();
    let mut kept: Vec<Change> = Vec::new();
    for change in changes {
        let lines = (change.old_lines.clone(), change.new_lines.clone());
        let same_lines = known.entry(lines).or_default();
        let mut candidates = same_lines.iter();
        if let Some(at) = candidates.find(|at| said(&kept[**at]) == said(&change)) {
            let same = &mut kept[*at];
            same.place = format!("{}, {}", same.place, change.place).into();
        } else {
            same_lines.push(kept.len());
            kept.push(change);
        }
    }
    kept
}

/// What is said, wherever.
fn said(change: &Change) -> impl PartialEq + '_ {
    let Change {
        operation,
        name,
        was,
        perhaps,
        class,
        event,
        aspect,
        old,
        new,
        within,
        ..
    } = change;
    (
        operation, name, was, perhaps, class, event, aspect, old, new, within,
    )
}
