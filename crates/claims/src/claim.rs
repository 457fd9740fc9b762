//! One statement, and the two ways of having made it.

use std::cmp::Ordering;
use std::fmt;
use std::ops::{Deref, DerefMut};
use std::sync::Arc;

use crate::{Aspect, Digest, Pointer};

/// What a claim is about: the first three parts of *operation, place, name, aspect, value*.
///
/// Claims about one element share it: thousands of operations have many claims and few elements.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Element {
    /// `GET /v1/customers/profiles`, or empty for what is said of the page as a whole.
    pub operation: Arc<str>,
    /// `operation`, `header`, `path`, `query`, `body`, `server`, `security`, `page`, or a status.
    pub place: Arc<str>,
    /// A parameter's name or a property's dotted path; empty for the place itself.
    pub name: Arc<str>,
}

impl Element {
    /// An element from its three parts.
    #[must_use]
    pub fn new(operation: &str, place: &str, name: &str) -> Self {
        Self {
            operation: operation.into(),
            place: place.into(),
            name: name.into(),
        }
    }
}

impl Ord for Element {
    fn cmp(&self, other: &Self) -> Ordering {
        shared(&self.operation, &other.operation)
            .then_with(|| shared(&self.place, &other.place))
            .then_with(|| shared(&self.name, &other.name))
    }
}

impl PartialOrd for Element {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// The order of two values. Neighbours mostly share one value, and then there is nothing to compare.
fn shared<T: Ord + ?Sized>(one: &Arc<T>, other: &Arc<T>) -> Ordering {
    if Arc::ptr_eq(one, other) {
        Ordering::Equal
    } else {
        one.cmp(other)
    }
}

/// One statement: *operation, place, name, aspect, value*.
///
/// The first three are those of the [`Element`], and are read through it: `claim.name`. The order
/// is that of the five, so that a sorted set of claims groups what belongs together.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Claim {
    /// What it is about.
    pub element: Arc<Element>,
    /// What is said about it.
    pub aspect: Aspect,
    /// What is said; `stated` for wordings, empty where being said is all there is.
    pub value: Arc<str>,
}

impl Claim {
    /// A claim from its five parts.
    #[must_use]
    pub fn new(operation: &str, place: &str, name: &str, aspect: Aspect, value: &str) -> Self {
        Self {
            element: Element::new(operation, place, name).into(),
            aspect,
            value: value.into(),
        }
    }

    /// The same subject, whatever is said of it: everything but the value.
    #[must_use]
    pub fn subject(&self) -> (&str, &str, &str, Aspect) {
        (&self.operation, &self.place, &self.name, self.aspect)
    }
}

impl Deref for Claim {
    type Target = Element;

    fn deref(&self) -> &Element {
        &self.element
    }
}

impl DerefMut for Claim {
    /// The element to change: of this claim alone, for others may share what it was.
    fn deref_mut(&mut self) -> &mut Element {
        Arc::make_mut(&mut self.element)
    }
}

impl Ord for Claim {
    fn cmp(&self, other: &Self) -> Ordering {
        shared(&self.element, &other.element)
            .then_with(|| self.aspect.cmp(&other.aspect))
            .then_with(|| shared(&self.value, &other.value))
    }
}

impl PartialOrd for Claim {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for Claim {
    /// `GET /v1/offers · 200 · offerType · type = string`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for part in [&self.operation, &self.place, &self.name] {
            if !part.is_empty() {
                write!(f, "{part} · ")?;
            }
        }
        write!(f, "{}", self.aspect)?;
        if !self.value.is_empty() {
            write!(f, " = {}", self.value)?;
        }
        Ok(())
    }
}

/// A claim that a page makes.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PageClaim {
    /// The page's line, from 1.
    pub line: u32,
    /// What it says.
    pub claim: Claim,
    /// The fingerprint of the wording, where the claim is one.
    pub digest: Option<Digest>,
}

/// A claim that a document makes.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct DocumentClaim {
    /// What it says.
    pub claim: Claim,
    /// Where it says so.
    pub pointer: Pointer,
}
