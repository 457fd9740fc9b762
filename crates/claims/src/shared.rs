//! One place in memory for what many claims have in common.

use std::sync::Arc;

use ahash::AHashSet;

use crate::{Aspect, Claim, Element};

/// Makes claims that share texts and elements with those made before.
///
/// A page or document repeats a few short texts, and makes many claims about one element in a row.
/// So this keeps short texts, and the last element.
#[derive(Debug, Default)]
pub struct Shared {
    texts: AHashSet<Arc<str>>,
    last: Option<Arc<Element>>,
}

impl Shared {
    /// The longest text to share. Examples and patterns are longer and rarely repeat.
    const LONGEST: usize = 32;

    /// Makes a claim from its five parts, like [`Claim::new`].
    #[must_use]
    pub fn claim(
        &mut self,
        operation: &str,
        place: &str,
        name: &str,
        aspect: Aspect,
        value: &str,
    ) -> Claim {
        Claim {
            element: self.element(operation, place, name),
            aspect,
            value: self.text(value),
        }
    }

    /// Returns a text that is shared with all equal ones.
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

    /// Returns the previous element if it is equal. Otherwise makes a new one, which shares the
    /// operation if that is equal.
    fn element(&mut self, operation: &str, place: &str, name: &str) -> Arc<Element> {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_said_of_one_element_shares_it() {
        let mut shared = Shared::default();
        let mut claim =
            |name, aspect, value| shared.claim("GET /boats", "200", name, aspect, value);
        let [listed, ty, other] = [
            claim("id", Aspect::Listed, ""),
            claim("id", Aspect::Type, "string"),
            claim("name", Aspect::Type, "string"),
        ];
        assert!(Arc::ptr_eq(&listed.element, &ty.element));
        assert!(Arc::ptr_eq(&ty.operation, &other.operation));
        assert!(Arc::ptr_eq(&ty.value, &other.value));
        let alone = Claim::new("GET /boats", "200", "name", Aspect::Type, "string");
        assert_eq!(other, alone);
        assert!(listed < ty && ty < alone);
    }

    #[test]
    fn a_changed_claim_leaves_those_that_shared_its_element() {
        let mut shared = Shared::default();
        let mut claim = || shared.claim("GET /boats", "200", "id", Aspect::Listed, "");
        let (kept, mut changed) = (claim(), claim());
        changed.name = "name".into();
        assert_eq!((&*kept.name, &*changed.name), ("id", "name"));
    }
}
