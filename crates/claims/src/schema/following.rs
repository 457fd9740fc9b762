//! Following references to components: to the first that is on the way already, and no further than
//! one can read. Beyond that only what somebody names is read.

use std::collections::HashMap;
use std::sync::Arc;

use serde_json::Value;

use crate::reader::{Reader, Subject};
use crate::{Aspect, Element, Pointer};

/// The most claims that one component makes at one place, with all the components that it uses. What
/// several variants say alike counts for each.
pub const MOST: usize = 10_000;

/// The most claims that are made of one component beyond where following ends.
const MOST_BEYOND: usize = 10 * MOST;

/// The most references that lead to each other.
pub(super) const LONGEST: usize = 64;

/// How many of them are followed where all would make too many claims: the last that does not.
const SHORTER: [usize; 9] = [2, 3, 4, 5, 6, 8, 12, 16, 32];

/// The most schemas that are in each other when a reference is followed.
const DEEPEST: usize = 100;

/// The most references that lead to each other within one of several variants.
const LONGEST_APART: usize = 2;

/// How far references are followed.
///
/// The number of ways through components that use each other can be anything. How many references
/// of a chain are followed is a property of the component that the chain begins with: what is said
/// of the component is then the same at every place, whatever the order of the document.
#[derive(Debug)]
pub(crate) struct Following<'d> {
    /// The references that are being followed, outermost first, each with what it is about.
    chain: Vec<(&'d str, Arc<Element>)>,
    /// How many there may be.
    longest: usize,
    /// The number of claims beyond which no reference is followed.
    full: usize,
    /// How many may follow each component that was read.
    known: HashMap<&'d str, usize>,
    /// What was reached by following, in this order.
    trail: Vec<Arc<str>>,
    /// How many schemas are being read.
    pub(super) depth: usize,
    /// In how many variants of each other they are.
    pub(super) apart: usize,
    /// What is read wherever it is: named elements, and whether any is within them.
    named: HashMap<Element, bool>,
    /// How many of the references lead beyond where following ends.
    beyond: usize,
    /// How many claims had been made when the first of them was followed, and how many were made
    /// beyond before.
    from: usize,
    more: usize,
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
    pub(super) fn reads(&self, property: &Subject) -> bool {
        self.beyond == 0 || self.named.contains_key(&**property)
    }

    /// The components that make more than [`MOST`] claims, so that not all within them is read.
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
            named: HashMap::new(),
            beyond: 0,
            from: 0,
            more: 0,
        }
    }
}

impl<'d> Reader<'d> {
    /// Follows a reference. Of one that is not followed, the type is said.
    pub(super) fn reference(
        &mut self,
        subject: &Subject,
        _: &Arc<str>,
        value: &'d Value,
    ) -> Option<()> {
        let reference = value.as_str()?;
        let (node, target) = self.target(reference)?;
        let (before, said) = (self.made(), self.said);
        let following = &mut self.following;
        let is_deep = following.depth > DEEPEST;
        let is_apart = following.apart > 0 && following.chain.len() > LONGEST_APART;
        let is_full = said > following.full;
        let is_long = following.chain.len() >= following.longest;
        let mut chain = following.chain.iter();
        let mut beyond = false;
        if is_deep
            || is_full
            || is_long
            || is_apart
            || chain.any(|(passed, _)| *passed == reference)
        {
            let mut chain = following.chain.iter();
            let here = chain.any(|(passed, of)| *passed == reference && *of == subject.0);
            let more = following.more + (said - following.from) * usize::from(following.beyond > 0);
            let is_more = more > MOST_BEYOND;
            beyond =
                !here && !is_deep && !is_more && following.named.get(&**subject) == Some(&true);
            if !beyond {
                if let Some(ty) = self.type_of(target, &mut vec![reference]) {
                    self.say(subject, Aspect::Type, &ty, Pointer::to(&node));
                }
                return Some(());
            }
        }
        if beyond && following.beyond == 0 {
            following.from = said;
        }
        following.beyond += usize::from(beyond);
        following.chain.push((reference, Arc::clone(&subject.0)));
        if following.chain.len() == 1 {
            self.outermost(reference, subject, &node, target);
        } else {
            self.schema_as_it_is(subject, &node, target);
        }
        self.following.chain.pop();
        if beyond {
            self.following.beyond -= 1;
            // What is named is no part of what is too much.
            if self.following.beyond == 0 {
                let more = self.said - said;
                self.following.more += more;
                self.following.full = self.following.full.saturating_add(more);
            }
        }
        // What is too much is taken back anyway.
        if self.said <= self.following.full {
            self.without_wording_of_type(before, subject);
        }
        if self.reached.insert(Arc::clone(&node)) {
            self.following.trail.push(node);
        }
        Some(())
    }

    /// Reads a component, and those that it uses as far as they do not make too many claims.
    fn outermost(&mut self, this: &'d str, subject: &Subject, node: &Arc<str>, target: &'d Value) {
        let before = self.made();
        let read = |reader: &mut Self, longest, most| {
            reader.take_back(before);
            for node in reader.following.trail.drain(..) {
                reader.reached.remove(&node);
            }
            let full = reader.said.saturating_add(most);
            (reader.following.longest, reader.following.full) = (longest, full);
            reader.following.more = 0;
            reader.schema_as_it_is(subject, node, target);
            let fits = reader.said <= reader.following.full;
            (reader.following.longest, reader.following.full) = (LONGEST, usize::MAX);
            fits
        };
        self.following.trail.clear();
        let known = self.following.known.get(this).copied();
        if known.is_none() && read(self, LONGEST, MOST) {
            self.following.known.insert(this, LONGEST);
            return;
        }
        let fits = |longest: &usize| read(self, *longest, MOST);
        let longest = known.or_else(|| SHORTER.into_iter().take_while(fits).last());
        let longest = longest.unwrap_or(1);
        self.following.known.insert(this, longest);
        read(self, longest, usize::MAX);
    }
}
