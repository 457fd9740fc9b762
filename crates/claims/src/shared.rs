//! One place in memory for what many claims have in common.

use std::collections::HashSet;
use std::sync::Arc;

use crate::Element;

/// Texts and elements that were needed before.
///
/// A page or document says a few things often and about few elements, one after another: so texts
/// are kept while they are short, and of the elements the last.
#[derive(Default)]
pub(crate) struct Shared {
    texts: HashSet<Arc<str>>,
    last: Option<Arc<Element>>,
}

impl Shared {
    /// The longest text that is looked for; examples and patterns are longer, and hardly repeated.
    const LONGEST: usize = 32;

    /// A text, shared with all that were the same.
    pub(crate) fn text(&mut self, text: &str) -> Arc<str> {
        if text.len() > Self::LONGEST {
            return text.into();
        }
        if let Some(known) = self.texts.get(text) {
            return Arc::clone(known);
        }
        let new: Arc<str> = text.into();
        self.texts.insert(Arc::clone(&new));
        new
    }

    /// An element, shared with the one before if that was the same; else its operation is, if that
    /// was.
    pub(crate) fn element(&mut self, operation: &str, place: &str, name: &str) -> Arc<Element> {
        let operation = match &self.last {
            Some(last) if *last.operation == *operation => {
                if *last.name == *name && *last.place == *place {
                    return Arc::clone(last);
                }
                Arc::clone(&last.operation)
            }
            _ => operation.into(),
        };
        let element = Arc::new(Element {
            operation,
            place: self.text(place),
            name: self.text(name),
        });
        self.last = Some(Arc::clone(&element));
        element
    }
}
