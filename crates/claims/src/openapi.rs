//! The claims of an OpenAPI document.

mod content;
mod operation;
mod parameter;
mod response;
mod security;
mod server;
mod tag;

use std::sync::Arc;

use serde_json::Value;

use crate::reader::Meaning::{Label, Within};
use crate::reader::{Reader, Subject};
use crate::{DocumentClaim, Pointer};

/// The methods that a path item may hold (OpenAPI 3.1, section 4.8.9).
pub const METHODS: [&str; 8] = [
    "get", "put", "post", "delete", "options", "head", "patch", "trace",
];

/// The extension that marks an operation that a page lists without documenting it.
pub const DOCUMENTATION: &str = "x-documentation";

/// What separates the cells in the value of an [`Error`](crate::Aspect::Error) claim.
pub const ERROR_CELL: &str = " · ";

/// Returns all claims of a document, sorted.
///
/// The document is OpenAPI 3.0, 3.1 or 3.2. If they say the same in different words, the claim is
/// the same.
///
/// These labels of ours state nothing about the API and are not claims: `openapi`, `info`,
/// `jsonSchemaDialect`, `x-tagGroups`, operation ids, the display names of tags and how tags are
/// nested, the names of used components, and the names and summaries of examples. A schema without
/// keywords makes no claim either. Any other keyword that this reader does not know, or whose form
/// is unexpected, becomes a claim with the aspect [`Keyword`](crate::Aspect::Keyword). So does every
/// component that nothing in the document uses. Nothing in a document is ignored.
#[must_use]
pub fn claims(document: &Value) -> Vec<DocumentClaim> {
    let mut reader = Reader::new(document);
    let this = Subject::new("", "document", "");
    reader.element(
        &this,
        &"".into(),
        document,
        &[
            ("openapi", Label),
            ("info", Label),
            ("jsonSchemaDialect", Label),
            ("x-tagGroups", Label),
            ("tags", Within(Reader::tags)),
            ("paths", Within(Reader::paths)),
            // Said of each operation for which they are in effect.
            ("servers", Label),
            ("security", Label),
            // Said where they are used.
            ("components", Label),
        ],
    );
    reader.unused(&this);
    let mut claims = reader.into_claims();
    claims.sort_unstable();
    claims.shrink_to_fit();
    claims
}

impl<'d> Reader<'d> {
    fn paths(&mut self, _: &Subject, node: &Arc<str>, paths: &'d Value) -> Option<()> {
        for (path, item) in paths.as_object()? {
            let this = Subject::new(path, "path item", "");
            let node = Pointer::step(node, path);
            let Some(members) = crate::reader::members(item) else {
                self.as_it_is(&this, &node, item);
                continue;
            };
            for (keyword, value) in members {
                if METHODS.contains(&keyword.as_str()) && value.is_object() {
                    let name = format!("{} {path}", keyword.to_uppercase());
                    let this = Subject::new(&name, "operation", "");
                    self.operation(&this, &Pointer::step(&node, keyword), value);
                } else {
                    self.other(&this, &node, keyword, value);
                }
            }
        }
        Some(())
    }

    /// What the document offers and nothing in it uses.
    fn unused(&mut self, this: &Subject) {
        for keyword in ["servers", "security"] {
            if let Some(value) = self.root.get(keyword)
                && !self.reached.contains(format!("/{keyword}").as_str())
            {
                self.other(this, "", keyword, value);
            }
        }
        let Some(components) = self.root.get("components") else {
            return;
        };
        let Some(kinds) = components.as_object() else {
            return self.other(this, "", "components", components);
        };
        for (kind, components) in kinds {
            let this = Subject::new("", "components", kind);
            let node = Pointer::step("/components", kind);
            let Some(components) = components.as_object() else {
                self.as_it_is(&this, &node, components);
                continue;
            };
            for (name, component) in components {
                if !self.reached.contains(&*Pointer::step(&node, name)) {
                    self.other(&this, &node, name, component);
                }
            }
        }
    }
}
