//! Following references to components: to the first that is on the way already, and no further than
//! one can read. Beyond that only what somebody names is read.

use std::sync::Arc;

use serde_json::Value;

use crate::reader::{LONGEST, Reader, Subject};
use crate::{Aspect, Pointer};

/// The most claims that one component makes at one place, with all the components that it uses. What
/// several variants say alike counts for each.
pub const MOST: usize = 10_000;

/// The most claims that are made of one component beyond where following ends.
const MOST_BEYOND: usize = 10 * MOST;

/// How many of them are followed where all would make too many claims: the last that does not.
const SHORTER: [usize; 9] = [2, 3, 4, 5, 6, 8, 12, 16, 32];

/// The most schemas that are in each other when a reference is followed.
const DEEPEST: usize = 100;

/// The most references that lead to each other within one of several variants.
const LONGEST_APART: usize = 2;

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
        let within = following.chain.len().saturating_sub(following.together);
        let is_apart = following.apart > 0 && within > LONGEST_APART;
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
