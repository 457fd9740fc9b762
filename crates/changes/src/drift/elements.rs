//! A page as elements, each with what is said of it.

use std::collections::BTreeMap;
use std::sync::Arc;

use claims::{Aspect, Claim, Digest, Element, PageClaim, PageClaims};
use litemap::LiteMap;

use super::Event;
use super::direction::is_answer;

/// An element among those of its page.
pub(super) trait Placed: Sized {
    /// Whether it is an operation as a whole.
    fn is_operation(&self) -> bool;

    /// What the outer element's name is, if there is one.
    fn outer(&self) -> Option<&str>;

    /// Whether both are named and within the same.
    fn is_beside(&self, other: &Self) -> bool;

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

    fn is_beside(&self, other: &Self) -> bool {
        let named = !self.name.is_empty() && !other.name.is_empty();
        named
            && self.outer() == other.outer()
            && self.place == other.place
            && self.operation == other.operation
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

/// Whether a page says that an element must be there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Requirement {
    /// It must be there, always or under a condition.
    Required,
    /// It may be absent.
    Optional,
    /// The page does not say.
    NotSaid,
}

/// The values of one aspect, each with the lines that say so.
pub(super) type Values = LiteMap<Arc<str>, Vec<u32>>;

/// What is said of one element.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Statements(LiteMap<Aspect, Values>);

static NONE: Values = Values::new_vec();

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

    fn count(&self) -> usize {
        let lines = self.0.values().flat_map(LiteMap::values);
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

/// The value of a claim: the digest of a wording, and otherwise the value itself.
pub(super) fn value(claim: &Claim, digest: Option<&Digest>) -> Arc<str> {
    match digest {
        // Two values that change their meanings have the same words as before.
        Some(digest) if claim.aspect == Aspect::EnumDescription => {
            format!("{} {digest}", claim.value).into()
        }
        Some(digest) => digest.as_str().into(),
        // Where the capture ends moves with every line before it.
        None if claim.aspect == Aspect::Cut => "".into(),
        None => Arc::clone(&claim.value),
    }
}

/// All that a page says, element by element.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Said(pub(super) BTreeMap<Element, Statements>);

impl Said {
    pub(super) fn of(page: &PageClaims) -> Self {
        let mut said = Self::default();
        for PageClaim {
            line,
            claim,
            digest,
        } in &page.claims
        {
            // An announced end is an event of its own.
            if claim.aspect == Aspect::Unread && &*claim.value == "deprecation" {
                continue;
            }
            said.say(claim, digest.as_ref(), *line);
        }
        said
    }

    /// Adds what is said on a line.
    pub(super) fn say(&mut self, claim: &Claim, digest: Option<&Digest>, line: u32) {
        let value = value(claim, digest);
        let statements = self.0.entry((*claim.element).clone()).or_default();
        let values = statements.0.entry(claim.aspect).or_default();
        values.entry(value).or_default().push(line);
    }

    /// Whether the capture ends in the middle of something.
    pub(super) fn is_cut(&self) -> bool {
        let mut statements = self.0.values();
        statements.any(|statements| !statements.values(Aspect::Cut).is_empty())
    }

    /// The last line that says anything; that the capture ends on one says nothing.
    pub(super) fn last(&self) -> u32 {
        let said = self.0.values().flat_map(|it| &it.0);
        let said = said.filter(|(aspect, _)| **aspect != Aspect::Cut);
        let lines = said.flat_map(|(_, values)| values.values().flatten());
        lines.copied().max().unwrap_or_default()
    }

    /// Whether nothing around an element is missing on the other page as well, as a question that is
    /// asked of one element after the other: those beside each other are within the same.
    pub(super) fn outermost<'s>(&'s self, other: &'s Self) -> impl FnMut(&Element) -> bool + 's {
        let missing = |outer: &Element| self.0.contains_key(outer) && !other.0.contains_key(outer);
        let mut last: Option<(Element, bool)> = None;
        move |element| {
            if let Some((beside, answer)) = &last
                && beside.is_beside(element)
            {
                return *answer;
            }
            let answer = !element.ancestors().any(|outer| missing(&outer));
            last = Some((element.clone(), answer));
            answer
        }
    }

    /// The elements within an element; only they are looked at.
    pub(super) fn inner(&self, element: &Element) -> impl Iterator<Item = (&Element, &Statements)> {
        let whole = element.is_operation();
        let mut first = element.clone();
        if whole {
            first.place = "".into();
        } else if !element.name.is_empty() {
            first.name = format!("{}.", element.name).into();
        }
        let from = self.0.range(first.clone()..);
        let within = from.take_while(move |(inner, _)| {
            inner.operation == first.operation
                && (whole || (inner.place == first.place && inner.name.starts_with(&*first.name)))
        });
        within.filter(move |(inner, _)| *inner != element)
    }

    /// How many claims are made of what is within an element.
    pub(super) fn within(&self, element: &Element) -> usize {
        self.inner(element)
            .map(|(_, statements)| statements.count())
            .sum()
    }
}
