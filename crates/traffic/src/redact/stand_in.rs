//! A value that stands for another: no part of it, and as right or wrong as it was.

use std::cell::OnceCell;
use std::mem::discriminant;

use serde_json::{Map, Number, Value, json};

use super::Known;
use crate::api::{Check, Leaf, Node, NodeId, options};
use crate::trial::breaks;

/// The keywords of JSON Schema about a value that holds no others.
const KEYWORDS: [&str; 14] = [
    "type",
    "enum",
    "const",
    "format",
    "pattern",
    "minLength",
    "maxLength",
    "minimum",
    "maximum",
    "exclusiveMinimum",
    "exclusiveMaximum",
    "multipleOf",
    "minItems",
    "maxItems",
];

/// The value of a body or a parameter with a stand-in for everything in it.
pub(super) fn stand_in(known: &Known, check: &mut Check, value: &Value) -> Value {
    within(known, check, Some(0), value)
}

fn within(known: &Known, check: &mut Check, node: Option<NodeId>, value: &Value) -> Value {
    match value {
        Value::Object(members) => {
            let mut object = Map::new();
            for (name, value) in members {
                let tree = &mut check.tree;
                let property = node.and_then(|node| tree.property(node, name));
                let others = node.and_then(|node| tree.others(node));
                let told = property.is_some() || known.api.names.know(name);
                // Of two names that no document has neither is the other's.
                let called = if told {
                    name.clone()
                } else {
                    format!("~{}", object.len() + 1)
                };
                let value = within(known, check, property.or(others), value);
                object.insert(called, value);
            }
            Value::Object(object)
        }
        Value::Array(items) => {
            let node = node.and_then(|node| check.tree.items(node));
            items
                .iter()
                .map(|item| within(known, check, node, item))
                .collect()
        }
        Value::Null => Value::Null,
        leaf => {
            let Some(node) = node else {
                return unknown(leaf);
            };
            let this = &check.tree.nodes[node];
            let leaf_rules = this.leaf.get_or_init(|| {
                let rules: Vec<Value> = this.views.iter().map(|view| own(view)).collect();
                Leaf {
                    validator: options().build(&json!({ "allOf": rules })).ok(),
                    mark: known.mark(&check.place, &check.called(&this.name)),
                    valid: OnceCell::new(),
                }
            });
            of_leaf(this, leaf_rules, leaf)
        }
    }
}

/// What stands for a value of which nothing is documented.
fn unknown(leaf: &Value) -> Value {
    match leaf {
        Value::String(_) => json!("[value]"),
        Value::Number(_) => json!(0),
        other => other.clone(),
    }
}

/// The first of some values that breaks the rules that the value breaks, and no others.
fn of_leaf(node: &Node, rules: &Leaf, leaf: &Value) -> Value {
    let Leaf {
        validator,
        mark,
        valid,
    } = rules;
    let is_valid = breaks(node, leaf).is_empty()
        && validator
            .as_ref()
            .is_some_and(|validator| validator.is_valid(leaf));
    let known = valid
        .get()
        .filter(|known| is_valid && discriminant(*known) == discriminant(leaf));
    if let Some(known) = known {
        return known.clone();
    }
    let broken = |value: &Value| {
        let mut broken: Vec<String> = validator
            .iter()
            .flat_map(|it| {
                it.iter_errors(value)
                    .map(|error| error.kind().keyword().to_owned())
            })
            .collect();
        broken.extend(
            breaks(node, value)
                .into_iter()
                .map(|kind| kind.as_str().to_owned()),
        );
        broken.sort_unstable();
        broken.dedup();
        broken
    };
    let wanted = broken(leaf);
    let candidates = match leaf {
        Value::String(text) => texts(node, text, mark),
        Value::Number(number) => numbers(node, number),
        other => vec![json!(true), json!(false), other.clone()],
    };
    let first = candidates.first().cloned().unwrap_or_default();
    let mut alike = candidates.into_iter().filter(|it| broken(it) == wanted);
    let found = alike.next().unwrap_or(first);
    if is_valid && broken(&found).is_empty() {
        // Another one may be there, for a value of another type.
        let _ = valid.set(found.clone());
    }
    found
}

/// What a schema says of a value that holds no others.
fn own(view: &Map<String, Value>) -> Value {
    let own = view
        .iter()
        .filter(|(keyword, _)| KEYWORDS.contains(&keyword.as_str()));
    own.map(|(keyword, value)| (keyword.clone(), value.clone()))
        .collect::<Map<_, _>>()
        .into()
}

/// Values that a document lists or shows: nobody's.
fn documented<'n>(node: &'n Node) -> impl Iterator<Item = Value> + 'n {
    let views = || node.views.iter();
    let listed = views()
        .filter_map(|view| view.get("enum")?.as_array())
        .flatten()
        .take(1);
    let shown = views().flat_map(|view| ["const", "example", "default"].map(|it| view.get(it)));
    listed.chain(shown.flatten()).cloned()
}

fn texts(node: &Node, text: &str, mark: &str) -> Vec<Value> {
    let length = text.chars().count();
    let fitted = |filler: char| -> String {
        let padding = std::iter::repeat_n(filler, length);
        mark.chars().chain(padding).take(length).collect()
    };
    let forms = [
        "2000-01-01",
        "2000-01-01T00:00:00Z",
        "2000-01-01T00:00:00",
        "00:00:00Z",
        "name@example.com",
        "00000000-0000-4000-8000-000000000000",
        "https://example.com/",
        "192.0.2.1",
        "",
    ];
    let mut texts = vec![mark.to_owned(), fitted('x')];
    texts.extend(forms.map(str::to_owned));
    // Letters and digits of no meaning in the places of letters and digits.
    let masked = |letter: char, digit: char| -> String {
        text.chars()
            .map(|it| match it {
                _ if it.is_numeric() => digit,
                _ if it.is_uppercase() => letter.to_ascii_uppercase(),
                _ if it.is_alphabetic() => letter,
                _ if it.is_ascii_punctuation() || it == ' ' => it,
                _ => letter,
            })
            .collect()
    };
    texts.extend([
        masked('x', '1'),
        masked('x', '0'),
        masked('a', '2'),
        masked('é', '1'),
    ]);
    texts.extend([
        fitted('1'),
        "1".repeat(length),
        "x".repeat(length),
        "X".repeat(length),
    ]);
    texts.extend(["é".repeat(length), fitted('é')]);
    let mut texts = texts.into_iter().map(Value::String);
    // What says the class comes first, and what a document has before forms of no meaning.
    let marks: Vec<Value> = texts.by_ref().take(2).collect();
    marks
        .into_iter()
        .chain(documented(node))
        .chain(texts)
        .collect()
}

fn numbers(node: &Node, number: &Number) -> Vec<Value> {
    let digits: String = number
        .to_string()
        .chars()
        .map(|it| if it.is_ascii_digit() { '1' } else { it })
        .collect();
    let masked = digits.parse::<Number>().map_or(Value::Null, Value::Number);
    let bounds = ["minimum", "maximum"];
    let bounds = node
        .views
        .iter()
        .flat_map(|view| bounds.map(|it| view.get(it)));
    let mut numbers = vec![json!(0), json!(1)];
    numbers.extend(bounds.flatten().cloned());
    numbers.extend(documented(node));
    numbers.push(masked);
    let others = [
        json!(-1),
        json!(0.5),
        json!(1.125),
        json!(1e20),
        json!(-1e20),
        json!(1_u64 << 40),
    ];
    numbers.extend(others);
    numbers.extend([json!(u64::MAX), json!(0.123_456_789)]);
    numbers
}
