//! Every object of an OpenAPI document of version 3.0, 3.1 or 3.2, or of a JSON Schema, with its place.
//!
//! What an object holds depends on what it is: a property called `default` is a schema, while the
//! keyword `default` holds data. Data and extensions are not visited.

use std::fmt;

use serde_json::Value;

use crate::json::{elements, escaped, members};

/// The members of a path item that are operations (OpenAPI 3.2, Path Item Object).
pub(crate) const METHODS: [&str; 9] = [
    "get", "put", "post", "delete", "options", "head", "patch", "trace", "query",
];

/// What an object is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Document,
    Components,
    PathItem,
    Operation,
    Callback,
    /// A parameter or a header.
    Parameter,
    /// The body of a request, or a response.
    Message,
    MediaType,
    Encoding,
    Schema,
    /// An object that holds none of the others: at most it refers to another of its kind.
    Leaf,
}

/// How a member holds objects.
#[derive(Clone, Copy)]
enum Holds {
    One,
    Array,
    Object,
}

use Holds::{Array, Object, One};

/// The schemas of a schema that describe another value, or another choice: each of them is a type
/// (JSON Schema 2020-12, Core, section 10).
fn types(keyword: &str) -> Option<Holds> {
    Some(match keyword {
        "properties" | "patternProperties" | "$defs" | "definitions" => Object,
        "prefixItems" | "oneOf" | "anyOf" => Array,
        "additionalProperties"
        | "unevaluatedProperties"
        | "items"
        | "unevaluatedItems"
        | "contains"
        | "contentSchema" => One,
        _ => return None,
    })
}

/// The schemas of a schema that say more about the same value: they are parts of one type.
fn parts(keyword: &str) -> Option<Holds> {
    Some(match keyword {
        "allOf" => Array,
        "not" | "if" | "then" | "else" | "propertyNames" => One,
        "dependentSchemas" => Object,
        _ => return None,
    })
}

/// What the member of an object holds; nothing for data and extensions.
fn child(kind: Kind, member: &str) -> Option<(Holds, Kind)> {
    Some(match (kind, member) {
        (Kind::Document, "paths" | "webhooks") => (Object, Kind::PathItem),
        (Kind::Document, "components") => (One, Kind::Components),
        (Kind::Components, member) => (Object, component(member)?),
        (
            Kind::PathItem,
            "get" | "put" | "post" | "delete" | "options" | "head" | "patch" | "trace" | "query",
        ) => (One, Kind::Operation),
        (Kind::PathItem, "additionalOperations") => (Object, Kind::Operation),
        (Kind::PathItem | Kind::Operation, "parameters") => (Array, Kind::Parameter),
        (Kind::Operation, "requestBody") => (One, Kind::Message),
        (Kind::Operation, "responses") => (Object, Kind::Message),
        (Kind::Operation, "callbacks") => (Object, Kind::Callback),
        (Kind::Callback, member) if !member.starts_with("x-") => (One, Kind::PathItem),
        (Kind::Message | Kind::Parameter, "content") => (Object, Kind::MediaType),
        (Kind::Message | Kind::Encoding, "headers") => (Object, Kind::Parameter),
        (Kind::Parameter | Kind::MediaType, "schema") | (Kind::MediaType, "itemSchema") => {
            (One, Kind::Schema)
        }
        (Kind::Parameter | Kind::MediaType, "examples") | (Kind::Message, "links") => {
            (Object, Kind::Leaf)
        }
        (Kind::MediaType | Kind::Encoding, "encoding") => (Object, Kind::Encoding),
        (Kind::MediaType | Kind::Encoding, "prefixEncoding") => (Array, Kind::Encoding),
        (Kind::MediaType | Kind::Encoding, "itemEncoding") => (One, Kind::Encoding),
        (Kind::Schema, keyword) => (types(keyword).or_else(|| parts(keyword))?, Kind::Schema),
        _ => return None,
    })
}

/// What the components of one sort are.
pub(crate) fn component(sort: &str) -> Option<Kind> {
    Some(match sort {
        "schemas" => Kind::Schema,
        "responses" | "requestBodies" => Kind::Message,
        "parameters" | "headers" => Kind::Parameter,
        "mediaTypes" => Kind::MediaType,
        "callbacks" => Kind::Callback,
        "pathItems" => Kind::PathItem,
        "examples" | "links" | "securitySchemes" => Kind::Leaf,
        _ => return None,
    })
}

/// An object, or a schema that is `true` or `false`.
pub(crate) struct Node<'p, 'v> {
    outer: Option<&'p Node<'p, 'v>>,
    /// The member of the outer object that holds it, and its name or index there.
    steps: (&'v str, Option<Token<'v>>),
    pub(crate) kind: Kind,
    pub(crate) value: &'v Value,
    /// Whether it is a component schema or a part of one, so that it has a name.
    pub(crate) named: bool,
}

#[derive(Clone, Copy)]
enum Token<'v> {
    Member(&'v str),
    Index(usize),
}

impl<'v> Node<'_, 'v> {
    /// The schema around this schema, and the keyword that holds this one.
    pub(crate) fn around(&self) -> Option<(&Self, &'v str)> {
        let outer = self.outer.filter(|outer| outer.kind == Kind::Schema)?;
        Some((outer, self.steps.0))
    }
}

impl fmt::Display for Node<'_, '_> {
    /// The JSON pointer (RFC 6901). It is written only where somebody asks for it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some(outer) = self.outer else {
            return Ok(());
        };
        let (member, token) = self.steps;
        write!(f, "{outer}/{}", escaped(member))?;
        match token {
            Some(Token::Member(name)) => write!(f, "/{}", escaped(name)),
            Some(Token::Index(index)) => write!(f, "/{index}"),
            None => Ok(()),
        }
    }
}

/// Visits a value of some kind, and every object within it, from the outside inwards.
pub(crate) fn walk<'v>(value: &'v Value, kind: Kind, visit: &mut impl FnMut(&Node<'_, 'v>)) {
    let node = Node {
        outer: None,
        steps: ("", None),
        kind,
        value,
        named: kind == Kind::Schema,
    };
    within(&node, visit);
}

/// Visits every schema of an OpenAPI document, or of a JSON Schema.
pub(crate) fn schemas<'v>(document: &'v Value, visit: &mut impl FnMut(&Node<'_, 'v>)) {
    let kind = if document.get("openapi").is_some() {
        Kind::Document
    } else {
        Kind::Schema
    };
    walk(document, kind, &mut |node| {
        if node.kind == Kind::Schema {
            visit(node);
        }
    });
}

fn within<'v>(node: &Node<'_, 'v>, visit: &mut impl FnMut(&Node<'_, 'v>)) {
    visit(node);
    for (member, value) in members(node.value) {
        let Some((holds, kind)) = child(node.kind, member) else {
            continue;
        };
        let named = match node.kind {
            Kind::Components => kind == Kind::Schema,
            Kind::Schema => node.named && parts(member).is_some(),
            _ => false,
        };
        let mut inner = |token, value| {
            let node = Node {
                outer: Some(node),
                steps: (member, token),
                kind,
                value,
                named,
            };
            within(&node, visit);
        };
        // Paths and responses have extensions beside them.
        let extended = matches!(kind, Kind::PathItem | Kind::Message);
        let extended = extended && node.kind != Kind::Components;
        match holds {
            One => inner(None, value),
            Array => {
                for (index, item) in elements(value).enumerate() {
                    inner(Some(Token::Index(index)), item);
                }
            }
            Object => {
                for (name, item) in members(value) {
                    if !(extended && name.starts_with("x-")) {
                        inner(Some(Token::Member(name)), item);
                    }
                }
            }
        }
    }
}
