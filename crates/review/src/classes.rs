//! Classes: what kind of data each field and parameter holds, and how sensitive it is.
//!
//! The first class of the file that covers an element is its class. So the strongest stand first,
//! and an exception stands above the class that it is an exception from. Each names its fields in
//! full, without `*`: a new field has no class until a person gives it one. No page states a class, so
//! each is inferred.

mod class;
mod classed;
mod parse;

use claims::Element;

pub use class::{Category, Class, Masking, Sensitivity};
pub use classed::Classed;
pub use parse::{DPV, FIDESLANG};

use crate::reading::ReadingError;
use class::Selector;

/// The file of classes.
#[derive(Clone, Debug, Default)]
pub struct Classes(Vec<Class>);

impl Classes {
    /// Reads the file of classes.
    ///
    /// # Errors
    ///
    /// Returns an error with line and column for every class that is incomplete or has an unknown
    /// term, or for the first place that is not TOML or has an unknown category.
    pub fn parse(text: &str) -> Result<Self, Vec<ReadingError>> {
        parse::parse(text).map(Self)
    }

    /// The classes, in the order of the file.
    #[must_use]
    pub fn all(&self) -> &[Class] {
        &self.0
    }

    /// The class of a field or parameter of a page, if there is one. What holds fields has none of
    /// its own: see [`Classed`].
    #[must_use]
    pub fn class_of(&self, page: &str, element: &Element) -> Option<&Class> {
        self.find(page, element).map(|(_, class)| class)
    }

    /// The first name in the file that covers an element, and its class.
    fn find(&self, page: &str, element: &Element) -> Option<(usize, &Class)> {
        let mut names = self.names().enumerate();
        let found = names.find(|(_, (_, selector, name))| selector.covers(name, page, element));
        found.map(|(at, (class, ..))| (at, class))
    }

    /// Every name in the file, in its order.
    fn names(&self) -> impl Iterator<Item = (&Class, &Selector, &str)> {
        let all = self.0.iter();
        let all = all.flat_map(|class| class.applies_to.iter().map(move |it| (class, it)));
        all.flat_map(|(class, it)| it.names.iter().map(move |name| (class, it, &**name)))
    }
}
