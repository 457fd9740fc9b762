//! The page as its tags and texts come in.

use html5gum::Token;

use super::Captured;
use super::attributes::Attributes;
use super::element::{Class, Tag};
use super::origin::Origin;
use super::piece::{self, Piece};
use super::stack::{CODE, FOREIGN, MAIN, NAVIGATION, ROWS, SECTION, Stack, UNSEEN};
use super::table::Table;
use super::text::{shown, words};
use crate::block::BREAK;
use crate::{Block, Kind};

/// The deepest lists that are told apart.
const DEEPEST: u8 = 32;

/// Tables in tables that are told apart; in deeper ones, cells are lines.
const MOST_TABLES: usize = 8;

/// The most blocks; all that follows is in the last one.
const MOST_BLOCKS: usize = 1 << 20;

/// Texts of links from a heading to itself.
const ANCHORS: [&str; 4] = ["#", "¶", "§", "🔗"];

/// The page so far.
#[derive(Debug, Default)]
pub(super) struct Page {
    stack: Stack,
    tables: Vec<Table>,
    pieces: Vec<Piece>,
    /// How many blocks there are, with those in open rows.
    blocks: usize,
    origin: Origin,
    /// The text of the line so far, and whether white space follows it.
    text: String,
    space: bool,
    /// Where in the text of the line a link begins.
    link: Option<usize>,
    /// An item of a list begins.
    bullet: bool,
    lists: u32,
    /// An element of code begins, or one goes on behind a blank line.
    begins: bool,
    /// What may still be repeated in tables.
    budget: usize,
}

impl Page {
    /// A page of this many bytes.
    pub(super) fn new(size: usize) -> Self {
        Self {
            budget: 2 * size + (1 << 16),
            ..Self::default()
        }
    }

    pub(super) fn token(&mut self, token: Token) {
        match token {
            Token::StartTag(it) => {
                let attributes = Attributes(it.attributes);
                self.start(Tag::of(&it.name), &attributes, it.self_closing);
            }
            Token::EndTag(it) => self.end(Tag::of(&it.name)),
            Token::String(text) => self.say(&String::from_utf8_lossy(&text)),
            Token::Comment(text) => self.origin.comment(&String::from_utf8_lossy(&text)),
            Token::Doctype(_) | Token::Error(_) => {}
        }
    }

    fn end(&mut self, tag: Tag) {
        if tag == Tag::A {
            self.end_link();
        }
        match self.stack.closed_by(tag) {
            Some(place) => self.close(place),
            None if tag == Tag::Br => self.void(tag, ""),
            None => {}
        }
    }

    fn start(&mut self, tag: Tag, attributes: &Attributes, self_closing: bool) {
        let class = tag.class();
        if matches!(class, Class::Block | Class::Table) {
            while self.stack.is(FOREIGN) {
                self.pop();
            }
        }
        self.origin.element(tag, attributes);
        if class == Class::Table && tag != Tag::Table && self.stack.last(&[Tag::Table]) == 0 {
            return;
        }
        if let Some(place) = self.stack.implied_by(tag) {
            self.close(place);
        }
        if tag == Tag::A {
            self.link = Some(self.text.len());
        }
        let parent = self.stack.flags();
        let (row, table) = (self.stack.last(&[Tag::Tr]), self.stack.last(&[Tag::Table]));
        if matches!(tag, Tag::Td | Tag::Th) && row < table {
            // A row needs no tag.
            self.stack.push(Tag::Tr, parent);
        }
        let foreign = parent & FOREIGN != 0 || matches!(tag, Tag::Svg | Tag::Math);
        match class {
            Class::Page => return,
            Class::Void => return self.void(tag, attributes.get("alt")),
            _ if foreign && self_closing => return,
            _ => {}
        }
        let flags = self.flags(tag, attributes, parent);
        let changed = flags ^ parent;
        if flags & UNSEEN == 0 {
            if class != Class::Inline || changed & (NAVIGATION | MAIN) != 0 {
                self.end_line();
            }
            self.open(tag, attributes, flags, changed);
        }
        if class != Class::Inline || changed != 0 || flags & (UNSEEN | FOREIGN) != 0 {
            self.stack.push(tag, flags);
        }
    }

    /// What holds of an element that begins here.
    fn flags(&self, tag: Tag, attributes: &Attributes, parent: u8) -> u8 {
        let code = parent & CODE != 0 || Tag::CODE.contains(&tag);
        let beside = !self.text.is_empty() || self.stack.barrier() > 0;
        let navigates = attributes.navigates(tag, parent & SECTION != 0);
        let main = tag == Tag::Main || attributes.is("role", &["main"]);
        let marks = [
            (UNSEEN, attributes.hides(tag, code || beside)),
            (FOREIGN, matches!(tag, Tag::Svg | Tag::Math)),
            (MAIN, main),
            (CODE, code),
            (SECTION, main || Tag::SECTIONS.contains(&tag)),
            (NAVIGATION, navigates),
        ];
        let begin = marks.into_iter().filter(|mark| mark.1);
        let mut flags = begin.fold(parent, |flags, mark| flags | mark.0);
        if main {
            flags &= !NAVIGATION;
        }
        if tag == Tag::ForeignObject {
            flags &= !FOREIGN;
        }
        if tag == Tag::Table {
            let arranges = attributes.is("role", &["presentation", "none"]);
            let rows = !arranges && flags & (CODE | UNSEEN) == 0 && self.tables.len() < MOST_TABLES;
            flags = if rows { flags | ROWS } else { flags & !ROWS };
        }
        flags
    }

    /// An element that is shown begins.
    fn open(&mut self, tag: Tag, attributes: &Attributes, flags: u8, changed: u8) {
        let rows = flags & ROWS != 0;
        match tag {
            Tag::Li => self.bullet = true,
            _ if tag == Tag::Dl || Tag::LISTS.contains(&tag) => self.lists += 1,
            _ if changed & CODE != 0 => self.begins = true,
            Tag::Table if rows => self.tables.push(Table::default()),
            Tag::Td | Tag::Th if rows => {
                self.bullet = false;
                let span =
                    ["colspan", "rowspan"].map(|name| attributes.get(name).parse().unwrap_or(1));
                if let Some(table) = self.tables.last_mut() {
                    table.open_cell(tag == Tag::Th, span, &mut self.budget);
                }
            }
            _ => {}
        }
    }

    fn void(&mut self, tag: Tag, alt: &str) {
        match tag {
            _ if self.stack.is(UNSEEN) => {}
            Tag::Br if self.stack.is(CODE) => self.say("\n"),
            Tag::Br if self.stack.level().is_some() => self.space = true,
            Tag::Br | Tag::Hr => self.end_line(),
            Tag::Img => self.say(&format!(" {} ", words(alt))),
            _ => {}
        }
    }

    fn say(&mut self, text: &str) {
        if self.stack.top() == Some(Tag::Title) && !self.stack.is(FOREIGN) {
            self.origin.title(text);
        }
        if self.stack.is(UNSEEN) {
            return;
        }
        let code = self.stack.is(CODE);
        for character in text.chars().filter_map(shown) {
            if code && character == '\n' {
                self.begins |= self.text.trim().is_empty();
                self.end_line();
            } else if !code && character.is_whitespace() {
                self.space = true;
            } else {
                if self.space && !self.text.is_empty() {
                    self.text.push(' ');
                }
                self.space = false;
                self.text.push(character);
            }
        }
    }

    fn close(&mut self, place: u32) {
        while self.stack.reaches(place) {
            self.pop();
        }
    }

    /// The innermost element ends.
    fn pop(&mut self) {
        let Some(tag) = self.stack.top().filter(|_| !self.stack.is(UNSEEN)) else {
            return self.stack.pop();
        };
        if tag.class() != Class::Inline || self.stack.begins(NAVIGATION | MAIN) {
            self.end_line();
        }
        let rows = self.stack.is(ROWS);
        match tag {
            Tag::Li => self.bullet = false,
            _ if tag == Tag::Dl || Tag::LISTS.contains(&tag) => self.lists -= 1,
            Tag::Td | Tag::Th if rows => {
                if let Some(table) = self.tables.last_mut() {
                    table.close_cell(&mut self.budget);
                }
            }
            Tag::Tr if rows => self.end_row(),
            _ => {}
        }
        if rows && tag == Tag::Table {
            self.tables.pop();
        }
        self.stack.pop();
    }

    fn end_row(&mut self) {
        let head = self.stack.last(&[Tag::Thead]) > self.stack.last(&[Tag::Table]);
        let Some(table) = self.tables.last_mut() else {
            return;
        };
        let (row, pieces) = table.close_row(head, &mut self.budget);
        if let Some((kind, cells)) = row {
            let text = cells.join(" | ").replace(BREAK, "");
            self.put(kind, text, cells, String::new());
        }
        for piece in pieces {
            self.keep(piece);
        }
    }

    /// A link ends; in a heading or a term, one that leads to it is no text.
    fn end_link(&mut self) {
        if let Some(start) = self.link.take()
            && let Some(text) = self.text.get(start..)
            && ANCHORS.contains(&text.trim())
            && (self.stack.level().is_some() || self.stack.last(&[Tag::Dt]) > self.stack.barrier())
        {
            self.text.truncate(start);
        }
    }

    fn end_line(&mut self) {
        self.link = None;
        if self.blocks + 1 >= MOST_BLOCKS {
            self.space = true;
            return;
        }
        self.space = false;
        let text = self.text.trim_end().to_owned();
        self.text.clear();
        if text.is_empty() {
            return;
        }
        let bullet = std::mem::take(&mut self.bullet);
        let code = self.stack.is(CODE);
        let barrier = self.stack.barrier();
        let [item, term, definition] =
            [Tag::Li, Tag::Dt, Tag::Dd].map(|tag| self.stack.last(&[tag]));
        let depth = u8::try_from(self.lists).map_or(DEEPEST, |lists| lists.clamp(1, DEEPEST));
        let outer = " ".repeat(2 * usize::from(depth - 1));
        let bulleted = outer.clone() + "  ";
        let within = if self.lists > 0 {
            bulleted.clone() + "  "
        } else {
            String::new()
        };
        let (kind, lead) = match self.stack.level() {
            Some(level) => (Kind::Heading(level), "#".repeat(usize::from(level)) + " "),
            None if code && bullet => (Kind::Code, bulleted + "• "),
            None if code => (Kind::Code, within),
            None if bullet => (Kind::Item(depth - 1), bulleted + "• "),
            None if term > item.max(definition).max(barrier) => (Kind::Term(depth - 1), outer),
            None if definition > item.max(barrier) => (Kind::Definition, outer + ": "),
            None => (Kind::Paragraph, within),
        };
        self.put(kind, text, Vec::new(), lead);
    }

    /// Adds a block. Of navigation, only the heading of the page is one.
    fn put(&mut self, kind: Kind, text: String, cells: Vec<String>, lead: String) {
        if self.stack.is(NAVIGATION) && kind != Kind::Heading(1) {
            return;
        }
        let begins = kind == Kind::Code && std::mem::take(&mut self.begins);
        self.blocks += 1;
        self.keep(Piece {
            block: Block {
                line: 0,
                kind,
                text,
                cells,
                tables: self.tables.len(),
            },
            lead,
            main: self.stack.is(MAIN),
            begins,
            // A cell with headings is a part of the page.
            apart: matches!(kind, Kind::Heading(1..=3)) && self.stack.is_in_data(),
        });
    }

    /// What is in a cell waits for the row.
    fn keep(&mut self, piece: Piece) {
        let mut tables = self.tables.iter_mut().rev();
        let outer = tables.find_map(|table| table.cell.as_mut());
        match outer {
            Some(cell) => cell.push(piece),
            None => self.pieces.push(piece),
        }
    }

    /// The page ends.
    pub(super) fn finish(mut self) -> Captured {
        self.close(1);
        self.end_line();
        if self.pieces.iter().any(|piece| piece.main) {
            self.pieces.retain(|piece| piece.main);
        }
        // What came behind the most blocks.
        self.blocks = 0;
        self.end_line();
        let (text, blocks) = piece::finish(self.pieces);
        let title = self.origin.title.take();
        let day = self.origin.day.take();
        Captured {
            text,
            blocks,
            title,
            address: self.origin.into_address(),
            day,
        }
    }
}
