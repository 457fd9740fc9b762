//! What a claim is about.

use std::sync::Arc;

/// What a claim is about, before it is said what.
#[derive(Clone, Debug)]
pub(crate) struct Subject {
    /// The operation, as in [`Claim::operation`](crate::Claim::operation).
    pub(crate) operation: Arc<str>,
    /// The place, as in [`Claim::place`](crate::Claim::place).
    pub(crate) place: Arc<str>,
    /// A parameter's name or a property's dotted path, empty for a body.
    pub(crate) name: Arc<str>,
}

impl Subject {
    pub(crate) fn new(operation: &str, place: &str, name: &str) -> Self {
        Self {
            operation: operation.into(),
            place: place.into(),
            name: name.into(),
        }
    }

    /// Another place of the same operation.
    pub(crate) fn at(&self, place: &str, name: &str) -> Self {
        Self {
            operation: Arc::clone(&self.operation),
            place: place.into(),
            name: name.into(),
        }
    }

    /// The property of this subject.
    pub(crate) fn property(&self, property: &str) -> Self {
        let name = match &*self.name {
            "" => property.into(),
            name => format!("{name}.{property}").into(),
        };
        Self {
            name,
            ..self.clone()
        }
    }
}
