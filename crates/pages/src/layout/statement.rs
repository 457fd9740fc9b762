//! What the blocks of a page state, and what accounts for every line.

use claims::Aspect;

use super::Fields;
use super::page::{Anywhere, Element, ITEM, Page, TAG, is_body};
use super::text::Said;
use crate::reader::Reader;
use crate::{Kind, Rule};

impl<'s> Page<'s> {
    /// What is said of the element or the place that is open.
    pub(super) fn says(&mut self, line: u32, fields: &Fields) {
        let place = self.state.place.clone();
        let (place, name) = match self.element() {
            Some(element) => (element.place, element.name),
            None if place == "operation" || is_body(&place) => (place, String::new()),
            None => return self.rule(line, Rule::Unread),
        };
        self.rule(line, Rule::Heading);
        self.say_fields(line, &place, &name, fields, &Said::default());
    }

    /// A text that no pattern explains: a wording of what it stands in.
    pub(super) fn prose(&mut self, index: usize) {
        let block = &self.blocks[index];
        let (line, text) = (block.line, self.texts[index].clone());
        let title = self.operation.as_ref().and_then(|it| it.title.as_ref());
        if self.is_outside() || title == Some(&text) {
            let is_title = title == Some(&text);
            return self.rule(
                line,
                if is_title {
                    Rule::Heading
                } else {
                    Rule::Unread
                },
            );
        }
        // A paragraph that is not indented ends a list.
        let is_indented = self.lines[line as usize - 1].starts_with([' ', '\t']);
        if block.kind == Kind::Paragraph && !is_indented {
            self.leave(self.tag_depth() * TAG + ITEM);
        }
        if let Some(element) = self.element() {
            return self.describe(line, &element.place, &element.name, &text);
        }
        let place = self.state.place.clone();
        // A list is prose behind a paragraph; on its own it may be anything.
        let is_alone = matches!(block.kind, Kind::Item(_))
            && (is_body(&place) || self.last[0].is_none_or(|last| last + 1 != index));
        let is_said = place == "operation" || (is_body(&place) && self.state.is_fresh);
        if !is_said || is_alone || !self.reading.is_empty() || text.starts_with(['{', '[']) {
            return self.rule(line, Rule::Unread);
        }
        self.last[0] = Some(index);
        self.state.is_fresh &= place != "operation";
        self.describe(line, &place, "", &text);
    }

    /// A wording, with the marks and facts in it.
    pub(super) fn describe(&mut self, line: u32, place: &str, name: &str, text: &str) {
        if !self.layout.is("none", text) {
            let said = self.layout.wording(text);
            self.say_required(line, place, name, said.required);
            self.describe_said(line, place, name, &said);
        }
    }

    pub(super) fn describe_said(&mut self, line: u32, place: &str, name: &str, said: &Said) {
        self.say_facts(line, place, name, &said.facts);
        if said.rest.contains(char::is_alphanumeric) {
            self.at(line, place).describe(line, name, &said.rest);
        }
    }

    /// The reader, set to where the next claims are made.
    fn at(&mut self, line: u32, place: &str) -> &mut Reader<'s, Anywhere> {
        let operation = self.operation.as_ref().map_or("", |it| &it.name);
        operation.clone_into(&mut self.reader.reached.operation);
        place.clone_into(&mut self.reader.reached.place);
        self.read.insert(line);
        &mut self.reader
    }

    pub(super) fn say(&mut self, line: u32, place: &str, name: &str, aspect: Aspect, value: &str) {
        self.at(line, place).state(line, name, aspect, value);
    }

    /// What one of the values of an element means.
    pub(super) fn explain(&mut self, line: u32, element: &Element, value: &str, wording: &str) {
        let reader = self.at(line, &element.place);
        reader.explain(line, &element.name, value, wording);
    }

    /// The line states nothing; what a later part says of it may be better.
    pub(super) fn rule(&mut self, line: u32, rule: Rule) {
        let known = self.rules.entry(line).or_insert(rule);
        if *known == Rule::Unread {
            *known = rule;
        }
    }

    pub(super) fn page_id(&self) -> String {
        self.reader.page.to_owned()
    }

    /// The lines that no block begins on: the rest of the block above, or marks.
    pub(super) fn account(&mut self) {
        const MARKS: [&str; 5] = ["```", "~~~", "<", "{%", "[block"];
        let mut above = Rule::Unread;
        for (line, text) in (1..).zip(&self.lines) {
            let text = text.trim();
            let is_markup = MARKS.iter().any(|mark| text.starts_with(mark))
                || !text.contains(char::is_alphanumeric);
            if self.read.contains(&line) {
                above = Rule::Continued;
            } else if let Some(rule) = self.rules.get(&line) {
                above = *rule;
            } else if !text.is_empty() {
                let rule = if is_markup { Rule::Markup } else { above };
                self.rules.insert(line, rule);
            }
        }
    }
}
