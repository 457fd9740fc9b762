//! Following references to components: to the first that is on the way already, and no further than
//! one can read.

use std::collections::HashMap;
use std::sync::Arc;

use serde_json::Value;

use crate::reader::{Reader, Subject};

/// The most claims that one component makes at one place, with all the components that it uses.
pub const MOST: usize = 10_000;

/// The most references that lead to each other.
pub(super) const LONGEST: usize = 64;

/// How many of them are followed where more would make too many claims.
const SHORTER: [usize; 11] = [LONGEST, 32, 16, 12, 8, 6, 5, 4, 3, 2, 1];

/// The most schemas that are in each other when a reference is followed.
const DEEPEST: usize = 100;

/// How far references are followed.
///
/// The number of ways through components that use each other can be anything. How many references
/// of a chain are followed is a property of the component that the chain begins with: what is said
/// of the component is then the same at every place, whatever the order of the document.
#[derive(Debug)]
pub(crate) struct Following<'d> {
    /// The references that are being followed, outermost first.
    chain: Vec<&'d str>,
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
        }
    }
}

impl<'d> Reader<'d> {
    /// Follows a reference. One that is not followed becomes a claim instead.
    pub(super) fn reference(
        &mut self,
        subject: &Subject,
        _: &Arc<str>,
        value: &'d Value,
    ) -> Option<()> {
        let reference = value.as_str()?;
        let (node, target) = self.target(reference)?;
        let before = self.made();
        let following = &mut self.following;
        let is_full = before > following.full || following.depth > DEEPEST;
        let is_long = following.chain.len() == following.longest;
        if is_full || is_long || following.chain.contains(&reference) {
            return None;
        }
        following.chain.push(reference);
        if following.chain.len() == 1 {
            self.outermost(reference, subject, &node, target);
        } else {
            self.schema_as_it_is(subject, &node, target);
        }
        self.following.chain.pop();
        self.without_wording_of_type(before, subject);
        if self.reached.insert(Arc::clone(&node)) {
            self.following.trail.push(node);
        }
        Some(())
    }

    /// Reads a component, and those that it uses as far as they do not make too many claims.
    fn outermost(
        &mut self,
        reference: &'d str,
        subject: &Subject,
        node: &Arc<str>,
        target: &'d Value,
    ) {
        let before = self.made();
        self.following.trail.clear();
        let known = self.following.known.get(reference).copied();
        for longest in SHORTER
            .into_iter()
            .filter(|it| known.is_none_or(|known| *it <= known))
        {
            self.following.longest = longest;
            let fits = longest == 1 || known.is_some();
            self.following.full = if fits { usize::MAX } else { before + MOST };
            self.schema_as_it_is(subject, node, target);
            if self.made() <= self.following.full {
                self.following.known.insert(reference, longest);
                break;
            }
            self.take_back(before);
            for node in self.following.trail.drain(..) {
                self.reached.remove(&node);
            }
        }
        (self.following.longest, self.following.full) = (LONGEST, usize::MAX);
    }
}
