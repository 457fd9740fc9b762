//! A schema without the way it is put together: references followed, `allOf` laid side by side.

use std::collections::HashSet;

use serde_json::{Map, Value};

use super::super::node::{At, Node, Side};

/// One of the schemas that a value has to meet.
pub(super) struct Part<'d> {
    pub(super) node: Node<'d>,
    pub(super) members: &'d Map<String, Value>,
    /// Whether `null` is allowed beside it.
    pub(super) or_null: bool,
}

/// All schemas that a value has to meet.
#[derive(Default)]
pub(super) struct Shape<'d> {
    pub(super) parts: Vec<Part<'d>>,
    /// The references that were followed, in order.
    pub(super) references: Vec<&'d str>,
    /// The first of them.
    pub(super) reference: Option<At>,
    /// The keywords that put it together.
    pub(super) wrappers: Vec<&'static str>,
    /// What leads from one place to another: a reference and its target.
    pub(super) edges: Vec<[At; 2]>,
    /// What is no schema, or leads nowhere.
    pub(super) odd: Vec<Node<'d>>,
    /// Whether nothing meets it.
    pub(super) never: bool,
}

impl<'d> Shape<'d> {
    /// The shape of schemas that have to be met together.
    pub(super) fn of(side: &mut Side<'d>, schemas: &[Node<'d>]) -> Self {
        let mut shape = Self::default();
        let mut seen = HashSet::new();
        let mut open: Vec<(Node<'d>, bool)> = schemas.iter().rev().map(|it| (*it, false)).collect();
        while let Some((node, or_null)) = open.pop() {
            let members = match node.value {
                Value::Bool(true) => continue,
                Value::Bool(false) => {
                    shape.never = true;
                    continue;
                }
                Value::Object(members) => members,
                _ => {
                    shape.odd.push(node);
                    continue;
                }
            };
            if !seen.insert((node.identity(), or_null)) {
                continue;
            }
            shape.parts.push(Part {
                node,
                members,
                or_null,
            });
            if is_plain(members) {
                continue;
            }
            for (keyword, wrapper) in [("allOf", "allOf"), ("oneOf", "union"), ("anyOf", "union")] {
                let Some(list) = side.member(node, keyword) else {
                    continue;
                };
                let branches = side.items(list);
                if wrapper == "allOf" && list.value.is_array() {
                    shape.wrappers.push(wrapper);
                    open.extend(branches.into_iter().rev().map(|it| (it, or_null)));
                } else if let Some((only, null)) = only_branch(&branches) {
                    shape.wrappers.push(wrapper);
                    open.push((only, or_null || null));
                }
            }
            if let Some(reference) = node.text("$ref") {
                let place = side.member(node, "$ref").map_or(node.at, |it| it.at);
                match side.find(reference) {
                    Some(target) => {
                        shape.references.push(reference);
                        shape.reference.get_or_insert(place);
                        shape.edges.push([node.at, target.at]);
                        open.push((target, or_null));
                    }
                    None => shape.odd.extend(side.member(node, "$ref")),
                }
            }
        }
        shape
    }

    /// Everything that is said with a keyword, part by part.
    pub(super) fn all(&self, keyword: &str) -> impl Iterator<Item = (&Part<'d>, &'d Value)> {
        let parts = self.parts.iter();
        parts.filter_map(move |part| Some((part, part.members.get(keyword)?)))
    }

    /// What is said with a keyword, as nodes.
    pub(super) fn nodes(&self, side: &mut Side<'d>, keyword: &str) -> Vec<Node<'d>> {
        let parts = self.parts.iter();
        parts
            .filter_map(|part| side.member(part.node, keyword))
            .collect()
    }

    /// Whether a flag such as `readOnly` is set.
    pub(super) fn is(&self, keyword: &str) -> bool {
        self.all(keyword)
            .any(|(_, value)| *value == Value::Bool(true))
    }
}

/// Whether a schema is not put together from others.
fn is_plain(members: &Map<String, Value>) -> bool {
    let together = ["$ref", "allOf", "oneOf", "anyOf"];
    together
        .iter()
        .all(|keyword| !members.contains_key(*keyword))
}

/// The one branch that says something, and whether another one allows `null`; nothing if there are
/// more.
pub(super) fn only_branch<'d>(branches: &[Node<'d>]) -> Option<(Node<'d>, bool)> {
    let (null, other): (Vec<&Node<'d>>, Vec<_>) = branches.iter().partition(|it| is_null(it));
    match (&*null, &*other) {
        (_, [only]) => Some((**only, !null.is_empty())),
        _ => None,
    }
}

fn is_null(branch: &Node<'_>) -> bool {
    let members = branch.members();
    members.is_some_and(|it| it.len() == 1)
        && branch
            .value
            .get("type")
            .is_some_and(|it| it == "null" || *it == Value::from(vec!["null"]))
}
