//! The claims of an OpenAPI document.

mod content;
mod dangling;
mod operation;
mod operations;
mod parameter;
mod response;
mod security;
mod server;
mod tag;

use std::sync::Arc;

use serde_json::Value;

use crate::reader::Meaning::{Label, Within};
use crate::reader::{Reader, Subject};
use crate::{DocumentClaim, Element, Pointer};
pub use dangling::{dangling, is_data, is_map};
use operations::Item;
pub use operations::{Operation, operations};

/// The methods that a path item may hold (OpenAPI 3.2, Path Item Object).
pub const METHODS: [&str; 9] = [
    "get", "put", "post", "delete", "options", "head", "patch", "trace", "query",
];

/// The member of a path item that holds operations of other methods (OpenAPI 3.2, Path Item Object).
const ADDITIONAL: &str = "additionalOperations";

/// The extension that marks an operation that a page lists without documenting it.
pub const DOCUMENTATION: &str = "x-documentation";

/// The most claims that one component makes at one place, with all the components that it uses.
pub use crate::schema::MOST;

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
///
/// A component is read at each place that uses it. Where it uses itself, only its type is said. So it
/// is further in, in a component that would make more than [`MOST`] claims: each component that is
/// read nowhere because of that is one claim as it stands.
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
    sorted(reader)
}

/// Returns the claims of the operations that are wanted, sorted; nothing else is read.
///
/// They are those that [`claims`] makes of these operations. The other claims of a document, of its
/// pages and of unused components, are not among them.
#[must_use]
pub fn claims_of(document: &Value, wanted: impl Fn(&Operation) -> bool) -> Vec<DocumentClaim> {
    let mut reader = Reader::new(document);
    for operation in operations(document).iter().filter(|it| wanted(it)) {
        reader.operation(operation);
    }
    sorted(reader)
}

/// Reads operations of a document in any order.
pub struct OperationReader<'d>(Reader<'d>);

impl<'d> OperationReader<'d> {
    /// A reader of a document.
    #[must_use]
    pub fn of(document: &'d Value) -> Self {
        Self(Reader::new(document))
    }

    /// A reader of a document that somebody else wrote, as most tools understand it: what has properties
    /// is an object, `nullable` beside a reference counts, what stands beside one does not.
    #[must_use]
    pub fn lenient(document: &'d Value) -> Self {
        Self(Reader::lenient(document))
    }

    /// The claims of one of its operations, sorted.
    #[must_use]
    pub fn claims(&mut self, operation: &Operation<'d>) -> Vec<DocumentClaim> {
        self.claims_of(operation, [])
    }

    /// The same, with what is said of these elements where following references ends: components that
    /// use themselves are read as deep as somebody else speaks of them.
    pub fn claims_of<'e>(
        &mut self,
        operation: &Operation<'d>,
        elements: impl IntoIterator<Item = &'e Element>,
    ) -> Vec<DocumentClaim> {
        self.0.following.name(elements);
        self.0.operation(operation);
        let mut claims = self.0.take();
        claims.sort_unstable();
        claims
    }

    /// The references to components that were read so far and make more than [`MOST`] claims, so that
    /// not all within them was read.
    pub fn cut(&self) -> impl Iterator<Item = &'d str> {
        self.0.following.cut()
    }
}

fn sorted(reader: Reader) -> Vec<DocumentClaim> {
    let mut claims = reader.into_claims();
    claims.sort_unstable();
    claims.shrink_to_fit();
    claims
}

impl<'d> Reader<'d> {
    fn paths(&mut self, _: &Subject, node: &Arc<str>, paths: &'d Value) -> Option<()> {
        for (path, item) in paths.as_object()? {
            let this = Subject::new(path, "path item", "");
            let Some(members) = crate::reader::members(item) else {
                self.as_it_is(&this, &Pointer::step(node, path), item);
                continue;
            };
            let item = Item::of(self.root, path, item);
            let mut is_used = false;
            for operation in item.operations(path) {
                self.operation(&operation);
                is_used = true;
            }
            self.reached.insert(Arc::clone(&item.node));
            for (keyword, value) in crate::reader::members(item.value).unwrap_or(members) {
                let is_read = match keyword.as_str() {
                    ADDITIONAL => item.other().is_some(),
                    "parameters" | "servers" => is_used,
                    method => METHODS.contains(&method) && value.is_object(),
                };
                if !is_read || value.as_array().is_some_and(Vec::is_empty) {
                    self.other(&this, &item.node, keyword, value);
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
