//! A page that is read: its blocks, where the reader stands, and what it states there.

use std::cell::OnceCell;

use claims::Aspect;

use super::field::{Fields, Name};
use super::file::Layout;
use super::state::{Element, Operation, Seen, State, unlisted};
use crate::reader::{self, Reader};
use crate::{Block, Rule};

/// The most operations that share the statements of another one.
pub(super) const MOST_BESIDE: usize = 16;

/// A page of a layout file may end anywhere.
pub(super) struct Anywhere;

impl reader::Layout for Anywhere {
    fn is_complete(&self) -> bool {
        true
    }
}

/// A page that is read.
pub(super) struct Page<'s> {
    pub(super) layout: &'s Layout,
    pub(super) reader: Reader<'s, Anywhere>,
    pub(super) blocks: &'s [Block],
    /// Their texts without the marks of code.
    pub(super) texts: Vec<String>,
    /// What patterns match them, and what their cells say of the columns below.
    pub(super) matched: Vec<OnceCell<Vec<(Name, Fields)>>>,
    pub(super) columns: Vec<OnceCell<Vec<Name>>>,
    pub(super) lines: Vec<&'s str>,
    pub(super) operation: Option<Operation>,
    pub(super) state: State,
    pub(super) seen: Seen,
    /// The line that states what is stated.
    pub(super) line: u32,
}

impl<'s> Page<'s> {
    /// Makes the same claims of an element in the open operation and in those that share its statements.
    pub(super) fn claim(&mut self, on: &Element, make: impl Fn(&mut Reader<'s, Anywhere>, u32)) {
        self.seen.rules.insert(self.line, Rule::Continued);
        let reached = &mut self.reader.reached;
        let Some(operation) = &self.operation else {
            reached.operation.clear();
            on.place.clone_into(&mut reached.place);
            return make(&mut self.reader, self.line);
        };
        for name in &operation.beside {
            // A part of one path is a parameter of the operation whose path has it not.
            let is_elsewhere = on.place == "path" && !name.contains(&format!("{{{}}}", on.name));
            if is_elsewhere && self.state.place != "parameters" {
                continue;
            }
            let place = if is_elsewhere {
                unlisted(name)
            } else {
                &on.place
            };
            name.clone_into(&mut self.reader.reached.operation);
            place.clone_into(&mut self.reader.reached.place);
            make(&mut self.reader, self.line);
        }
        operation
            .name
            .clone_into(&mut self.reader.reached.operation);
        on.place.clone_into(&mut self.reader.reached.place);
        make(&mut self.reader, self.line);
    }

    /// States a fact of an element.
    pub(super) fn say(&mut self, on: &Element, aspect: Aspect, value: &str) {
        self.claim(on, |reader, line| {
            reader.state(line, &on.name, aspect, value);
        });
    }

    /// The line states nothing; what a later part says of it may be better.
    pub(super) fn rule(&mut self, rule: Rule) {
        let known = self.seen.rules.entry(self.line).or_insert(rule);
        if *known == Rule::Unread {
            *known = rule;
        }
    }

    /// Notes a parameter or property; returns whether it is new.
    pub(super) fn list(&mut self, on: &Element) -> bool {
        let place = (on.name.clone(), on.place.clone());
        let operation = self.operation.as_mut();
        operation.is_some_and(|operation| operation.places.insert(place))
    }

    /// How many tags that are properties are open.
    pub(super) fn tag_depth(&self) -> usize {
        let tags = self.seen.tags.iter();
        tags.filter(|tag| tag.1 == Some("property")).count()
    }

    /// The element of which what follows is said.
    pub(super) fn element(&self) -> Option<Element> {
        let element = self.state.elements.last();
        element.filter(|_| self.state.is_within).cloned()
    }

    /// Whether no operation is open, nor a schema that one refers to. What stands below a long list of
    /// operations is of none.
    pub(super) fn is_outside(&self) -> bool {
        let is_one = |it: &Operation| it.beside.len() <= MOST_BESIDE || it.line == self.line;
        !self.operation.as_ref().is_some_and(is_one) && self.seen.reading.is_empty()
    }

    /// Leaves the elements that are at least this deep.
    pub(super) fn leave(&mut self, depth: usize) {
        let elements = &mut self.state.elements;
        while elements.pop_if(|element| element.depth >= depth).is_some() {}
        self.state.is_within &= !elements.is_empty();
    }
}
