//! What a schema demands of values: its validator and the tree of its elements.

use jsonschema::{Draft, Registry, ValidationOptions, Validator};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::{Value, json};

use super::shape::Tree;

/// Where a document is found by the schemas of its bodies.
const DOCUMENT: &str = "urn:document";

/// What may stand in the fragment of an address (RFC 3986, section 3.5).
const FRAGMENT: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'/')
    .remove(b'~')
    .remove(b'-')
    .remove(b'_')
    .remove(b'.');

/// A document whose schemas can refer to each other.
pub(crate) fn registry(document: &Value) -> Option<Registry<'_>> {
    let registry = Registry::new().draft(Draft::Draft202012);
    registry.add(DOCUMENT, document).ok()?.prepare().ok()
}

/// What a schema demands of a body or of a parameter.
#[derive(Debug)]
pub(crate) struct Check<'d> {
    /// What claims call the place: `body`, `query`, a status.
    pub(crate) place: String,
    /// What claims call the element at the root: a parameter, or nothing for a body.
    pub(crate) name: String,
    pub(crate) tree: Tree<'d>,
    /// Nothing if the schema is not one.
    pub(crate) validator: Option<Validator>,
}

impl<'d> Check<'d> {
    /// The check of the schema at a pointer (RFC 6901) of a document.
    pub(crate) fn of(
        document: &'d Value,
        registry: Option<&Registry>,
        pointer: &str,
        schema: &'d Value,
        place: &str,
        name: &str,
    ) -> Self {
        let fragment = utf8_percent_encode(pointer, FRAGMENT);
        let reference = json!({ "$ref": format!("{DOCUMENT}#{fragment}") });
        let validator =
            registry.and_then(|registry| options().with_registry(registry).build(&reference).ok());
        Self {
            place: place.to_owned(),
            name: name.to_owned(),
            tree: Tree::of(document, schema),
            validator,
        }
    }

    /// What claims call an element within.
    pub(crate) fn called(&self, within: &str) -> String {
        match (self.name.as_str(), within) {
            ("", name) | (name, "") => name.to_owned(),
            (name, within) => format!("{name}.{within}"),
        }
    }
}

/// How schemas are read: JSON Schema 2020-12 with its formats, and those of OpenAPI's registry.
pub(crate) fn options<'i>() -> ValidationOptions<'i> {
    jsonschema::options()
        .with_draft(Draft::Draft202012)
        .should_validate_formats(true)
        .should_ignore_unknown_formats(true)
        .with_format("date-time-local", is_local)
}

/// A date and a time without a zone (OpenAPI's registry of formats).
fn is_local(text: &str) -> bool {
    let zone =
        text.ends_with(['Z', 'z']) || text.get(10..).is_some_and(|it| it.contains(['+', '-']));
    let is_apart = matches!(text.as_bytes().get(10), Some(b'T' | b't'));
    !zone && is_apart && text.parse::<jiff::civil::DateTime>().is_ok()
}
