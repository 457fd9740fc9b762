//! What the new document calls otherwise: components, and operations at other paths.

use claims::Pointer;
use serde_json::{Map, Value};

use super::{Revision, unclaimed};
use crate::drift::elements::Element;
use crate::drift::{Change, Event};

/// Where in the old document stood what is compared at another place.
#[derive(Default)]
pub(super) struct Moves(Vec<[String; 2]>);

impl Moves {
    /// The pointer into the old document as it was.
    pub(super) fn back(&self, pointer: &str) -> String {
        let mut pointer = pointer.to_owned();
        for [now, was] in self.0.iter().rev() {
            if let Some(rest) = pointer.strip_prefix(now.as_str())
                && (rest.is_empty() || rest.starts_with('/'))
            {
                pointer = format!("{was}{rest}");
            }
        }
        pointer
    }
}

/// The old document with its components called as in the new one.
///
/// A component that went and one that came are one if they are the same but for their name.
pub(super) fn components(old: &Value, new: &Value) -> (Value, Moves, Vec<Revision>) {
    let mut base = old.clone();
    let mut moves = Moves::default();
    let mut changes = Vec::new();
    for (kind, before) in members(&old["components"]) {
        let after = &new["components"][kind];
        let mut come: Vec<_> = members(after)
            .filter(|(name, _)| before.get(name).is_none())
            .collect();
        for (was, component) in members(before).filter(|(name, _)| after.get(name).is_none()) {
            let pointer = |name| Pointer::step(&Pointer::step("/components", kind), name);
            let same = come.iter().position(|(now, other)| {
                let mut called = component.clone();
                refer(&mut called, &pointer(was), &pointer(now));
                called == **other
            });
            let Some(index) = same else { continue };
            let (now, _) = come.remove(index);
            let [was_at, now_at] = [pointer(was), pointer(now)].map(|at| at.to_string());
            refer(&mut base, &was_at, &now_at);
            if let Some(components) = base["components"][kind].as_object_mut()
                && let Some(component) = components.remove(was)
            {
                components.insert(now.clone(), component);
            }
            let element = Element {
                operation: "".into(),
                place: "component".into(),
                name: now.as_str().into(),
            };
            let [was_value, now_value] = [was, now].map(|name| Value::from(name.as_str()));
            let values = [Some(&was_value), Some(&now_value)];
            let mut change = unclaimed(&element, Event::CodeNameChanged, values);
            change.was = Some(was.as_str().into());
            changes.push(Revision {
                change,
                old: vec![now_at.clone()],
                new: vec![now_at.clone()],
            });
            moves.0.push([now_at, was_at]);
        }
    }
    (base, moves, changes)
}

/// The old document with its operations at the paths of the new one.
pub(super) fn operations(base: Value, moved: &[&Change], moves: &mut Moves) -> Value {
    let mut base = base;
    for change in moved {
        let parts = |operation: &str| -> Option<(String, String)> {
            let (method, path) = operation.split_once(' ')?;
            Some((method.to_lowercase(), path.to_owned()))
        };
        let was = change.was.as_deref().and_then(parts);
        let (Some((was_method, was_path)), Some((method, path))) = (was, parts(&change.operation))
        else {
            continue;
        };
        let Some(paths) = base["paths"].as_object_mut() else {
            continue;
        };
        let old_item = paths.get_mut(&was_path).and_then(Value::as_object_mut);
        let Some(operation) = old_item.and_then(|item| item.remove(&was_method)) else {
            continue;
        };
        if paths
            .get(&was_path)
            .and_then(Value::as_object)
            .is_some_and(Map::is_empty)
        {
            paths.remove(&was_path);
        }
        let item = paths
            .entry(&path)
            .or_insert_with(|| Value::Object(Map::new()));
        if let Some(item) = item.as_object_mut() {
            item.insert(method.clone(), operation);
        }
        let at = |path: &str, method: &str| {
            Pointer::step(&Pointer::step("/paths", path), method).to_string()
        };
        moves
            .0
            .push([at(&path, &method), at(&was_path, &was_method)]);
    }
    base
}

/// Lets every reference to a component lead to another place.
fn refer(value: &mut Value, from: &str, to: &str) {
    match value {
        Value::Object(members) => {
            for (keyword, value) in members {
                match value {
                    Value::String(reference) if keyword == "$ref" => {
                        if reference.strip_prefix('#') == Some(from) {
                            *reference = format!("#{to}");
                        }
                    }
                    value => refer(value, from, to),
                }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| refer(item, from, to)),
        _ => {}
    }
}

pub(super) fn members(value: &Value) -> impl Iterator<Item = (&String, &Value)> {
    value.as_object().into_iter().flatten()
}
