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
/// Is in a part of the page that may be navigation.
pub(super) const PART: u8 = 8;
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
    /// What holds of it, which holds of all in it too unless they say otherwise.
    flags: u8,
    /// The place of the one of the same name before it.
    same: u32,
    /// The place of the innermost cell, caption, table or template.
    barrier: u32,
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

    pub(super) fn top(&self) -> Option<Tag> {
        self.open.last().map(|top| top.tag)
    }

    /// The place of the innermost open element of these names.
    pub(super) fn last(&self, tags: &[Tag]) -> u32 {
        let places = tags.iter().map(|&tag| self.last[tag as usize]);
        places.max().unwrap_or(0)
    }

    pub(super) fn barrier(&self) -> u32 {
        self.open.last().map_or(0, |top| top.barrier)
    }

    /// Whether an element is open from this place on.
    pub(super) fn reaches(&self, place: u32) -> bool {
        place > 0 && self.open.len() >= place as usize
    }

    pub(super) fn push(&mut self, tag: Tag, flags: u8) {
        let place = u32::try_from(self.open.len() + 1).unwrap_or(u32::MAX);
        let block = self.open.last().map_or(0, |top| top.block);
        let bars = [Tag::Td, Tag::Th, Tag::Caption, Tag::Table, Tag::Template].contains(&tag);
        self.open.push(Open {
            tag,
            flags,
            same: self.last[tag as usize],
            barrier: if bars { place } else { self.barrier() },
            block: if tag.class() == Class::Inline {
                block
            } else {
                place
            },
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
        let (place, floor) = match tag {
            Tag::Li => (
                self.last(&[tag]),
                self.barrier().max(self.last(&Tag::LISTS)),
            ),
            _ if tag.level().is_some() => (self.last(&Tag::HEADINGS), self.barrier()),
            _ if tag.class() == Class::Table => (self.last(&[tag]), self.last(&[Tag::Table])),
            _ if tag.class() == Class::Inline => (
                self.last(&[tag]),
                self.open.last().map_or(0, |top| top.block),
            ),
            _ => (self.last(&[tag]), self.barrier()),
        };
        (place > 0 && place >= floor).then_some(place)
    }

    /// The place of the outermost element that a start tag closes, if it closes one.
    pub(super) fn implied_by(&self, tag: Tag) -> Option<u32> {
        const CELL: &[Tag] = &[Tag::Td, Tag::Th, Tag::Caption, Tag::Colgroup];
        const ROW: &[Tag] = &[Tag::Td, Tag::Th, Tag::Caption, Tag::Colgroup, Tag::Tr];
        const ROWS: &[Tag] = &[Tag::Tr, Tag::Thead, Tag::Tbody, Tag::Tfoot];
        let (table, barrier) = (self.last(&[Tag::Table]), self.barrier());
        let (tags, floor): (&[&[Tag]], _) = match tag {
            Tag::Li => (&[&[Tag::Li]], barrier.max(self.last(&Tag::LISTS))),
            Tag::Dt | Tag::Dd => (&[&[Tag::Dt, Tag::Dd]], barrier.max(self.last(&[Tag::Dl]))),
            Tag::Td | Tag::Th => (&[CELL], table),
            Tag::Tr => (&[ROW], table),
            // In a table and in none of its cells, another table closes it.
            Tag::Table if table == barrier => (&[&[Tag::Table]], 0),
            Tag::Table => (&[], 0),
            _ if tag.class() == Class::Table => (&[CELL, ROWS], table),
            _ if self.top().is_some_and(|top| top.level().is_some()) && tag.level().is_some() => {
                (&[&Tag::HEADINGS], 0)
            }
            _ => (&[], 0),
        };
        let lines = tag.class() == Class::Block || tag == Tag::Table || tag == Tag::Hr;
        let paragraph = if lines { self.last(&[Tag::P]) } else { 0 };
        let closed = tags.iter().copied().flatten().map(|&tag| self.last(&[tag]));
        let closed = closed.filter(|&place| place > floor);
        closed
            .chain((paragraph > barrier).then_some(paragraph))
            .min()
    }
}
