//! The elements of a document that overlays say something of.

use std::fmt::Write as _;

use claims::Pointer;
use claims::openapi::METHODS;
use serde_json::Value;

/// An element by its JSON pointer (RFC 6901) and its `JSONPath` (RFC 9535).
#[derive(Clone, Debug)]
pub(crate) struct Element {
    pub(crate) pointer: String,
    pub(crate) path: String,
}

/// Keywords of a schema that hold a list of schemas.
const ALTERNATIVES: [&str; 3] = ["allOf", "anyOf", "oneOf"];

/// Every operation, parameter, body, response, property, component, server and tag.
///
/// What only refers to a component is not one: nothing may stand beside such a reference.
pub(crate) fn elements(document: &Value) -> Vec<Element> {
    let mut found = Found(Vec::new());
    let root = Node {
        pointer: String::new(),
        path: "$".to_owned(),
        value: document,
    };
    for list in ["tags", "servers"] {
        root.member(list).each(|tag| found.add(&tag));
    }
    root.member("paths").each(|item| {
        for method in METHODS {
            found.operation(&item.member(method));
        }
    });
    root.member("components").each(|section| {
        let schemas = section.pointer.ends_with("/schemas");
        section.each(|component| {
            found.add(&component);
            if schemas {
                found.schema(&component);
            } else {
                found.bodies(&component);
            }
        });
    });
    found.0
}

struct Found(Vec<Element>);

impl Found {
    fn add(&mut self, node: &Node) {
        self.0.push(Element {
            pointer: node.pointer.clone(),
            path: node.path.clone(),
        });
    }

    /// Adds what is there itself and is not only referred to.
    fn own(&mut self, node: &Node) -> bool {
        let own = node.value.is_object() && node.value.get("$ref").is_none();
        if own {
            self.add(node);
        }
        own
    }

    fn operation(&mut self, operation: &Node) {
        if !self.own(operation) {
            return;
        }
        operation.member("servers").each(|server| self.add(&server));
        operation.member("parameters").each(|parameter| {
            if self.own(&parameter) {
                self.schema(&parameter.member("schema"));
            }
        });
        let body = operation.member("requestBody");
        if self.own(&body) {
            self.bodies(&body);
        }
        operation.member("responses").each(|response| {
            if self.own(&response) {
                self.bodies(&response);
            }
        });
    }

    /// The properties of the schemas of a body.
    fn bodies(&mut self, body: &Node) {
        let content = body.member("content");
        content.each(|media| self.schema(&media.member("schema")));
    }

    /// The properties of a schema, at any depth.
    fn schema(&mut self, schema: &Node) {
        schema.member("properties").each(|property| {
            if property.value.is_object() {
                self.add(&property);
                self.schema(&property);
            }
        });
        if schema.value.get("items").is_some() {
            self.schema(&schema.member("items"));
        }
        for list in ALTERNATIVES {
            schema.member(list).each(|one| self.schema(&one));
        }
    }
}

/// A value with where it stands.
struct Node<'d> {
    pointer: String,
    path: String,
    value: &'d Value,
}

impl<'d> Node<'d> {
    /// A member, `null` if there is none.
    fn member(&self, name: &str) -> Self {
        let value = self.value.get(name).unwrap_or(&Value::Null);
        self.step(name, &format!("['{}']", quoted(name)), value)
    }

    /// Each member or item of what is there.
    fn each(&self, mut visit: impl FnMut(Node<'d>)) {
        match self.value {
            Value::Object(members) => {
                for (name, value) in members {
                    visit(self.step(name, &format!("['{}']", quoted(name)), value));
                }
            }
            Value::Array(items) => {
                for (index, value) in items.iter().enumerate() {
                    visit(self.step(&index.to_string(), &format!("[{index}]"), value));
                }
            }
            _ => {}
        }
    }

    fn step(&self, token: &str, selector: &str, value: &'d Value) -> Self {
        Self {
            pointer: Pointer::step(&self.pointer, token).to_string(),
            path: format!("{}{selector}", self.path),
            value,
        }
    }
}

/// A member name within single quotes (RFC 9535, section 2.3.1.1).
fn quoted(name: &str) -> String {
    let mut quoted = String::new();
    for char in name.chars() {
        match char {
            '\'' | '\\' => quoted.extend(['\\', char]),
            control if control.is_control() => {
                let _ = write!(quoted, "\\u{:04x}", u32::from(control));
            }
            other => quoted.push(other),
        }
    }
    quoted
}
