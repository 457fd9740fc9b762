//! Reads the blocks of a page, one after the other.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use claims::{Aspect, PageClaims};

use super::Layout;
use super::field::{Field, Fields, Opens, Word};
use super::operation::Operation;
use super::table::statuses;
use super::text::Said;
use crate::reader::{self, Reader};
use crate::source::Source;
use crate::{Block, Kind, PageError, Rule};

/// How deep an item of a list and what is in a tag are: a row's marks are fewer than that.
pub(super) const ITEM: usize = 100;
pub(super) const TAG: usize = 100 * ITEM;

/// A page of a layout file may end anywhere.
struct Anywhere;

impl reader::Layout for Anywhere {
    fn is_complete(&self) -> bool {
        true
    }
}

/// Where a block stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) enum Place {
    /// The layout does not say.
    #[default]
    Unread,
    Operation,
    /// `query`, `body`, `200`.
    Of(String),
    /// In the path if the path names it, else in the query or the body as the method has it.
    Parameters,
}

/// A property or parameter whose own may follow.
#[derive(Clone, Debug)]
pub(super) struct Element {
    pub(super) depth: usize,
    pub(super) name: String,
    pub(super) place: String,
}

/// What the reader keeps in mind.
#[derive(Clone, Debug, Default)]
pub(super) struct State {
    pub(super) place: Place,
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
    pub(super) required: Option<&'static str>,
    pub(super) columns: Option<Vec<Option<Field>>>,
    /// Tags that are open: their names, what they opened, how many elements there were.
    pub(super) tags: Vec<(String, Option<Opens>, usize)>,
    /// How deep the rows of the table are, and how many elements there are around it.
    pub(super) row_depth: usize,
    pub(super) outside: usize,
}

impl State {
    /// Where nothing is open but tags.
    pub(super) fn after(&mut self) -> Self {
        Self {
            tags: std::mem::take(&mut self.tags),
            ..Self::default()
        }
    }
}

pub(super) struct Page<'s> {
    pub(super) layout: &'s Layout,
    reader: Reader<'s, Anywhere>,
    pub(super) blocks: &'s [Block],
    pub(super) texts: Vec<String>,
    pub(super) operation: Option<Operation>,
    pub(super) state: State,
    /// The blocks that name an operation that is open already.
    pub(super) taken: BTreeSet<usize>,
    /// Where the parts of schemas are, by their names and by their first blocks.
    pub(super) schemas: BTreeMap<String, Range<usize>>,
    pub(super) starts: BTreeMap<usize, usize>,
    /// The schemas that are being read, outermost first, and how many were.
    pub(super) reading: Vec<String>,
    pub(super) expanded: usize,
    pub(super) servers: Vec<(u32, String)>,
    /// The last block that was a wording of a place, and the last item that was a status.
    prose: usize,
    status: usize,
    /// Methods and paths of operations that a table lists, by their titles.
    pub(super) titles: BTreeMap<String, Fields>,
    /// The paths of headings that name no method, by level.
    pub(super) paths: Vec<(u8, String)>,
    /// What is said of an operation before it opens.
    pub(super) pending: Vec<(u32, Fields)>,
    /// Which lines of the capture are blank.
    pub(super) blank: Vec<bool>,
    lines: BTreeSet<u32>,
    rules: BTreeMap<u32, Rule>,
    pub(super) level: u8,
}

pub(super) fn read(
    layout: &Layout,
    source: &Source,
    blocks: &[Block],
) -> Result<PageClaims, Vec<PageError>> {
    let last = u32::try_from(source.text.lines().count()).unwrap_or(u32::MAX);
    let blocks: Vec<_> = blocks
        .iter()
        .filter(|block| (1..=last).contains(&block.line))
        .cloned()
        .collect();
    let mut page = Page {
        layout,
        reader: Reader::new(source, Anywhere),
        blocks: &blocks,
        texts: blocks.iter().map(|block| plain(&block.text)).collect(),
        operation: None,
        state: State::default(),
        taken: BTreeSet::new(),
        schemas: BTreeMap::new(),
        starts: BTreeMap::new(),
        pending: Vec::new(),
        paths: Vec::new(),
        prose: usize::MAX - 1,
        status: usize::MAX - 1,
        titles: BTreeMap::new(),
        blank: source
            .text
            .lines()
            .map(|line| line.trim().is_empty())
            .collect(),
        reading: Vec::new(),
        expanded: 0,
        servers: Vec::new(),
        lines: BTreeSet::new(),
        rules: BTreeMap::new(),
        level: 0,
    };
    page.find_schemas();
    page.run(0..blocks.len());
    page.account(source);
    let Page {
        mut reader, rules, ..
    } = page;
    for (line, rule) in rules {
        reader.ledger.rule(line, rule);
    }
    reader.close(source)
}

/// With spaces where there are no-break spaces.
pub(super) fn plain(text: &str) -> String {
    let spaced = text.replace(['\u{a0}', '\u{202f}', '\u{200b}'], " ");
    let words: Vec<_> = spaced.split_whitespace().collect();
    words.join(" ")
}

impl Page<'_> {
    pub(super) fn run(&mut self, range: Range<usize>) {
        let mut index = range.start;
        while index < range.end {
            index += self.block(index).max(1);
        }
    }

    /// Reads the block and returns how many it took.
    fn block(&mut self, index: usize) -> usize {
        let block = &self.blocks[index];
        if let Some(end) = self
            .starts
            .get(&index)
            .copied()
            .filter(|_| self.reading.is_empty())
        {
            // A schema is read where something refers to it.
            for index in index..end {
                self.rule(self.blocks[index].line, Rule::Unread);
            }
            self.state = self.state.after();
            return end - index;
        }
        if !matches!(block.kind, Kind::Row | Kind::HeadingRow)
            && self.state.columns.take().is_some()
        {
            self.state.elements.truncate(self.state.outside);
        }
        if block.kind == Kind::Tag && self.tag_ends(block) {
            return 1;
        }
        if block.kind == Kind::Code {
            return self.code(index);
        }
        if block.kind == Kind::Row && self.state.columns.is_some() {
            self.row(index);
            return 1;
        }
        if let Some((opens, fields)) = self.opened(index) {
            let elements = self.state.elements.len();
            self.open(index, opens, &fields);
            if block.kind == Kind::Tag && !block.cells.iter().any(|cell| cell == "/") {
                self.state.tags.push((
                    block.text.split(' ').next().unwrap_or_default().to_owned(),
                    Some(opens),
                    elements,
                ));
            }
            return 1;
        }
        match block.kind {
            Kind::Heading(level) => self.heading(index, level),
            Kind::HeadingRow | Kind::Row => self.table(index),
            Kind::Tag => {
                self.rule(block.line, Rule::Markup);
                if !block.cells.iter().any(|cell| cell == "/") {
                    self.state.tags.push((
                        self.texts[index]
                            .split(' ')
                            .next()
                            .unwrap_or_default()
                            .to_owned(),
                        None,
                        self.state.elements.len(),
                    ));
                }
            }
            Kind::Item(depth) => self.item(index, depth),
            Kind::Paragraph | Kind::Definition => self.prose(index),
            Kind::Term | Kind::Code => self.rule(block.line, Rule::Unread),
        }
        1
    }

    /// What the first pattern that is the block's opens, and what the block says.
    pub(super) fn opened(&self, index: usize) -> Option<(Opens, Fields)> {
        let (block, text) = (&self.blocks[index], &self.texts[index]);
        let mut patterns = self.layout.opens.iter();
        patterns.find_map(|(opens, pattern)| {
            let mut fields = pattern.matches(block, text)?;
            if block.kind == Kind::Tag {
                self.attributes(block, &mut fields);
            }
            let is = match opens {
                Opens::Property => self.is_property(block, &fields),
                Opens::Value => self.state.is_within && !self.state.elements.is_empty(),
                // What goes before an operation names it only in front matter.
                Opens::Title => match &self.operation {
                    None => block.kind == Kind::Term,
                    Some(operation) => operation.title.is_none() && self.state.is_fresh,
                },
                Opens::Says => self.state.is_within || self.state.place != Place::Unread,
                _ => true,
            };
            is.then_some((*opens, fields))
        })
    }

    pub(super) fn open(&mut self, index: usize, opens: Opens, fields: &Fields) {
        let block = &self.blocks[index];
        let line = block.line;
        if let (Kind::Heading(level), true) = (block.kind, opens != Opens::Operation) {
            self.level = level;
        }
        match opens {
            Opens::Ignore => return self.rule(line, Rule::Navigation),
            Opens::Example => return self.rule(line, Rule::Heading),
            Opens::Operation => {
                self.rule(line, Rule::Heading);
                return self.name_operation(index, fields);
            }
            Opens::Server => {
                if let Some(url) = fields.get(Field::Url) {
                    self.servers.push((line, url.to_owned()));
                    self.rule(line, Rule::Heading);
                    self.serve();
                }
                return;
            }
            Opens::Property => return self.property_block(index, fields),
            Opens::Title | Opens::Description if self.operation.is_none() => {
                self.rule(line, Rule::Unread);
                self.pending.push((line, fields.clone()));
                return;
            }
            _ if self.operation.is_none() && self.reading.is_empty() => {
                return self.rule(line, Rule::Unread);
            }
            Opens::Title => return self.say_of_operation(line, fields),
            Opens::Says => return self.says(line, fields),
            Opens::Required | Opens::Optional => {
                self.state.required = Some(if opens == Opens::Required {
                    "true"
                } else {
                    "false"
                });
                self.state.is_within = false;
                return self.rule(line, Rule::Heading);
            }
            Opens::Value => return self.value(line, fields),
            _ => {}
        }
        self.rule(line, Rule::Heading);
        if !self.reading.is_empty() {
            return;
        }
        self.state = State {
            is_fresh: true,
            ..self.state.after()
        };
        self.state.place = match opens {
            Opens::Description => Place::Operation,
            Opens::Parameters => Place::Parameters,
            Opens::Part | Opens::Schema => Place::Unread,
            Opens::Status => {
                // What follows a list of statuses may be about any of them.
                if matches!(block.kind, Kind::Item(_)) {
                    self.state.is_list = self.status + 1 == index;
                    self.status = index;
                }
                let statuses = fields.get(Field::Status).map(statuses).unwrap_or_default();
                statuses.into_iter().next().map_or(Place::Unread, Place::Of)
            }
            opens => Place::Of(opens.as_str().to_owned()),
        };
        if opens == Opens::Description {
            self.say_of_operation(line, fields);
        }
        if matches!(
            opens,
            Opens::Status | Opens::Success | Opens::Created | Opens::Body
        ) && let Place::Of(place) = self.state.place.clone()
        {
            if opens != Opens::Body {
                self.say(line, &place, "", Aspect::Listed, "");
            }
            self.say_fields(line, &place, "", fields, &Said::default());
        }
    }

    /// What is said of the element or the place that is open.
    fn says(&mut self, line: u32, fields: &Fields) {
        let element = self
            .state
            .elements
            .last()
            .filter(|_| self.state.is_within)
            .cloned();
        let (place, name) = match (element, &self.state.place) {
            (Some(element), _) => (element.place, element.name),
            (None, Place::Operation) => ("operation".to_owned(), String::new()),
            (None, Place::Of(place)) if place == "body" || is_status(place) => {
                (place.clone(), String::new())
            }
            _ => return self.rule(line, Rule::Unread),
        };
        self.rule(line, Rule::Heading);
        self.say_fields(line, &place, &name, fields, &Said::default());
    }

    /// A heading that opens nothing: the title of an operation, or of a part that is not read.
    fn heading(&mut self, index: usize, level: u8) {
        self.level = level;
        self.paths.retain(|path| path.0 < level);
        self.rule(self.blocks[index].line, Rule::Unread);
        let is_within = self
            .operation
            .as_ref()
            .is_some_and(|operation| operation.level < level);
        if !self.reading.is_empty() {
            self.state.is_within = false;
        } else if self.find_operation(index, &self.listed(index), level) {
        } else if is_within {
            self.state = self.state.after();
        } else {
            self.close();
        }
    }

    pub(super) fn close(&mut self) {
        self.operation = None;
        self.state = self.state.after();
    }

    /// Whether the tag ends another one; what that opened ends with it.
    fn tag_ends(&mut self, block: &Block) -> bool {
        let Some(name) = block.text.strip_prefix('/') else {
            return false;
        };
        self.rule(block.line, Rule::Markup);
        let name = name.split(' ').next().unwrap_or_default();
        let Some(open) = self.state.tags.iter().rposition(|tag| tag.0 == name) else {
            return true;
        };
        let ended = self.state.tags.split_off(open);
        match ended[0].1 {
            Some(Opens::Operation) => self.close(),
            Some(Opens::Property) => {
                self.state.elements.truncate(ended[0].2);
                self.state.is_within = self
                    .state
                    .tags
                    .iter()
                    .any(|tag| tag.1 == Some(Opens::Property));
            }
            Some(Opens::Example | Opens::Ignore) | None => {}
            Some(_) => self.state = self.state.after(),
        }
        true
    }

    /// How many tags that are properties are open.
    pub(super) fn tag_depth(&self) -> usize {
        self.state
            .tags
            .iter()
            .filter(|tag| tag.1 == Some(Opens::Property))
            .count()
    }

    fn item(&mut self, index: usize, depth: u8) {
        // What stands within an element of a list is said of it.
        self.leave(self.tag_depth() * TAG + (usize::from(depth) + 1) * ITEM);
        self.prose(index);
    }

    /// Leaves the elements that are at least this deep.
    pub(super) fn leave(&mut self, depth: usize) {
        while self
            .state
            .elements
            .last()
            .is_some_and(|element| element.depth >= depth)
        {
            self.state.elements.pop();
        }
        self.state.is_within &= !self.state.elements.is_empty();
    }

    /// A text that no pattern explains: a wording of what it stands in.
    fn prose(&mut self, index: usize) {
        let (line, text) = (self.blocks[index].line, self.texts[index].clone());
        if self
            .operation
            .as_ref()
            .is_some_and(|operation| operation.title.as_ref() == Some(&text))
        {
            return self.rule(line, Rule::Heading);
        }
        if self.operation.is_none() && self.reading.is_empty() {
            return self.rule(line, Rule::Unread);
        }
        if self.blocks[index].kind == Kind::Paragraph {
            // A list has ended.
            self.leave(self.tag_depth() * TAG + ITEM);
        }
        if let (true, Some(element)) = (self.state.is_within, self.state.elements.last().cloned()) {
            return self.describe(line, &element.place, &element.name, &text);
        }
        let place = match &self.state.place {
            Place::Operation => "operation".to_owned(),
            Place::Of(place) if self.state.is_fresh && (place == "body" || is_status(place)) => {
                place.clone()
            }
            _ => return self.rule(line, Rule::Unread),
        };
        // A list is prose behind a paragraph; on its own it may be anything.
        let is_item = matches!(self.blocks[index].kind, Kind::Item(_));
        let is_list = is_item && (place != "operation" || self.prose + 1 != index);
        if is_list || text.starts_with(['{', '[']) {
            return self.rule(line, Rule::Unread);
        }
        self.prose = index;
        if place == "operation" {
            self.state.is_fresh = false;
        }
        if self.reading.is_empty() {
            self.describe(line, &place, "", &text);
        } else {
            self.rule(line, Rule::Unread);
        }
    }

    /// A wording, with the marks and facts in it.
    pub(super) fn describe(&mut self, line: u32, place: &str, name: &str, text: &str) {
        if self.layout.is(Word::None, text) {
            return;
        }
        let said = self.layout.wording(text);
        self.say_said(line, place, name, &said);
        if said.rest.chars().any(char::is_alphanumeric) {
            self.at(line, place);
            self.reader.describe(line, name, &said.rest);
        }
    }

    /// Sets where the next claims are made.
    fn at(&mut self, line: u32, place: &str) {
        let operation = self
            .operation
            .as_ref()
            .map_or("", |operation| &operation.name);
        operation.clone_into(&mut self.reader.reached.operation);
        place.clone_into(&mut self.reader.reached.place);
        self.lines.insert(line);
    }

    pub(super) fn say(&mut self, line: u32, place: &str, name: &str, aspect: Aspect, value: &str) {
        self.at(line, place);
        self.reader.state(line, name, aspect, value);
    }

    pub(super) fn explain(
        &mut self,
        line: u32,
        place: &str,
        name: &str,
        value: &str,
        wording: &str,
    ) {
        self.at(line, place);
        self.reader.explain(line, name, value, wording);
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
    fn account(&mut self, source: &Source) {
        let begun: BTreeSet<u32> = self.blocks.iter().map(|block| block.line).collect();
        for line in source.lines() {
            let number = line.number;
            if self.lines.contains(&number) || self.rules.contains_key(&number) {
                continue;
            }
            let marks = ["```", "~~~", "<", "{%", "[block", "[/block]"];
            let is_markup = marks.iter().any(|mark| line.text.starts_with(mark))
                || !line.text.contains(char::is_alphanumeric);
            let above = begun.range(..=number).next_back();
            let rule = match above {
                _ if is_markup => Rule::Markup,
                Some(above) if self.lines.contains(above) => Rule::Continued,
                Some(above) => self.rules.get(above).copied().unwrap_or(Rule::Unread),
                None => Rule::Unread,
            };
            self.rules.insert(number, rule);
        }
    }
}

/// Whether a place is a status.
pub(super) fn is_status(place: &str) -> bool {
    place.starts_with(|first: char| first.is_ascii_digit()) || place == "default"
}
