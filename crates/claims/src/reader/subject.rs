//! What a claim is about.

use std::ops::Deref;
use std::sync::Arc;

use crate::Element;

/// What a claim is about, before it is said what: all claims about it share it.
#[derive(Clone, Debug)]
pub(crate) struct Subject(pub(crate) Arc<Element>);

impl Deref for Subject {
    type Target = Element;

    fn deref(&self) -> &Element {
        &self.0
    }
}

impl Subject {
    pub(crate) fn new(operation: &str, place: &str, name: &str) -> Self {
        Self(Element::new(operation, place, name).into())
    }

    /// Another place of the same operation.
    pub(crate) fn at(&self, place: &str, name: &str) -> Self {
        let element = Element {
            operation: Arc::clone(&self.operation),
            place: place.into(),
            name: name.into(),
        };
        Self(element.into())
    }

    /// The property of this subject.
    pub(crate) fn property(&self, property: &str) -> Self {
        let name = match &*self.name {
            "" => property.into(),
            name => format!("{name}.{property}").into(),
        };
        let element = Element {
            operation: Arc::clone(&self.operation),
            place: Arc::clone(&self.place),
            name,
        };
        Self(element.into())
    }
}
