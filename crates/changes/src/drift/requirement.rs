//! Whether a page says that what it names must be there.

use std::collections::BTreeMap;
use std::sync::Arc;

use claims::{Aspect, Element};

use super::elements::{Placed, Requirement, Said, Statements};

impl Statements {
    /// Whether these say that the element must be there.
    fn requirement(&self) -> Requirement {
        let required = self.values(Aspect::Required);
        if required.contains_key("true") || !self.values(Aspect::RequiredUnless).is_empty() {
            Requirement::Required
        } else if required.is_empty() {
            Requirement::NotSaid
        } else {
            Requirement::Optional
        }
    }
}

/// What the elements that are beside each other say of all of them, by what they are within: asked
/// once of each family, however many come.
pub(super) type Families = BTreeMap<Element, Requirement>;

impl Said {
    /// Whether an element must be there: a body must if anything in it must.
    ///
    /// Where only the required ones of several elements are named, as in a list `required`, the
    /// others are optional. Where each element has a word of its own, or none has, silence says
    /// nothing.
    pub(super) fn requirement(&self, element: &Element, families: &mut Families) -> Requirement {
        let own = self.0.get(element).map(Statements::requirement);
        let own = own.unwrap_or(Requirement::NotSaid);
        match &*element.place {
            "path" => Requirement::Required,
            // No page has a word for these.
            "operation" | "server" | "security" | "page" if own == Requirement::NotSaid => {
                Requirement::Optional
            }
            _ if own != Requirement::NotSaid => own,
            _ if element.name.is_empty() => self.of_outermost(element),
            _ => {
                let around = Element {
                    name: element.outer().unwrap_or_default().into(),
                    ..element.clone()
                };
                let known = families.entry(around);
                *known.or_insert_with_key(|around| self.of_siblings(around, element.outer()))
            }
        }
    }

    /// What the elements directly within a place say of the place.
    fn of_outermost(&self, place: &Element) -> Requirement {
        let outermost = self
            .inner(place)
            .filter(|(inner, _)| inner.outer().is_none());
        let said: Vec<_> = outermost.map(|(_, it)| it.requirement()).collect();
        let any = |requirement| said.contains(&requirement);
        if any(Requirement::Required) {
            Requirement::Required
        } else if any(Requirement::Optional) {
            Requirement::Optional
        } else {
            Requirement::NotSaid
        }
    }

    /// What a list of the required ones among the elements directly within one says of each.
    fn of_siblings(&self, around: &Element, outer: Option<&str>) -> Requirement {
        let inner = self.inner(around);
        let beside = inner.filter(|(inner, _)| inner.outer() == outer);
        let required = beside.flat_map(|(_, it)| it.values(Aspect::Required).keys());
        let required: Vec<&Arc<str>> = required.collect();
        if !required.is_empty() && required.iter().all(|it| &***it == "true") {
            Requirement::Optional
        } else {
            Requirement::NotSaid
        }
    }
}
