//! The bodies of errors that are alike, told once.

use std::collections::BTreeMap;

use super::{Explanation, Ground, Stated};

/// Statuses whose bodies are said to be the same, and on what that rests.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Fold {
    /// `400`, `401`, …
    pub(super) statuses: Vec<String>,
    /// The schema of the body, where it has a name.
    pub(super) schema: Option<String>,
    /// How many statements are made of one such body.
    pub(super) each: usize,
    /// How many statements of all of them rest on what.
    pub(super) grounds: BTreeMap<Ground, usize>,
}

/// The statements that are told one by one, and the bodies of errors that are told together.
pub(super) fn fold(explanation: &Explanation) -> (Vec<&Stated>, Vec<Fold>) {
    let mut kept = Vec::new();
    let mut bodies: BTreeMap<&str, Vec<&Stated>> = BTreeMap::new();
    for stated in &explanation.statements {
        match error_body(&stated.statement.about) {
            Some(status) if explanation.bodies.contains_key(status) => {
                bodies.entry(status).or_default().push(stated);
            }
            _ => kept.push(stated),
        }
    }
    let mut folds: BTreeMap<Vec<String>, Fold> = BTreeMap::new();
    for (status, body) in bodies {
        let schema = explanation.bodies.get(status).cloned();
        let said = body.iter().map(|stated| {
            let said = stated.statement.to_string();
            said.strip_prefix(status).unwrap_or(&said).to_owned()
        });
        let said = schema.clone().into_iter().chain(said).collect();
        let fold = folds.entry(said).or_default();
        fold.statuses.push(status.to_owned());
        fold.schema = schema;
        fold.each = body.len();
        for stated in body {
            if let Some(((ground, _), _)) = stated.origins.first_key_value() {
                *fold.grounds.entry(*ground).or_default() += 1;
            }
        }
    }
    let mut folds: Vec<Fold> = folds.into_values().collect();
    folds.sort_by(|one, other| one.statuses.cmp(&other.statuses));
    (kept, folds)
}

/// The status of a failure, of whose body's property something is said.
fn error_body(about: &str) -> Option<&str> {
    let (place, name) = about.split_once(" · ")?;
    let failure = place.len() == 3 && place.starts_with(['4', '5']);
    ((failure || place == "default") && !name.is_empty()).then_some(place)
}
