//! Components that the new document has under another name.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::hash::{DefaultHasher, Hash, Hasher as _};

use claims::Pointer;
use serde_json::Value;

/// Components of the old document by what refers to them, with what they are called now.
#[derive(Default)]
pub(super) struct Names {
    /// By the old reference, `#/components/schemas/Boat`: the new one.
    now: BTreeMap<String, String>,
    /// All new references of them.
    new: BTreeSet<String>,
}

/// How often what refers to a component is told apart by what that refers to in turn.
const ROUNDS: usize = 4;

impl Names {
    /// Components that went and components that came, where one is the other.
    pub(super) fn between(old: &Value, new: &Value) -> Self {
        let gone = only(old, new);
        let came = only(new, old);
        if gone.is_empty() || came.is_empty() {
            return Self::default();
        }
        let [gone, came] = [gone, came].map(|components| digests(&components));
        let mut unmatched: HashMap<(&str, u64), Vec<&String>> = HashMap::new();
        for (reference, (kind, digest)) in came.iter().rev() {
            unmatched
                .entry((*kind, *digest))
                .or_default()
                .push(reference);
        }
        let found = gone.iter().filter_map(|(was, (kind, digest))| {
            let now = unmatched.get_mut(&(*kind, *digest))?.pop()?;
            Some((was.clone(), now.clone()))
        });
        let now: BTreeMap<String, String> = found.collect();
        let new = now.values().cloned().collect();
        Self { now, new }
    }

    /// What a reference of the old document is in the new one.
    pub(super) fn now<'r>(&'r self, reference: &'r str) -> Cow<'r, str> {
        self.now
            .get(reference)
            .map_or(reference, String::as_str)
            .into()
    }

    /// Whether a reference of the new document is the new name of a component.
    pub(super) fn is_new(&self, reference: &str) -> bool {
        self.new.contains(reference)
    }
}

/// The components of one document that the other has not, by their references.
fn only<'d>(this: &'d Value, other: &Value) -> BTreeMap<String, (&'d str, &'d Value)> {
    let kinds = this["components"].as_object().into_iter().flatten();
    let components = kinds.flat_map(|(kind, there)| {
        let there = there.as_object().into_iter().flatten();
        there.map(move |(name, component)| (kind, name, component))
    });
    let only = components.filter(|(kind, name, _)| other["components"][kind].get(name).is_none());
    let keyed = only.map(|(kind, name, component)| {
        let pointer = Pointer::step(&Pointer::step("/components", kind), name);
        (format!("#{pointer}"), (kind.as_str(), component))
    });
    keyed.collect()
}

/// What tells components apart, without their own names.
fn digests<'d>(
    components: &BTreeMap<String, (&'d str, &'d Value)>,
) -> BTreeMap<String, (&'d str, u64)> {
    let mut known: BTreeMap<String, (&str, u64)> = components
        .iter()
        .map(|(reference, (kind, _))| (reference.clone(), (*kind, 0)))
        .collect();
    for _ in 0..ROUNDS {
        let next = components.iter().map(|(reference, (kind, component))| {
            let mut hasher = DefaultHasher::new();
            digest(component, &known, &mut hasher);
            (reference.clone(), (*kind, hasher.finish()))
        });
        known = next.collect();
    }
    known
}

fn digest(value: &Value, known: &BTreeMap<String, (&str, u64)>, hasher: &mut DefaultHasher) {
    match value {
        Value::Object(members) => {
            members.len().hash(hasher);
            let mut members: Vec<_> = members.iter().collect();
            members.sort_unstable_by_key(|(name, _)| *name);
            for (name, value) in members {
                name.hash(hasher);
                match value {
                    Value::String(reference) if name == "$ref" => match known.get(reference) {
                        Some((_, digest)) => digest.hash(hasher),
                        None => reference.hash(hasher),
                    },
                    value => digest(value, known, hasher),
                }
            }
        }
        Value::Array(items) => {
            items.len().hash(hasher);
            for item in items {
                digest(item, known, hasher);
            }
        }
        value => value.to_string().hash(hasher),
    }
}
