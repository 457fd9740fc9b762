//! Names that a page misspells and a document keeps as they are.

use serde::Deserialize;
use toml::Spanned;

/// A wire name that is not spelt as it was meant: the document keeps it, the report names it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Misspelling {
    /// The name of a field or parameter, as the page writes it.
    pub name: Spanned<String>,
    /// The name that was meant.
    pub meant: String,
}

impl Misspelling {
    /// The name, as the page writes it.
    #[must_use]
    pub fn name(&self) -> &str {
        self.name.get_ref()
    }

    /// Why it cannot be taken as it is.
    pub(super) fn problem(&self) -> Option<&'static str> {
        if self.name().trim().is_empty() || self.meant.trim().is_empty() {
            return Some("expected a `name` and what was `meant`, but found nothing instead");
        }
        (self.name() == self.meant)
            .then_some("expected `meant` to differ from `name`, but found the same instead")
    }
}
