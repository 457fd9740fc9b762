//! A schema without the way it is put together: references followed, `allOf` laid side by side.

use std::collections::HashSet;

use serde_json::{Map, Value};

use super::super::node::{At, Node, Side};
use super::is_words;

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
    /// The keywords that put it together: of how many parts, or which of them says something.
    pub(super) wrappers: Vec<(&'static str, usize)>,
    /// Choices between types and nothing else.
    pub(super) type_choices: Vec<Node<'d>>,
    /// Choices between listed values and nothing else.
    pub(super) value_choices: Vec<Node<'d>>,
    /// Whether there is a choice between more than that.
    pub(super) chooses: bool,
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
            shape.put_together(side, node, or_null, &mut open);
        }
        shape
    }

    /// Follows the keywords that put a schema together from others.
    fn put_together(
        &mut self,
        side: &mut Side<'d>,
        node: Node<'d>,
        or_null: bool,
        open: &mut Vec<(Node<'d>, bool)>,
    ) {
        for keyword in ["allOf", "oneOf", "anyOf"] {
            let Some(list) = side.member(node, keyword) else {
                continue;
            };
            let branches = side.items(list);
            if keyword == "allOf" && list.value.is_array() {
                self.wrappers.push((keyword, branches.len()));
                open.extend(branches.into_iter().rev().map(|it| (it, or_null)));
            } else if let Some((at, null)) = only_branch(&branches) {
                self.wrappers.push(("union", at));
                open.push((branches[at], or_null || null));
            } else if branches.iter().all(is_type) && keyword != "allOf" {
                self.type_choices.push(list);
            } else if branches.iter().all(is_listed) && keyword != "allOf" {
                self.value_choices.push(list);
            } else if keyword != "allOf" {
                self.chooses = true;
            }
        }
        let Some(reference) = side.member(node, "$ref") else {
            return;
        };
        match reference
            .value
            .as_str()
            .and_then(|to| Some((to, side.find(to)?)))
        {
            Some((to, target)) => {
                self.references.push(to);
                self.reference.get_or_insert(reference.at);
                self.edges.push([node.at, target.at]);
                open.push((target, or_null));
            }
            None => self.odd.push(reference),
        }
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

/// Which branch alone says something, and whether another one allows `null`; nothing if there are
/// more.
pub(super) fn only_branch(branches: &[Node<'_>]) -> Option<(usize, bool)> {
    let mut others = (0..branches.len()).filter(|at| !is_null(&branches[*at]));
    let only = others.next()?;
    others
        .next()
        .is_none()
        .then_some((only, branches.len() > 1))
}

/// Whether a branch says a type and nothing else but words.
fn is_type(branch: &Node<'_>) -> bool {
    says_only(branch, &["type"])
}

/// Whether a branch lists values and says nothing else but their type and words.
fn is_listed(branch: &Node<'_>) -> bool {
    let lists = |name: &str| branch.value.get(name).is_some();
    (lists("const") || lists("enum")) && says_only(branch, &["const", "enum", "type"])
}

/// Whether a branch has one of these keywords, and no other but words.
fn says_only(branch: &Node<'_>, keywords: &[&str]) -> bool {
    let members = branch.members();
    let only = |name: &String| keywords.contains(&name.as_str()) || is_words(name);
    members.is_some_and(|it| it.keys().all(only))
        && keywords.iter().any(|name| branch.value.get(name).is_some())
}

fn is_null(branch: &Node<'_>) -> bool {
    let members = branch.members();
    members.is_some_and(|it| it.len() == 1)
        && branch
            .value
            .get("type")
            .is_some_and(|it| it == "null" || *it == Value::from(vec!["null"]))
}
