//! Reads the blocks of a page, one after the other.

use std::borrow::Cow;
use std::cell::OnceCell;
use std::ops::Range;

use claims::{Aspect, PageClaims};

use super::operation::Operation;
use super::pattern::Pattern;
use super::state::{Element, ITEM, Seen, State, TAG, is_body, is_status, plain};
use super::table::statuses;
use super::text::{Said, bare};
use super::{CODE, Fields, Layout, Name};
use crate::reader::{self, Reader};
use crate::source::Source;
use crate::{Block, Kind, PageError, Rule};

/// A page of a layout file may end anywhere.
pub(super) struct Anywhere;

impl reader::Layout for Anywhere {
    fn is_complete(&self) -> bool {
        true
    }
}

pub(super) struct Page<'s> {
    pub(super) layout: &'s Layout,
    pub(super) reader: Reader<'s, Anywhere>,
    pub(super) blocks: &'s [Block],
    /// Their texts without the marks of code.
    pub(super) texts: Vec<String>,
    /// What patterns match them.
    matched: Vec<OnceCell<Vec<(Name, Fields)>>>,
    pub(super) lines: Vec<&'s str>,
    pub(super) operation: Option<Operation>,
    pub(super) state: State,
    pub(super) seen: Seen,
}

pub(super) fn read(
    layout: &Layout,
    source: &Source,
    blocks: &[Block],
) -> Result<PageClaims, Vec<PageError>> {
    let lines: Vec<&str> = source.text.lines().collect();
    let is_there = |block: &&Block| (1..=lines.len()).contains(&(block.line as usize));
    let blocks: Vec<_> = blocks.iter().filter(is_there).cloned().collect();
    let mut page = Page {
        layout,
        reader: Reader::new(source, Anywhere),
        blocks: &blocks,
        matched: vec![OnceCell::new(); blocks.len()],
        texts: blocks
            .iter()
            .map(|block| bare(&plain(&block.text)))
            .collect(),
        lines,
        operation: None,
        state: State::default(),
        seen: Seen::default(),
    };
    page.find_schemas();
    page.run(0..blocks.len());
    page.say_errors();
    page.account();
    for (line, rule) in &page.seen.rules {
        page.reader.ledger.rule(*line, *rule);
    }
    page.reader.close(source)
}

impl Page<'_> {
    pub(super) fn run(&mut self, range: Range<usize>) {
        let mut index = range.start;
        while index < range.end {
            index += self.block(index);
        }
    }

    /// Reads a block and returns how many blocks that took.
    fn block(&mut self, index: usize) -> usize {
        let block = &self.blocks[index];
        if let Some(end) = self
            .seen
            .starts
            .get(&index)
            .copied()
            .filter(|_| self.seen.reading.is_empty())
        {
            // A schema is read where something refers to it.
            (index..end).for_each(|index| self.rule(self.blocks[index].line, Rule::Unread));
            self.state = State::default();
            return end - index;
        }
        let is_row = matches!(block.kind, Kind::Row | Kind::HeadingRow);
        if !is_row && self.state.columns.take().is_some() {
            self.state.elements.truncate(self.state.outside);
        }
        let elements = self.state.elements.len();
        match block.kind {
            Kind::Code => return self.code(index),
            Kind::Tag if block.text.starts_with('/') => self.end_tag(index),
            Kind::Row if self.state.columns.is_some() => self.row(index),
            _ => {
                let opened = self.opened(index);
                match &opened {
                    Some((opens, fields)) => self.open(index, opens, fields),
                    None => self.plain_block(index),
                }
                if block.kind == Kind::Tag && block.cells.last().is_none_or(|cell| cell != "/") {
                    let name = block.text.split(' ').next().unwrap_or_default().to_owned();
                    self.seen
                        .tags
                        .push((name, opened.map(|opened| opened.0), elements));
                }
            }
        }
        1
    }

    fn plain_block(&mut self, index: usize) {
        let line = self.blocks[index].line;
        match self.blocks[index].kind {
            Kind::Heading(level) => self.heading(index, level),
            Kind::HeadingRow | Kind::Row => self.table(index),
            Kind::Tag => self.rule(line, Rule::Markup),
            Kind::Item(depth) => {
                self.leave(self.tag_depth() * TAG + (usize::from(depth) + 1) * ITEM);
                self.prose(index);
            }
            Kind::Paragraph | Kind::Definition => self.prose(index),
            Kind::Term | Kind::Code => self.rule(line, Rule::Unread),
        }
    }

    /// What each pattern that is the block's opens, and what the block says.
    fn matches(&self, index: usize) -> Vec<(Name, Fields)> {
        let (block, text) = (&self.blocks[index], &self.texts[index]);
        let marked = self.marked(index);
        let matches = |(opens, pattern): &(Name, Pattern)| {
            let mut fields = pattern.matches(block, text, &marked)?;
            if block.kind == Kind::Tag {
                self.attributes(block, &mut fields);
            }
            Some((*opens, fields))
        };
        self.layout.opens.iter().filter_map(matches).collect()
    }

    /// The text of a block with the marks of code.
    pub(super) fn marked(&self, index: usize) -> Cow<'_, str> {
        let text = &self.blocks[index].text;
        if text.contains(CODE) {
            plain(text).into()
        } else {
            (&*self.texts[index]).into()
        }
    }

    /// What the first pattern that is the block's opens, and what the block says.
    pub(super) fn opened(&self, index: usize) -> Option<(Name, Fields)> {
        let (block, state) = (&self.blocks[index], &self.state);
        let matched = self.matched[index].get_or_init(|| self.matches(index));
        matched.iter().find_map(|(opens, fields)| {
            let is = match *opens {
                "property" => self.is_property(block, fields),
                "value" => state.is_within && !state.elements.is_empty(),
                "says" => state.is_within || !state.place.is_empty(),
                // What goes before an operation names it only in front matter.
                "title" => match &self.operation {
                    None => block.kind == Kind::Term,
                    Some(operation) => operation.title.is_none() && state.is_fresh,
                },
                _ => true,
            };
            is.then(|| (*opens, fields.clone()))
        })
    }

    pub(super) fn open(&mut self, index: usize, opens: Name, fields: &Fields) {
        let block = &self.blocks[index];
        let line = block.line;
        if let (Kind::Heading(level), true) = (block.kind, opens != "operation") {
            self.seen.level = level;
            // A part above an operation is none of it.
            self.operation = self.operation.take().filter(|it| it.level <= level);
        }
        match opens {
            "ignore" => self.rule(line, Rule::Navigation),
            "example" => self.rule(line, Rule::Heading),
            "operation" => self.name_operation(index, fields),
            "server" => {
                self.rule(line, Rule::Heading);
                let url = fields.get("url").map(|url| (line, url.to_owned()));
                self.seen.servers.extend(url);
                self.serve();
            }
            "property" => self.property_block(index, fields),
            "errors" => {
                self.rule(line, Rule::Heading);
                (self.operation, self.state) = (None, State::of("errors"));
            }
            "status" if self.state.place == "errors" => self.status(line, fields),
            "title" | "description" if self.operation.is_none() => {
                self.rule(line, Rule::Unread);
                self.seen.pending.push((line, fields.clone()));
            }
            "part" if self.is_outside() => self.rule(line, Rule::Heading),
            _ if self.is_outside() => self.rule(line, Rule::Unread),
            "title" => self.say_of_operation(line, fields),
            "says" => self.says(line, fields),
            "value" => self.value(line, fields),
            "required" | "optional" => {
                self.rule(line, Rule::Heading);
                self.state.required = Some(if opens == "required" { "true" } else { "false" });
                self.state.is_within = false;
            }
            _ => {
                self.rule(line, Rule::Heading);
                if self.seen.reading.is_empty() {
                    self.open_place(line, opens, fields);
                }
            }
        }
    }

    fn open_place(&mut self, line: u32, opens: Name, fields: &Fields) {
        let statuses = fields.get("status").map(statuses).unwrap_or_default();
        let place = match opens {
            "description" => "operation",
            "schema" => "part",
            "status" => statuses.first().map_or("", |status| status),
            place => place,
        };
        self.state = State::of(place);
        if opens == "description" {
            self.say_of_operation(line, fields);
        }
        let mut on = Element::of(place);
        if is_status(place) {
            self.say(line, &on, Aspect::Listed, "");
        }
        if is_body(place) {
            self.say_fields(line, &mut on, fields, Said::default());
        }
    }

    /// States the errors of all operations of each of them.
    fn say_errors(&mut self) {
        self.state = State::default();
        for name in std::mem::take(&mut self.seen.operations) {
            self.operation = Some(Operation::new(name));
            for (line, fields) in self.seen.errors.clone() {
                self.status(line, &fields);
            }
        }
    }

    /// A heading that opens nothing: the title of an operation, or of a part that is not read.
    fn heading(&mut self, index: usize, level: u8) {
        self.seen.level = level;
        self.rule(self.blocks[index].line, Rule::Unread);
        let operation = self.operation.as_ref();
        let is_within = operation.is_some_and(|operation| operation.level < level);
        if !self.seen.reading.is_empty() {
            self.state.is_within = false;
        } else if !self.find_operation(index, &Fields::default(), level) {
            self.state = State::default();
            self.operation = self.operation.take().filter(|_| is_within);
        }
    }

    /// A tag ends, and what it opened.
    fn end_tag(&mut self, index: usize) {
        self.rule(self.blocks[index].line, Rule::Markup);
        let name = self.blocks[index].text[1..].split(' ').next();
        let Some(open) = self.seen.tags.iter().rposition(|tag| Some(&*tag.0) == name) else {
            return;
        };
        let (_, opens, elements) = self.seen.tags.swap_remove(open);
        self.seen.tags.truncate(open);
        match opens {
            Some("property") => {
                self.state.elements.truncate(elements);
                self.state.is_within = self.tag_depth() > 0;
            }
            Some("example" | "ignore") | None => {}
            Some(opens) => {
                self.state = State::of("part");
                self.operation = self.operation.take().filter(|_| opens != "operation");
            }
        }
    }

    /// How many tags that are properties are open.
    pub(super) fn tag_depth(&self) -> usize {
        let properties = self
            .seen
            .tags
            .iter()
            .filter(|tag| tag.1 == Some("property"));
        properties.count()
    }

    /// The element of which what follows is said.
    pub(super) fn element(&self) -> Option<Element> {
        let element = self.state.elements.last();
        element.filter(|_| self.state.is_within).cloned()
    }

    /// Whether no operation is open, nor a schema that one refers to.
    pub(super) fn is_outside(&self) -> bool {
        self.operation.is_none() && self.seen.reading.is_empty()
    }

    /// Leaves the elements that are at least this deep.
    pub(super) fn leave(&mut self, depth: usize) {
        let elements = &mut self.state.elements;
        while elements.pop_if(|element| element.depth >= depth).is_some() {}
        self.state.is_within &= !elements.is_empty();
    }
}
