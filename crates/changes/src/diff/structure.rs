//! Two documents member by member.

use std::collections::BTreeMap;

use claims::Pointer;
use serde_json::Value;

use super::covered::Covered;

/// Where two documents differ and no change is about it.
#[derive(Debug)]
pub(super) struct Difference<'d> {
    /// Where it is, or would be, in the old document.
    pub(super) old_at: String,
    /// Where it is, or would be, in the new document.
    pub(super) new_at: String,
    /// What the old document has there.
    pub(super) old: Option<&'d Value>,
    /// What the new document has there.
    pub(super) new: Option<&'d Value>,
    /// Whether it is the same in another order.
    pub(super) reordered: bool,
}

/// Compares two documents and passes over what is covered.
pub(super) struct Comparing<'c, 'd> {
    /// What changes are about in the old document, and in the new one.
    pub(super) covered: &'c [Covered; 2],
    pub(super) found: Vec<Difference<'d>>,
}

/// A place in both documents.
#[derive(Clone)]
struct Places([String; 2]);

impl Places {
    fn step(&self, token: &str) -> Self {
        self.apart(token, token)
    }

    /// One step down in each.
    fn apart(&self, old: &str, new: &str) -> Self {
        let [old_at, new_at] = &self.0;
        Self([
            Pointer::step(old_at, old).to_string(),
            Pointer::step(new_at, new).to_string(),
        ])
    }

    /// Whether it is all components, or all of a kind.
    fn holds_components(&self) -> bool {
        self.0[1].starts_with("/components") && self.0[1].matches('/').count() < 3
    }

    /// Whether it is a component as a whole: it has a name of its own, wherever it is used.
    fn is_component(&self) -> bool {
        self.0[1].starts_with("/components/") && self.0[1].matches('/').count() == 3
    }
}

impl<'d> Comparing<'_, 'd> {
    /// Finds where two documents differ.
    pub(super) fn compare(&mut self, old: &'d Value, new: &'d Value) {
        self.both(&Places([String::new(), String::new()]), old, new);
    }

    fn both(&mut self, at: &Places, old: &'d Value, new: &'d Value) {
        match (old, new) {
            (Value::Object(before), Value::Object(after)) => {
                for (name, value) in before {
                    match after.get(name) {
                        Some(other) => self.both(&at.step(name), value, other),
                        None => self.one(&at.step(name), Some(value), None),
                    }
                }
                for (name, value) in after {
                    if !before.contains_key(name) {
                        self.one(&at.step(name), None, Some(value));
                    }
                }
            }
            (Value::Array(before), Value::Array(after)) => self.arrays(at, [before, after]),
            _ if old == new => {}
            _ if self.is_covered(at, [Some(old), Some(new)]) => {}
            _ => self.add(at, Some(old), Some(new)),
        }
    }

    /// The elements of arrays by what tells one from another, whatever their order.
    fn arrays(&mut self, at: &Places, [before, after]: [&'d Vec<Value>; 2]) {
        let keyed = |items: &'d [Value]| {
            let mut keyed = BTreeMap::new();
            for (index, item) in items.iter().enumerate() {
                let key = key(index, item);
                // What is there twice is told apart by how often it was there before.
                let nth = (0..index).find(|nth| !keyed.contains_key(&(key.clone(), *nth)));
                keyed.insert((key, nth.unwrap_or(index)), (index, item));
            }
            keyed
        };
        let (old, new) = (keyed(before), keyed(after));
        let shared = |these: &Keyed<'d>, others: &Keyed<'d>| {
            let shared = these.iter().filter(|(key, _)| others.contains_key(*key));
            let mut order: Vec<_> = shared
                .map(|(key, (index, _))| (*index, key.clone()))
                .collect();
            order.sort_unstable();
            order.into_iter().map(|(_, key)| key).collect::<Vec<_>>()
        };
        if shared(&old, &new) != shared(&new, &old) {
            self.found.push(Difference {
                old_at: at.0[0].clone(),
                new_at: at.0[1].clone(),
                old: None,
                new: None,
                reordered: true,
            });
        }
        for (key, (index, item)) in &old {
            let index = index.to_string();
            match new.get(key) {
                Some((other, value)) => {
                    self.both(&at.apart(&index, &other.to_string()), item, value);
                }
                None => self.one(&at.step(&index), Some(item), None),
            }
        }
        for (key, (index, item)) in &new {
            if !old.contains_key(key) {
                self.one(&at.step(&index.to_string()), None, Some(item));
            }
        }
    }

    /// What only one of the documents has: as a whole, or what of it is not covered.
    fn one(&mut self, at: &Places, old: Option<&'d Value>, new: Option<&'d Value>) {
        if at.is_component() {
            return self.add(at, old, new);
        }
        if self.is_covered(at, [old, new]) {
            return;
        }
        // Components have names of their own, also where none is left of their kind.
        let within = at.holds_components()
            || [(0, old), (1, new)]
                .into_iter()
                .any(|(side, value)| value.is_some() && self.covered[side].within(&at.0[side]));
        let part = |value: Option<&'d Value>, token: &str| match value? {
            Value::Array(items) => items.get(token.parse::<usize>().ok()?),
            value => value.get(token),
        };
        let tokens: Vec<String> = match old.or(new) {
            Some(Value::Object(members)) => members.keys().cloned().collect(),
            Some(Value::Array(items)) => (0..items.len()).map(|it| it.to_string()).collect(),
            _ => Vec::new(),
        };
        if !within || tokens.is_empty() {
            return self.add(at, old, new);
        }
        for token in tokens {
            self.one(&at.step(&token), part(old, &token), part(new, &token));
        }
    }

    /// Whether a change is about it, here or where it leads.
    fn is_covered(&self, at: &Places, values: [Option<&Value>; 2]) -> bool {
        let sides = self.covered.iter().zip(&at.0).zip(values);
        let mut there = sides.filter_map(|((covered, at), value)| Some((covered, at, value?)));
        there.any(|(covered, at, value)| {
            let referred = value.get("$ref").and_then(Value::as_str);
            let referred = referred.filter(|_| value.as_object().is_some_and(|it| it.len() == 1));
            // What another schema is called concerns the code that is generated of it.
            let referred = referred.and_then(|to| to.strip_prefix('#'));
            let element = referred.filter(|to| !to.starts_with("/components/schemas/"));
            covered.has(at) || element.is_some_and(|to| covered.has(to))
        })
    }

    fn add(&mut self, at: &Places, old: Option<&'d Value>, new: Option<&'d Value>) {
        let [old_at, new_at] = at.0.clone();
        self.found.push(Difference {
            old_at,
            new_at,
            old,
            new,
            reordered: false,
        });
    }
}

/// Elements with their indices, by what tells them apart.
type Keyed<'d> = BTreeMap<(String, usize), (usize, &'d Value)>;

/// What tells an element from others: place and name, name, address, where it leads,
/// its text, or where it stands.
fn key(index: usize, item: &Value) -> String {
    let text = |name| item.get(name).and_then(Value::as_str);
    let named = text("url").or_else(|| text("$ref"));
    match (text("in"), text("name"), named) {
        (Some(place), Some(name), _) => format!("{place} {name}"),
        (_, Some(name), _) => name.to_owned(),
        (_, _, Some(named)) => named.to_owned(),
        _ if item.is_object() || item.is_array() => index.to_string(),
        _ => item.to_string(),
    }
}
