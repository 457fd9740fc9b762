//! The open elements, as the tags of a page open and close them (HTML, section 13.2.4.2).
//!
//! Every question about them takes the same time however many there are: each open element knows
//! the one of its name before it.

use super::element::{Class, Tag};

/// Is not shown.
pub(super) const UNSEEN: u8 = 1;
/// Is in `svg` or `math`, where a tag can close itself.
pub(super) const FOREIGN: u8 = 2;
/// Is the main part of the page.
pub(super) const MAIN: u8 = 4;
/// Helps to find pages.
pub(super) const NAVIGATION: u8 = 8;
/// Is code: white space counts.
pub(super) const CODE: u8 = 16;
/// Is in a section: a `header` there is not the page's.
pub(super) const SECTION: u8 = 32;
/// The innermost table has rows.
pub(super) const ROWS: u8 = 64;

/// One open element; places count from 1, and 0 is none.
#[derive(Clone, Copy, Debug)]
struct Open {
    tag: Tag,
    /// What holds of it, and of all in it unless they say otherwise.
    flags: u8,
    /// The place of the one of the same name before it.
    same: u32,
    /// The place of the innermost element that is not inline.
    block: u32,
}

/// The open elements.
#[derive(Debug)]
pub(super) struct Stack {
    open: Vec<Open>,
    last: [u32; Tag::COUNT],
}

impl Default for Stack {
    fn default() -> Self {
        let (open, last) = (Vec::new(), [0; Tag::COUNT]);
        Self { open, last }
    }
}

impl Stack {
    pub(super) fn flags(&self) -> u8 {
        self.open.last().map_or(0, |top| top.flags)
    }

    pub(super) fn is(&self, flag: u8) -> bool {
        self.flags() & flag != 0
    }

    /// Whether one of these holds from the innermost element on.
    pub(super) fn begins(&self, flags: u8) -> bool {
        let outer = self.open.iter().rev().nth(1).map_or(0, |outer| outer.flags);
        self.flags() & !outer & flags != 0
    }

    pub(super) fn top(&self) -> Option<Tag> {
        self.open.last().map(|top| top.tag)
    }

    /// The place of the innermost open element of these names.
    pub(super) fn last(&self, tags: &[Tag]) -> u32 {
        let places = tags.iter().map(|&tag| self.last[tag as usize]);
        places.max().unwrap_or(0)
    }

    /// The place of the innermost cell, caption, table or template.
    pub(super) fn barrier(&self) -> u32 {
        self.last(&[Tag::Td, Tag::Th, Tag::Caption, Tag::Table, Tag::Template])
    }

    /// Whether the innermost cell is no heading.
    pub(super) fn is_in_data(&self) -> bool {
        self.last(&[Tag::Td]) > self.last(&[Tag::Th])
    }

    /// The level of the heading that is open.
    pub(super) fn level(&self) -> Option<u8> {
        let heading = self.last(&Tag::HEADINGS);
        let open = self.open.get((heading as usize).checked_sub(1)?)?;
        open.tag.level().filter(|_| heading > self.barrier())
    }

    /// Whether an element is open from this place on.
    pub(super) fn reaches(&self, place: u32) -> bool {
        place > 0 && self.open.len() >= place as usize
    }

    pub(super) fn push(&mut self, tag: Tag, flags: u8) {
        let place = u32::try_from(self.open.len() + 1).unwrap_or(u32::MAX);
        let (same, inline) = (self.last[tag as usize], tag.class() == Class::Inline);
        let block = if inline { self.block() } else { place };
        self.open.push(Open {
            tag,
            flags,
            same,
            block,
        });
        self.last[tag as usize] = place;
    }

    pub(super) fn pop(&mut self) {
        if let Some(top) = self.open.pop() {
            self.last[top.tag as usize] = top.same;
        }
    }

    /// The place of the element that an end tag closes, if it closes one (HTML, section 13.2.6.4.7).
    pub(super) fn closed_by(&self, tag: Tag) -> Option<u32> {
        let names: &[Tag] = if tag.level().is_some() {
            &Tag::HEADINGS
        } else {
            &[tag]
        };
        let floor = match tag {
            Tag::Li => self.barrier().max(self.last(&Tag::LISTS)),
            Tag::Template => self.barrier().saturating_sub(1),
            _ if tag.class() == Class::Table => self.last(&[Tag::Table]).saturating_sub(1),
            _ if tag.class() == Class::Inline => self.block(),
            _ => self.barrier(),
        };
        Some(self.last(names)).filter(|&place| place > floor)
    }

    /// The place of the outermost element that a start tag closes, if it closes one.
    pub(super) fn implied_by(&self, tag: Tag) -> Option<u32> {
        const CELL: &[Tag] = &[Tag::Td, Tag::Th, Tag::Caption, Tag::Colgroup];
        const ROW: &[Tag] = &[Tag::Td, Tag::Th, Tag::Caption, Tag::Colgroup, Tag::Tr];
        const ROWS: &[Tag] = &[Tag::Tr, Tag::Thead, Tag::Tbody, Tag::Tfoot];
        let (table, barrier) = (self.last(&[Tag::Table]), self.barrier());
        let heading = tag.level().and(self.top()).and_then(Tag::level);
        let (names, floor): (&[&[Tag]], _) = match tag {
            Tag::Li => (&[&[Tag::Li]], barrier.max(self.last(&Tag::LISTS))),
            Tag::Dt | Tag::Dd => (&[&[Tag::Dt, Tag::Dd]], barrier.max(self.last(&[Tag::Dl]))),
            Tag::Td | Tag::Th => (&[CELL], table),
            Tag::Tr => (&[ROW], table),
            // In a table and in none of its cells, another table closes it.
            Tag::Table if table == barrier => (&[&[Tag::Table]], 0),
            _ if tag.class() == Class::Table && tag != Tag::Table => (&[CELL, ROWS], table),
            _ if heading.is_some() => (&[&Tag::HEADINGS], barrier),
            _ => (&[], 0),
        };
        let names = names.iter().flat_map(|names| names.iter());
        let names = names.map(|&tag| self.last(&[tag]));
        let lines = tag.class() == Class::Block || matches!(tag, Tag::Table | Tag::Hr);
        let paragraph = Some(self.last(&[Tag::P])).filter(|&place| lines && place > barrier);
        names.filter(|&place| place > floor).chain(paragraph).min()
    }

    fn block(&self) -> u32 {
        self.open.last().map_or(0, |top| top.block)
    }
}
