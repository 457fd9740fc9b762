//! Every member of every object of a document, with its place.

use std::fmt;

use serde_json::Value;

use super::{elements, escaped, members};

/// A member's place: its pointer is written only where somebody asks for it.
#[derive(Clone, Copy)]
pub(super) struct Place<'p, 'v> {
    outer: Option<&'p Place<'p, 'v>>,
    token: Token<'v>,
    /// The object or array that holds the member.
    pub(super) holder: &'v Value,
}

#[derive(Clone, Copy)]
enum Token<'v> {
    Member(&'v str),
    Index(usize),
}

impl<'v> Place<'_, 'v> {
    /// The name of the member that is so many steps further out, if that is a member.
    pub(super) fn outer(&self, steps: usize) -> Option<&'v str> {
        match (steps, self.token) {
            (0, Token::Member(member)) => Some(member),
            (0, Token::Index(_)) => None,
            _ => self.outer?.outer(steps - 1),
        }
    }
}

impl fmt::Display for Place<'_, '_> {
    /// The JSON pointer (RFC 6901).
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(outer) = self.outer {
            outer.fmt(f)?;
        }
        match self.token {
            Token::Member(member) => write!(f, "/{}", escaped(member)),
            Token::Index(index) => write!(f, "/{index}"),
        }
    }
}

/// Visits every member of every object: its place, its name and its value.
pub(super) fn walk<'v>(
    document: &'v Value,
    visit: &mut impl FnMut(&Place<'_, 'v>, &'v str, &'v Value),
) {
    within(document, None, visit);
}

fn within<'v>(
    holder: &'v Value,
    outer: Option<&Place<'_, 'v>>,
    visit: &mut impl FnMut(&Place<'_, 'v>, &'v str, &'v Value),
) {
    for (member, value) in members(holder) {
        let place = Place {
            outer,
            token: Token::Member(member),
            holder,
        };
        visit(&place, member, value);
        within(value, Some(&place), visit);
    }
    for (index, value) in elements(holder).enumerate() {
        within(
            value,
            Some(&Place {
                outer,
                token: Token::Index(index),
                holder,
            }),
            visit,
        );
    }
}
