//! Where a reader is among the references that it follows.

use std::collections::HashMap;
use std::sync::Arc;

use super::Subject;
use crate::Element;

/// The most references that lead to each other.
pub(crate) const LONGEST: usize = 64;

/// How far references are followed.
///
/// The number of ways through components that use each other can be anything. How many references
/// of a chain are followed is a property of the component that the chain begins with: what is said
/// of the component is then the same at every place, whatever the order of the document.
#[derive(Debug)]
pub(crate) struct Following<'d> {
    /// The references that are being followed, outermost first, each with what it is about.
    pub(crate) chain: Vec<(&'d str, Arc<Element>)>,
    /// How many there may be.
    pub(crate) longest: usize,
    /// The number of claims beyond which no reference is followed.
    pub(crate) full: usize,
    /// How many may follow each component that was read.
    pub(crate) known: HashMap<&'d str, usize>,
    /// What was reached by following, in this order.
    pub(crate) trail: Vec<Arc<str>>,
    /// How many schemas are being read.
    pub(crate) depth: usize,
    /// In how many variants of each other they are, and how many references lead to the outermost.
    pub(crate) apart: usize,
    pub(crate) together: usize,
    /// What is read wherever it is: named elements, and whether any is within them.
    pub(crate) named: HashMap<Element, bool>,
    /// How many of the references lead beyond where following ends.
    pub(crate) beyond: usize,
    /// How many claims had been made when the first of them was followed, and how many were made
    /// beyond before.
    pub(crate) from: usize,
    pub(crate) more: usize,
}

impl<'d> Following<'d> {
    /// Names what is read wherever following ends, with all that it is within.
    pub(crate) fn name<'e>(&mut self, elements: impl IntoIterator<Item = &'e Element>) {
        self.named.clear();
        for element in elements {
            let mut element = element.clone();
            self.named.entry(element.clone()).or_default();
            while let Some((outer, _)) = element.name.rsplit_once('.') {
                element.name = outer.into();
                self.named.insert(element.clone(), true);
            }
            element.name = "".into();
            self.named.insert(element, true);
        }
    }

    /// Whether a property is read: beyond where following ends, only if it is named.
    pub(crate) fn reads(&self, property: &Subject) -> bool {
        self.beyond == 0 || self.named.contains_key(&**property)
    }

    /// The components that make too many claims, so that not all within them is read.
    pub(crate) fn cut(&self) -> impl Iterator<Item = &'d str> {
        let cut = self.known.iter().filter(|(_, longest)| **longest < LONGEST);
        cut.map(|(reference, _)| *reference)
    }
}

impl Default for Following<'_> {
    fn default() -> Self {
        Self {
            chain: Vec::new(),
            longest: LONGEST,
            full: usize::MAX,
            known: HashMap::new(),
            trail: Vec::new(),
            depth: 0,
            apart: 0,
            together: 0,
            named: HashMap::new(),
            beyond: 0,
            from: 0,
            more: 0,
        }
    }
}
