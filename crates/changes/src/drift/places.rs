//! What one line says of several places is one change.

use std::collections::BTreeMap;

use super::Change;

/// Makes one change of those that differ in their place only: one line said all of them, of a
/// definition that serves several bodies.
pub(super) fn together(changes: Vec<Change>) -> Vec<Change> {
    let mut known = BTreeMap::new();
    let mut kept: Vec<Change> = Vec::new();
    for change in changes {
        let said = (
            // The lines tell most of them apart.
            (change.old_lines.clone(), change.new_lines.clone()),
            (change.operation.clone(), change.name.clone()),
            (change.was.clone(), change.perhaps.clone()),
            (change.event, change.aspect),
            (change.old.clone(), change.new.clone()),
            (change.class, change.within),
        );
        if let Some(at) = known.get(&said) {
            let same: &mut Change = &mut kept[*at];
            same.place = format!("{}, {}", same.place, change.place).into();
        } else {
            known.insert(said, kept.len());
            kept.push(change);
        }
    }
    kept
}
