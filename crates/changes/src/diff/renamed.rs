//! What the new document calls otherwise: components, and operations at other paths.

use claims::{Element, Pointer};
use serde_json::{Map, Value};

use super::{Revision, unclaimed};
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
/// A component that went and one that came are one if they are the same but for their name. What
/// refers to a renamed one is looked at again, until nothing more is the same.
pub(super) fn components(old: &Value, new: &Value) -> (Value, Moves, Vec<Revision>) {
    let mut base = old.clone();
    let mut moves = Moves::default();
    let mut changes = Vec::new();
    loop {
        let before = changes.len();
        for (kind, there) in members(&old["components"]) {
            let after = &new["components"][kind];
            for was in members(there).map(|(name, _)| name) {
                let Some(now) = called(&base["components"][kind], after, kind, was) else {
                    continue;
                };
                let [was_at, now_at] = [was, &now].map(|name| component_at(kind, name));
                refer(&mut base, &was_at, &now_at);
                if let Some(components) = base["components"][kind].as_object_mut()
                    && let Some(component) = components.remove(was)
                {
                    components.insert(now.clone(), component);
                }
                changes.push(renamed(was, &now, &now_at));
                moves.0.push([now_at, was_at]);
            }
        }
        if changes.len() == before {
            return (base, moves, changes);
        }
    }
}

/// What a component that is gone is called among those that came, if it is one of them.
fn called(before: &Value, after: &Value, kind: &str, was: &str) -> Option<String> {
    let component = before.get(was).filter(|_| after.get(was).is_none())?;
    let mut came = members(after).filter(|(name, _)| before.get(name).is_none());
    let was_at = component_at(kind, was);
    let found = came.find(|(now, other)| {
        let now_at = component_at(kind, now);
        same(component, other, [was_at.as_str(), now_at.as_str()])
    });
    found.map(|(now, _)| now.clone())
}

/// The JSON pointer (RFC 6901) to a component.
fn component_at(kind: &str, name: &str) -> String {
    Pointer::step(&Pointer::step("/components", kind), name).to_string()
}

/// The change of a component's name.
fn renamed(was: &str, now: &str, now_at: &str) -> Revision {
    let element = Element {
        operation: "".into(),
        place: "component".into(),
        name: now.into(),
    };
    let [was_value, now_value] = [was, now].map(Value::from);
    let values = [Some(&was_value), Some(&now_value)];
    let mut change = unclaimed(&element, Event::CodeNameChanged, values);
    change.was = Some(was.into());
    Revision {
        change,
        old: vec![now_at.to_owned()],
        new: vec![now_at.to_owned()],
    }
}

/// Whether one is the other once its references to the first place lead to the second.
fn same(one: &Value, other: &Value, [from, to]: [&str; 2]) -> bool {
    let leads = |reference: &str, at: &str| reference.strip_prefix('#') == Some(at);
    match (one, other) {
        (Value::Object(these), Value::Object(those)) => {
            let mut members = these.iter().map(|(name, one)| (name, one, those.get(name)));
            these.len() == those.len()
                && members.all(|(name, one, other)| match (one, other) {
                    (Value::String(one), Some(Value::String(other)))
                        if name == "$ref" && leads(one, from) =>
                    {
                        leads(other, to)
                    }
                    (one, other) => other.is_some_and(|other| same(one, other, [from, to])),
                })
        }
        (Value::Array(these), Value::Array(those)) => {
            let mut items = these.iter().zip(those);
            these.len() == those.len() && items.all(|(one, other)| same(one, other, [from, to]))
        }
        (one, other) => one == other,
    }
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
