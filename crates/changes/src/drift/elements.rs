//! A page as elements, each with what is said of it.

use std::collections::BTreeMap;
use std::sync::Arc;

use claims::{Aspect, Claim, Digest, Element, PageClaim, PageClaims};

use super::Event;
use super::direction::is_answer;

/// Whether a page says that an element must be there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Requirement {
    /// It must be there, always or under a condition.
    Required,
    /// It may be absent.
    Optional,
    /// The page does not say.
    NotSaid,
}

/// An element among those of its page.
pub(crate) trait Placed: Sized {
    /// Whether it is an operation as a whole.
    fn is_operation(&self) -> bool;

    /// What the outer element's name is, if there is one.
    fn outer(&self) -> Option<&str>;

    /// What it is within, outwards.
    fn ancestors(&self) -> impl Iterator<Item = Self>;

    /// What it means that it is there.
    fn added(&self, requirement: Requirement) -> Event;

    /// What it means that it is gone.
    fn removed(&self) -> Event;
}

impl Placed for Element {
    fn is_operation(&self) -> bool {
        &*self.place == "operation" && self.name.is_empty()
    }

    fn outer(&self) -> Option<&str> {
        self.name.rsplit_once('.').map(|(outer, _)| outer)
    }

    fn ancestors(&self) -> impl Iterator<Item = Self> {
        let names = std::iter::successors(self.outer(), |name| {
            name.rsplit_once('.').map(|(outer, _)| outer)
        });
        let at = |place: &Arc<str>, name: &str| Self {
            operation: Arc::clone(&self.operation),
            place: Arc::clone(place),
            name: name.into(),
        };
        let whole: Arc<str> = "operation".into();
        let names = names.map(move |name| at(&self.place, name));
        let places = [at(&self.place, ""), at(&whole, "")];
        names.chain(places).filter(move |outer| outer != self)
    }

    fn added(&self, requirement: Requirement) -> Event {
        match requirement {
            _ if self.is_operation() => Event::OperationAdded,
            _ if self.name.is_empty() && is_answer(&self.place) => Event::StatusAdded,
            Requirement::Required => Event::RequiredAdded,
            Requirement::NotSaid => Event::MaybeRequiredAdded,
            Requirement::Optional => Event::OptionalAdded,
        }
    }

    fn removed(&self) -> Event {
        if self.is_operation() {
            Event::OperationRemoved
        } else if self.name.is_empty() && is_answer(&self.place) {
            if self.place.starts_with(['4', '5', 'e']) {
                Event::FailureRemoved
            } else {
                Event::SuccessRemoved
            }
        } else {
            Event::ElementRemoved
        }
    }
}

/// The values of one aspect, each with the lines that say so.
pub(super) type Values = BTreeMap<Arc<str>, Vec<u32>>;

/// What is said of one element.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Statements(BTreeMap<Aspect, Values>);

static NONE: Values = Values::new();

impl Statements {
    /// The values of an aspect, none if it is not stated.
    pub(super) fn values(&self, aspect: Aspect) -> &Values {
        self.0.get(&aspect).unwrap_or(&NONE)
    }

    /// The lines that name the element, or else those that say anything of it.
    pub(super) fn first_lines(&self) -> Vec<u32> {
        let values = self.0.values().next().unwrap_or(&NONE);
        lines(values, &values.keys().cloned().collect::<Vec<_>>())
    }

    /// Whether nothing is said but that the capture ends here.
    pub(super) fn are_only_cut(&self) -> bool {
        self.0.keys().all(|aspect| *aspect == Aspect::Cut)
    }

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

    fn count(&self) -> usize {
        let lines = self.0.values().flat_map(BTreeMap::values);
        lines.map(Vec::len).sum()
    }
}

/// The lines on which any of the values stands.
pub(super) fn lines(values: &Values, of: &[Arc<str>]) -> Vec<u32> {
    let lines = of.iter().filter_map(|value| values.get(value)).flatten();
    let mut lines: Vec<u32> = lines.copied().collect();
    lines.sort_unstable();
    lines.dedup();
    lines
}

/// All that a page says, element by element.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Said(pub(super) BTreeMap<Element, Statements>);

impl Said {
    pub(crate) fn of(page: &PageClaims) -> Self {
        let mut said = Self::default();
        for PageClaim {
            line,
            claim,
            digest,
        } in &page.claims
        {
            said.say(claim, digest.as_ref(), *line);
        }
        said
    }

    /// Adds what is said on a line.
    pub(crate) fn say(&mut self, claim: &Claim, digest: Option<&Digest>, line: u32) {
        let value = match digest {
            // Two values that change their meanings have the same words as before.
            Some(digest) if claim.aspect == Aspect::EnumDescription => {
                format!("{} {digest}", claim.value).into()
            }
            Some(digest) => digest.as_str().into(),
            // Where the capture ends moves with every line before it.
            None if claim.aspect == Aspect::Cut => "".into(),
            None => Arc::clone(&claim.value),
        };
        let statements = self.0.entry((*claim.element).clone()).or_default();
        let values = statements.0.entry(claim.aspect).or_default();
        values.entry(value).or_default().push(line);
    }

    /// Whether the capture ends in the middle of something.
    pub(super) fn is_cut(&self) -> bool {
        let mut statements = self.0.values();
        statements.any(|statements| !statements.values(Aspect::Cut).is_empty())
    }

    /// Whether anything is said of a place of an operation.
    pub(crate) fn has_place(&self, operation: &str, place: &str) -> bool {
        let mut elements = self.0.keys();
        elements.any(|element| &*element.operation == operation && &*element.place == place)
    }

    /// Whether nothing around the element is missing on the other page as well.
    pub(super) fn is_outermost(&self, element: &Element, other: &Self) -> bool {
        let missing = |outer: &Element| self.0.contains_key(outer) && !other.0.contains_key(outer);
        !element.ancestors().any(|outer| missing(&outer))
    }

    /// The elements within an element.
    pub(super) fn inner(&self, element: &Element) -> impl Iterator<Item = (&Element, &Statements)> {
        let same_operation = self.0.range(
            Element {
                place: "".into(),
                name: "".into(),
                ..element.clone()
            }..,
        );
        let of_operation = same_operation
            .take_while(|(inner, _)| inner.operation == element.operation)
            .filter(move |(inner, _)| *inner != element);
        of_operation.filter(move |(inner, _)| {
            let within_name = || match &*element.name {
                "" => true,
                name => inner
                    .name
                    .strip_prefix(name)
                    .is_some_and(|rest| rest.starts_with('.')),
            };
            element.is_operation() || (inner.place == element.place && within_name())
        })
    }

    /// How many claims are made of what is within an element.
    pub(super) fn within(&self, element: &Element) -> usize {
        self.inner(element)
            .map(|(_, statements)| statements.count())
            .sum()
    }

    /// Whether an element must be there: a body must if anything in it must.
    ///
    /// Where only the required ones of several elements are named, as in a list `required`, the
    /// others are optional. Where each element has a word of its own, or none has, silence says
    /// nothing.
    pub(super) fn requirement(&self, element: &Element) -> Requirement {
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
            _ => self.of_siblings(element),
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

    /// What a list of the required ones among the elements beside an element says of it.
    fn of_siblings(&self, element: &Element) -> Requirement {
        let around = Element {
            name: element.outer().unwrap_or_default().into(),
            ..element.clone()
        };
        let beside = self
            .inner(&around)
            .filter(|(inner, _)| inner.outer() == element.outer());
        let required = beside.flat_map(|(_, it)| it.values(Aspect::Required).keys());
        let required: Vec<&Arc<str>> = required.collect();
        if !required.is_empty() && required.iter().all(|it| &***it == "true") {
            Requirement::Optional
        } else {
            Requirement::NotSaid
        }
    }
}
