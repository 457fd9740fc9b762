//! Places in a document: cheap to make while walking, written as pointers where something is found.

use std::collections::HashMap;

use claims::Pointer;
use serde_json::{Map, Value};

/// A step from one value to a part of it.
#[derive(Clone, Copy, Debug)]
struct Step<'d> {
    from: u32,
    token: Token<'d>,
    /// The step to the operation, path item or component that says it; that of the document is 0.
    owner: u32,
}

#[derive(Clone, Copy, Debug)]
enum Token<'d> {
    Name(&'d str),
    Index(usize),
}

/// A value and where it is.
#[derive(Clone, Copy, Debug)]
pub(super) struct Node<'d> {
    pub(super) value: &'d Value,
    pub(super) at: At,
}

/// Where something is, or would be, in one document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct At(u32);

impl<'d> Node<'d> {
    pub(super) fn members(&self) -> Option<&'d Map<String, Value>> {
        self.value.as_object()
    }

    /// What tells one value of a document from all others.
    pub(super) fn identity(&self) -> usize {
        std::ptr::from_ref(self.value).addr()
    }

    /// The text of a member.
    pub(super) fn text(&self, name: &str) -> Option<&'d str> {
        self.value.get(name)?.as_str()
    }
}

/// One of the two documents.
pub(super) struct Side<'d> {
    pub(super) root: Node<'d>,
    steps: Vec<Step<'d>>,
    referred: HashMap<&'d str, Option<Node<'d>>>,
    /// The places of components, by their identities.
    owned: HashMap<usize, At>,
}

impl<'d> Side<'d> {
    pub(super) fn of(document: &'d Value) -> Self {
        let first = Step {
            from: 0,
            token: Token::Name(""),
            owner: 0,
        };
        Self {
            root: Node {
                value: document,
                at: At(0),
            },
            steps: vec![first],
            referred: HashMap::new(),
            owned: HashMap::new(),
        }
    }

    /// A member, if it is there.
    pub(super) fn member(&mut self, node: Node<'d>, name: &str) -> Option<Node<'d>> {
        let (name, value) = node.members()?.get_key_value(name)?;
        let at = self.step(node.at, Token::Name(name));
        Some(Node { value, at })
    }

    /// A member's place, whether it is there or not.
    pub(super) fn place(&mut self, at: At, name: &'d str) -> At {
        self.step(at, Token::Name(name))
    }

    /// The elements of a list; none if it is something else.
    pub(super) fn items(&mut self, node: Node<'d>) -> Vec<Node<'d>> {
        let items = node.value.as_array().map_or(&[][..], Vec::as_slice);
        let step = |(index, value)| Node {
            value,
            at: self.step(node.at, Token::Index(index)),
        };
        items.iter().enumerate().map(step).collect()
    }

    /// All members of an object, or none.
    pub(super) fn entries(&mut self, node: Option<Node<'d>>) -> Vec<(&'d str, Node<'d>)> {
        let Some(node) = node else {
            return Vec::new();
        };
        let members = node.members().into_iter().flatten();
        let step = |(name, value): (&'d String, &'d Value)| {
            let at = self.step(node.at, Token::Name(name));
            (name.as_str(), Node { value, at })
        };
        members.map(step).collect()
    }

    /// Makes a value the owner of all that is below it; it has one place, however it is reached.
    pub(super) fn own(&mut self, node: Node<'d>) -> Node<'d> {
        let at = *self.owned.entry(node.identity()).or_insert(node.at);
        self.steps[at.0 as usize].owner = at.0;
        Node { at, ..node }
    }

    /// The operation, path item or component that says what is at a place.
    pub(super) fn owner(&self, at: At) -> At {
        At(self.steps[at.0 as usize].owner)
    }

    fn step(&mut self, from: At, token: Token<'d>) -> At {
        let at = u32::try_from(self.steps.len()).unwrap_or(u32::MAX);
        let owner = self.steps[from.0 as usize].owner;
        self.steps.push(Step {
            from: from.0,
            token,
            owner,
        });
        At(at)
    }

    /// What a reference within the document leads to, which owns what is below it.
    pub(super) fn find(&mut self, reference: &'d str) -> Option<Node<'d>> {
        if let Some(found) = self.referred.get(reference) {
            return *found;
        }
        let found = self.look(reference);
        self.referred.insert(reference, found);
        found
    }

    fn look(&mut self, reference: &'d str) -> Option<Node<'d>> {
        let pointer = reference.strip_prefix('#')?;
        if pointer.is_empty() {
            return Some(self.root);
        }
        let mut node = self.root;
        let tokens = pointer.strip_prefix('/')?.split('/');
        let mut depth = 0;
        for token in tokens {
            // A pointer in an address is percent-encoded (RFC 6901, section 6).
            let token = percent_encoding::percent_decode_str(token)
                .decode_utf8()
                .ok()?;
            let name = Pointer::unescape(&token);
            node = match node.value {
                Value::Array(items) => {
                    let index = name.parse().ok()?;
                    let value = items.get(index)?;
                    let at = self.step(node.at, Token::Index(index));
                    Node { value, at }
                }
                _ => self.member(node, &name)?,
            };
            depth += 1;
            if depth == 3 && reference.starts_with("#/components/") {
                node = self.own(node);
            }
        }
        Some(node)
    }

    /// Follows references until there is none, at most as many as a document can sensibly chain.
    pub(super) fn resolved(&mut self, node: Node<'d>) -> Node<'d> {
        const MOST: usize = 64;
        let mut node = node;
        for _ in 0..MOST {
            let Some(next) = node.text("$ref").and_then(|to| self.find(to)) else {
                break;
            };
            node = next;
        }
        node
    }

    /// The tokens that lead to a place, from the root.
    pub(super) fn tokens(&self, at: At) -> Vec<String> {
        let mut tokens = Vec::new();
        let mut at = at.0 as usize;
        while at != 0 {
            let step = &self.steps[at];
            tokens.push(match step.token {
                Token::Name(name) => name.to_owned(),
                Token::Index(index) => index.to_string(),
            });
            at = step.from as usize;
        }
        tokens.reverse();
        tokens
    }

    /// The JSON pointer (RFC 6901) to a place.
    pub(super) fn pointer(&self, at: At) -> String {
        let tokens = self.tokens(at);
        let escaped = tokens.iter().map(|token| Pointer::escape(token));
        escaped.fold(String::new(), |pointer, token| pointer + "/" + &token)
    }
}
