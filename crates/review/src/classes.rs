//! Classes: what kind of data each field and parameter holds, and how sensitive it is.
//!
//! The first class of the file that covers an element is its class. So the strongest stand first,
//! and an exception stands above the class that it is an exception from. Each names its fields in
//! full, without `*`: a new field has no class until a person gives it one.

mod class;
mod classed;
mod parse;

use std::collections::HashMap;

use claims::Element;

pub use class::{Category, Class, Masking, Sensitivity};
pub use classed::{Classed, Given};
pub use parse::{DPV, FIDESLANG, Vocabulary};

use crate::reading::{Basis, ReadingError};

/// What every class rests on: no page states one.
pub const BASIS: Basis = Basis::Inferred;

/// A name in the file: the places of the class, of its selector and of the name.
type At = (usize, usize, usize);

/// The file of classes.
#[derive(Clone, Debug, Default)]
pub struct Classes {
    all: Vec<Class>,
    /// By the last part of a name, in the order of the file.
    names: HashMap<String, Vec<At>>,
    /// By id, the line from 1.
    lines: HashMap<String, u32>,
}

impl Classes {
    /// Reads the file of classes.
    ///
    /// # Errors
    ///
    /// Returns an error with line and column for every class that is incomplete or has an unknown
    /// term, or for the first place that is not TOML or has an unknown category.
    pub fn parse(text: &str) -> Result<Self, Vec<ReadingError>> {
        parse::parse(text)
    }

    /// The classes, in the order of the file.
    #[must_use]
    pub fn all(&self) -> &[Class] {
        &self.all
    }

    /// The line that has the id of a class.
    #[must_use]
    pub fn line(&self, id: &str) -> Option<u32> {
        self.lines.get(id).copied()
    }

    /// The class of a field or parameter of a page, if there is one. What holds fields has none of
    /// its own: see [`Classed`].
    #[must_use]
    pub fn class_of(&self, page: &str, element: &Element) -> Option<&Class> {
        let (class, ..) = self.find(page, element)?;
        Some(&self.all[class])
    }

    /// The first name in the file that covers an element.
    fn find(&self, page: &str, element: &Element) -> Option<At> {
        let named = self.names.get(last(&element.name))?;
        let covers = |at: &&At| {
            let (selector, name) = self.selector(**at);
            selector.covers(name, page, element)
        };
        named.iter().find(covers).copied()
    }

    fn selector(&self, (class, selector, name): At) -> (&class::Selector, &str) {
        let selector = &self.all[class].applies_to[selector];
        (selector, &selector.names[name])
    }
}

/// The last part of a dotted path.
fn last(name: &str) -> &str {
    name.rsplit('.').next().unwrap_or(name)
}
