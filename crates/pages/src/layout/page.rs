//! Reads the blocks of a page, one after the other.

use std::cell::{OnceCell, RefCell};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use claims::{Aspect, PageClaims};

use super::operation::Operation;
use super::pattern::Pattern;
use super::table::statuses;
use super::text::Said;
use super::{Fields, Layout, Name};
use crate::reader::{self, Reader};
use crate::source::Source;
use crate::{Block, Kind, PageError, Rule};

/// How deep an item of a list and what is in a tag are; marks in front of a name count 1 each.
pub(super) const ITEM: usize = 100;
pub(super) const TAG: usize = 100 * ITEM;

/// A page of a layout file may end anywhere.
pub(super) struct Anywhere;

impl reader::Layout for Anywhere {
    fn is_complete(&self) -> bool {
        true
    }
}

/// A property or parameter whose own may follow.
#[derive(Clone, Debug)]
pub(super) struct Element {
    pub(super) depth: usize,
    pub(super) name: String,
    pub(super) place: String,
}

/// Where a block stands.
#[derive(Clone, Debug, Default)]
pub(super) struct State {
    /// `operation`, `query`, `body`, `200`; `parameters` where the method decides; empty where the
    /// layout does not say.
    pub(super) place: String,
    /// The element of which all others are part: a schema is read for what refers to it.
    pub(super) base: String,
    pub(super) elements: Vec<Element>,
    /// Whether what follows is said of the last element.
    pub(super) is_within: bool,
    /// Whether nothing of the place was read yet.
    pub(super) is_fresh: bool,
    /// Whether the place is one of a list of statuses.
    pub(super) is_list: bool,
    /// What the parameters of this part are: required or not.
    pub(super) required: Option<Name>,
    pub(super) columns: Option<Vec<Option<Name>>>,
    /// How deep the rows of the table are, and how many elements there are around it.
    pub(super) row_depth: usize,
    pub(super) outside: usize,
}

impl State {
    /// Where a place begins.
    pub(super) fn of(place: &str) -> Self {
        Self {
            place: place.to_owned(),
            is_fresh: true,
            ..Self::default()
        }
    }
}

pub(super) struct Page<'s> {
    pub(super) layout: &'s Layout,
    pub(super) reader: Reader<'s, Anywhere>,
    pub(super) blocks: &'s [Block],
    pub(super) texts: Vec<String>,
    matched: Vec<OnceCell<Vec<(Name, Fields)>>>,
    /// The columns of tables, by the texts of their headings.
    pub(super) headings: RefCell<BTreeMap<String, Vec<Option<Name>>>>,
    pub(super) lines: Vec<&'s str>,
    pub(super) operation: Option<Operation>,
    pub(super) state: State,
    /// Tags that are open: their names, what they opened, how many elements there were.
    tags: Vec<(String, Option<Name>, usize)>,
    /// The blocks that name an operation that is open already.
    pub(super) taken: BTreeSet<usize>,
    /// The blocks of schemas by their names, and where those end that begin at a block.
    pub(super) schemas: BTreeMap<String, Range<usize>>,
    pub(super) starts: BTreeMap<usize, usize>,
    /// The schemas that are being read, outermost first, and how many were.
    pub(super) reading: Vec<String>,
    pub(super) expanded: usize,
    pub(super) servers: Vec<(u32, String)>,
    /// Operations that a table lists, by their titles.
    pub(super) titles: BTreeMap<String, Fields>,
    /// The paths of headings that name no method, by level.
    pub(super) paths: Vec<(u8, String)>,
    /// What is said of an operation before it opens.
    pub(super) pending: Vec<(u32, Fields)>,
    /// The level of the last heading.
    pub(super) level: u8,
    /// The last blocks that were a wording of a place and an item that is a status.
    pub(super) last: [Option<usize>; 2],
    /// The lines that state something, and why others do not.
    pub(super) read: BTreeSet<u32>,
    pub(super) rules: BTreeMap<u32, Rule>,
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
        texts: blocks.iter().map(|block| plain(&block.text)).collect(),
        lines,
        headings: RefCell::default(),
        operation: None,
        state: State::default(),
        tags: Vec::new(),
        taken: BTreeSet::new(),
        schemas: BTreeMap::new(),
        starts: BTreeMap::new(),
        reading: Vec::new(),
        expanded: 0,
        servers: Vec::new(),
        titles: BTreeMap::new(),
        paths: Vec::new(),
        pending: Vec::new(),
        level: 0,
        last: [None; 2],
        read: BTreeSet::new(),
        rules: BTreeMap::new(),
    };
    page.find_schemas();
    page.run(0..blocks.len());
    page.account();
    for (line, rule) in &page.rules {
        page.reader.ledger.rule(*line, *rule);
    }
    page.reader.close(source)
}

/// With one space between words, whatever spaces there are.
pub(super) fn plain(text: &str) -> String {
    let words: Vec<_> = text.split_whitespace().collect();
    words.join(" ")
}

/// Whether a place has properties, not parameters: it is a body.
pub(super) fn is_body(place: &str) -> bool {
    place == "body" || is_status(place)
}

pub(super) fn is_status(place: &str) -> bool {
    place.starts_with(|first: char| first.is_ascii_digit()) || place == "default"
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
            .starts
            .get(&index)
            .copied()
            .filter(|_| self.reading.is_empty())
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
                    self.tags
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
        let matches = |(opens, pattern): &(Name, Pattern)| {
            let mut fields = pattern.matches(block, text)?;
            if block.kind == Kind::Tag {
                self.attributes(block, &mut fields);
            }
            Some((*opens, fields))
        };
        self.layout.opens.iter().filter_map(matches).collect()
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
            self.level = level;
        }
        match opens {
            "ignore" => self.rule(line, Rule::Navigation),
            "example" => self.rule(line, Rule::Heading),
            "operation" => self.name_operation(index, fields),
            "server" => {
                self.rule(line, Rule::Heading);
                let url = fields.get("url").map(|url| (line, url.to_owned()));
                self.servers.extend(url);
                self.serve();
            }
            "property" => self.property_block(index, fields),
            "title" | "description" if self.operation.is_none() => {
                self.rule(line, Rule::Unread);
                self.pending.push((line, fields.clone()));
            }
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
                if self.reading.is_empty() {
                    self.open_place(index, opens, fields);
                }
            }
        }
    }

    fn open_place(&mut self, index: usize, opens: Name, fields: &Fields) {
        let (line, mut is_list) = (self.blocks[index].line, false);
        let place = match opens {
            "description" => "operation".to_owned(),
            "part" | "schema" => String::new(),
            "status" => {
                // What follows a list of statuses may be about any of them.
                if let Kind::Item(_) = self.blocks[index].kind {
                    let before = self.last[1].replace(index);
                    is_list = before.is_some_and(|before| before + 1 == index);
                }
                let statuses = fields.get("status").map(statuses).unwrap_or_default();
                statuses.into_iter().next().unwrap_or_default()
            }
            place => place.to_owned(),
        };
        self.state = State {
            is_list,
            ..State::of(&place)
        };
        if opens == "description" {
            self.say_of_operation(line, fields);
        }
        if is_status(&place) {
            self.say(line, &place, "", Aspect::Listed, "");
        }
        if is_body(&place) {
            self.say_fields(line, &place, "", fields, &Said::default());
        }
    }

    /// A heading that opens nothing: the title of an operation, or of a part that is not read.
    fn heading(&mut self, index: usize, level: u8) {
        self.level = level;
        self.paths.retain(|path| path.0 < level);
        self.rule(self.blocks[index].line, Rule::Unread);
        let operation = self.operation.as_ref();
        let is_within = operation.is_some_and(|operation| operation.level < level);
        if !self.reading.is_empty() {
            self.state.is_within = false;
        } else if !self.find_operation(index, &self.listed(index), level) {
            self.state = State::default();
            self.operation = self.operation.take().filter(|_| is_within);
        }
    }

    /// A tag ends, and what it opened.
    fn end_tag(&mut self, index: usize) {
        self.rule(self.blocks[index].line, Rule::Markup);
        let name = self.blocks[index].text[1..].split(' ').next();
        let Some(open) = self.tags.iter().rposition(|tag| Some(&*tag.0) == name) else {
            return;
        };
        let (_, opens, elements) = self.tags.swap_remove(open);
        self.tags.truncate(open);
        match opens {
            Some("property") => {
                self.state.elements.truncate(elements);
                self.state.is_within = self.tag_depth() > 0;
            }
            Some("example" | "ignore") | None => {}
            Some(opens) => {
                self.state = State::default();
                self.operation = self.operation.take().filter(|_| opens != "operation");
            }
        }
    }

    /// How many tags that are properties are open.
    pub(super) fn tag_depth(&self) -> usize {
        let properties = self.tags.iter().filter(|tag| tag.1 == Some("property"));
        properties.count()
    }

    /// The element of which what follows is said.
    pub(super) fn element(&self) -> Option<Element> {
        let element = self.state.elements.last();
        element.filter(|_| self.state.is_within).cloned()
    }

    /// Whether no operation is open, nor a schema that one refers to.
    pub(super) fn is_outside(&self) -> bool {
        self.operation.is_none() && self.reading.is_empty()
    }

    /// Leaves the elements that are at least this deep.
    pub(super) fn leave(&mut self, depth: usize) {
        let elements = &mut self.state.elements;
        while elements.pop_if(|element| element.depth >= depth).is_some() {}
        self.state.is_within &= !elements.is_empty();
    }
}
