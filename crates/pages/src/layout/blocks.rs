//! Reads the blocks of a page, one after the other.

use std::cell::OnceCell;
use std::ops::Range;

use claims::{Aspect, PageClaims};

use super::field::{Fields, Name};
use super::file::Layout;
use super::page::{Anywhere, Page};
use super::pattern::kinds;
use super::state::{Element, ITEM, Operation, Seen, State, TAG, is_body, is_status, statuses};
use super::text::{Said, bare, plain};
use crate::reader::Reader;
use crate::source::Source;
use crate::{Block, Kind, PageError, Rule};

impl Layout {
    /// Reads one page: `text` is what was captured, and `blocks` what it is made of.
    ///
    /// A line that the layout does not explain is covered by the rule [`Unread`](crate::Rule::Unread).
    ///
    /// # Errors
    ///
    /// Returns an error for each line that is no text, such as one with a control character.
    pub fn read(
        &self,
        page: &str,
        text: &str,
        blocks: &[Block],
    ) -> Result<PageClaims, Vec<PageError>> {
        let source = Source::decode(page, text.as_bytes())?;
        let lines: Vec<&str> = source.text.lines().collect();
        let is_there = |block: &&Block| (1..=lines.len()).contains(&(block.line as usize));
        let mut blocks: Vec<_> = blocks.iter().filter(is_there).cloned().collect();
        for block in &mut blocks {
            block.text = plain(&block.text);
        }
        let mut page = Page {
            layout: self,
            reader: Reader::new(&source, Anywhere),
            blocks: &blocks,
            texts: blocks.iter().map(|block| bare(&block.text)).collect(),
            matched: vec![OnceCell::new(); blocks.len()],
            columns: vec![OnceCell::new(); blocks.len()],
            lines,
            operation: None,
            state: State::default(),
            seen: Seen::default(),
            line: 0,
        };
        let unread = blocks.iter().map(|block| (block.line, Rule::Unread));
        page.seen.rules.extend(unread);
        page.find_schemas();
        page.run(0..blocks.len());
        page.say_errors();
        page.account();
        for (line, rule) in &page.seen.rules {
            page.reader.ledger.rule(*line, *rule);
        }
        page.reader.close(&source)
    }
}

impl Page<'_> {
    /// Reads the blocks of a range.
    pub(super) fn run(&mut self, range: Range<usize>) {
        let mut index = range.start;
        while index < range.end {
            index += self.block(index);
        }
    }

    /// Reads a block and returns how many blocks that took.
    fn block(&mut self, index: usize) -> usize {
        let block = &self.blocks[index];
        self.line = block.line;
        let schema = self.seen.starts.get(&index).copied();
        if let Some(end) = schema.filter(|_| self.seen.reading.is_empty()) {
            // A schema is read where something refers to it.
            self.state = State::default();
            return end - index;
        }
        let is_row = matches!(block.kind, Kind::Row | Kind::HeadingRow);
        if !is_row && self.state.columns.take().is_some() {
            self.leave(self.state.row_depth);
        }
        let elements = self.state.elements.len();
        let is_own = is_row && self.opened(index).is_some_and(|it| it.0 == "property");
        match block.kind {
            Kind::Code => return self.code(index),
            Kind::Tag if block.text.starts_with('/') => self.end_tag(index),
            Kind::Row if self.state.columns.is_some() && !is_own => {
                self.row(index);
                // What a table in a cell says of the row is not known.
                let inner = self.blocks[index + 1..].iter();
                return 1 + inner.take_while(|it| it.tables > block.tables).count();
            }
            _ => {
                let opened = self.opened(index);
                match (&opened, block.kind) {
                    (Some(("skip", _)), kind) => return self.skip(index, kind),
                    (Some((opens, fields)), _) => self.open(index, opens, fields),
                    (None, Kind::Heading(level)) => self.heading(index, level),
                    (None, Kind::HeadingRow | Kind::Row) => self.table(index),
                    (None, Kind::Tag) => self.rule(Rule::Markup),
                    (None, Kind::Term(_) | Kind::Code) => {}
                    (None, Kind::Paragraph | Kind::Item(_) | Kind::Definition) => self.prose(index),
                }
                if block.kind == Kind::Tag && block.cells.last().is_none_or(|cell| cell != "/") {
                    let name = block.text.split(' ').next().unwrap_or_default().to_owned();
                    let opens = opened.map(|opened| opened.0);
                    self.seen.tags.push((name, opens, elements, block.line));
                }
            }
        }
        1
    }

    /// Passes over a part of the page, up to the next heading that is not deeper, and returns how many
    /// blocks it has.
    fn skip(&mut self, index: usize, kind: Kind) -> usize {
        let ends = |block: &Block| match (kind, block.kind) {
            (Kind::Heading(own), Kind::Heading(level)) => level <= own,
            (_, inner) => matches!(inner, Kind::Heading(_)),
        };
        let behind = &self.blocks[index + 1..];
        let length = 1 + behind.iter().position(ends).unwrap_or(behind.len());
        for block in &self.blocks[index..index + length] {
            self.line = block.line;
            self.rule(Rule::Navigation);
        }
        self.state = State::default();
        length
    }

    /// What each pattern that is the block's opens, and what the block says. The text of a tag may be
    /// its name alone.
    fn matches(&self, index: usize) -> Vec<(Name, Fields)> {
        let (block, text) = (&self.blocks[index], &*self.texts[index]);
        let kinds = kinds(block.kind);
        let name = text.split(' ').next().filter(|_| block.kind == Kind::Tag);
        let patterns = self.layout.opens.iter();
        let matches = patterns.filter_map(|(opens, pattern)| {
            let fields = pattern.matches(kinds, text, &block.text);
            let mut fields = fields.or_else(|| pattern.matches(kinds, name?, &block.text))?;
            self.attributes(block, &mut fields);
            Some((*opens, fields))
        });
        matches.collect()
    }

    /// What the first pattern that is the block's opens, and what the block says.
    pub(super) fn opened(&self, index: usize) -> Option<(Name, Fields)> {
        let (block, state) = (&self.blocks[index], &self.state);
        let matched = self.matched[index].get_or_init(|| self.matches(index));
        let mut matched = matched.iter();
        let opened = matched.find(|(opens, fields)| match *opens {
            "property" => self.is_property(block, fields),
            "value" => state.is_within && !state.elements.is_empty(),
            "says" => state.is_within || !state.place.is_empty(),
            "schema" => index >= self.seen.first_schema,
            // What goes before an operation names it only in front matter.
            "title" => match &self.operation {
                None => matches!(block.kind, Kind::Term(_)),
                Some(operation) => operation.title.is_none() && state.is_fresh,
            },
            _ => true,
        });
        opened.cloned()
    }

    /// Reads a block that opens something.
    pub(super) fn open(&mut self, index: usize, opens: Name, fields: &Fields) {
        if let (Kind::Heading(level), true) = (self.blocks[index].kind, opens != "operation") {
            self.seen.level = level;
            // A part above an operation is none of it.
            self.operation.take_if(|it| it.level > level);
        }
        match opens {
            "ignore" => return self.rule(Rule::Navigation),
            "operation" => return self.name_operation(index, fields),
            "property" => return self.property_block(index, fields),
            "status" if self.state.place == "errors" => return self.status(fields),
            "title" | "description" if self.operation.is_none() => {
                return self.seen.pending.push((self.line, fields.clone()));
            }
            "example" => {}
            "server" => {
                let url = fields.get("url").map(|url| (self.line, url.to_owned()));
                self.seen.servers.extend(url);
                self.serve();
            }
            "errors" => (self.operation, self.state) = (None, State::of("errors")),
            "part" | "schemas" if self.is_outside() => {}
            _ if self.is_outside() => return,
            "title" => return self.say_of_operation(fields),
            "says" => return self.says(index, fields),
            "value" => return self.value(fields),
            "required" | "optional" => {
                self.leave(self.tag_depth() * TAG + ITEM - 1);
                self.state.required = Some(opens == "required");
                self.state.is_within = false;
            }
            _ if self.seen.reading.is_empty() => self.open_place(opens, fields),
            _ => {}
        }
        self.rule(Rule::Heading);
    }

    /// Opens a place of the operation.
    fn open_place(&mut self, opens: Name, fields: &Fields) {
        let statuses = fields.get("status").map(statuses).unwrap_or_default();
        let place = match opens {
            "description" => "operation",
            "schema" | "schemas" => "part",
            "status" => statuses.first().map_or("", |status| status),
            place => place,
        };
        self.state = State::of(place);
        let mut on = Element::of(place);
        if opens == "description" {
            self.say_of_operation(fields);
        }
        if is_status(place) {
            self.say(&on, Aspect::Listed, "");
        }
        if is_body(place) {
            self.say_fields(&mut on, fields, Said::default());
        }
    }

    /// States the errors of all operations of each of them.
    fn say_errors(&mut self) {
        self.state = State::default();
        for name in std::mem::take(&mut self.seen.operations) {
            self.operation.insert(Operation::default()).name = name;
            for (line, fields) in self.seen.errors.clone() {
                self.line = line;
                self.status(&fields);
            }
        }
    }

    /// A heading that opens nothing: the title of an operation, or of a part that is not read.
    fn heading(&mut self, index: usize, level: u8) {
        self.seen.level = level;
        self.seen.half.take_if(|half| half.0 >= level);
        if !self.seen.reading.is_empty() {
            self.state.is_within = false;
        } else if self
            .find_operation(index, &Fields::default(), level)
            .is_none()
        {
            self.state = State::default();
            self.operation.take_if(|operation| operation.level >= level);
            self.open_again(index, level);
        }
    }

    /// Opens an operation of a table once more, under a heading that is its title.
    fn open_again(&mut self, index: usize, level: u8) {
        if let Some(operation) = self.seen.titled.get(&self.texts[index]) {
            self.operation.insert(operation.clone()).level = level;
            self.state = State::of("operation");
            self.rule(Rule::Heading);
        }
    }

    /// Reads the lines of one piece of code and returns how many there are.
    fn code(&mut self, index: usize) -> usize {
        let mut codes = self.blocks[index..].chunk_by(|above, line| {
            let mut between = above.line as usize..line.line as usize - 1;
            line.kind == Kind::Code && between.all(|at| self.lines[at].trim().is_empty())
        });
        let count = codes.next().map_or(1, <[_]>::len);
        let is_placed = !["", "operation", "part"].contains(&&*self.state.place);
        let is_call = is_placed && !self.seen.taken.contains(&index);
        let opened = self.opened(index);
        let opened = opened.filter(|it| it.0 != "operation" || !is_call);
        let mut rule = Rule::CodeSample;
        if self.texts[index].starts_with(['{', '[']) {
            rule = Rule::ExampleStructure;
        }
        let first = index + usize::from(opened.is_some());
        if let Some((opens, fields)) = opened {
            if opens == "skip" {
                return self.skip(index, Kind::Code);
            }
            self.open(index, opens, &fields);
        }
        for block in &self.blocks[first..index + count] {
            self.line = block.line;
            self.rule(rule);
        }
        count
    }

    /// A tag ends, and what it opened.
    fn end_tag(&mut self, index: usize) {
        self.rule(Rule::Markup);
        let name = self.blocks[index].text[1..].split(' ').next();
        let open = self.seen.tags.iter().rposition(|tag| Some(&*tag.0) == name);
        let open = open.and_then(|open| self.seen.tags.drain(open..).next());
        match open.and_then(|(_, opens, elements, line)| Some((opens?, elements, line))) {
            Some(("property", elements, _)) => {
                self.state.elements.truncate(elements);
                self.state.is_within = self.tag_depth() > 0;
            }
            Some(("example" | "ignore", ..)) | None => {}
            // A tag that ends on its line has nothing in it.
            Some((_, _, line)) if line == self.line => {}
            Some((opens, ..)) => {
                self.state = State::of("part");
                self.operation.take_if(|_| opens == "operation");
            }
        }
    }

    /// The lines that no block begins on: the rest of the block above, or marks.
    fn account(&mut self) {
        const MARKS: [&str; 5] = ["```", "~~~", "<", "{%", "[block"];
        let mut above = Rule::Unread;
        for (line, text) in (1..).zip(&self.lines) {
            let text = text.trim();
            let is_markup = MARKS.iter().any(|mark| text.starts_with(mark))
                || !text.contains(char::is_alphanumeric);
            if let Some(rule) = self.seen.rules.get(&line) {
                above = *rule;
            } else if !text.is_empty() {
                let rule = if is_markup { Rule::Markup } else { above };
                self.seen.rules.insert(line, rule);
            }
        }
    }
}
