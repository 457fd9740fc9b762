//! Puts blocks together from texts and tags, whether Markdown or HTML begins and ends them.

use super::tag::{self, Tag};
use crate::{Block, Kind};

/// The blocks so far, and the one being written.
#[derive(Default)]
pub(super) struct Writer {
    pub(super) blocks: Vec<Block>,
    kind: Option<Kind>,
    line: u32,
    text: String,
    /// Lists that are open, and whether the item of the innermost one has its first text yet.
    lists: u8,
    within: Vec<bool>,
    /// The row being written: its line, whether it is a heading, its cells.
    row: Option<(u32, bool, Vec<String>)>,
    is_cell: bool,
    is_code: bool,
    /// The element whose content is not shown, while it is open.
    hidden: Option<&'static str>,
}

impl Writer {
    /// Begins a block, and ends the one before. In a cell of a table nothing begins.
    pub(super) fn begin(&mut self, kind: Kind, line: u32) {
        if self.is_cell {
            self.text.push(' ');
        } else {
            self.flush();
            (self.kind, self.line) = (Some(kind), line);
        }
    }

    /// A paragraph; in a list, the text of its item, or what follows that, as an item within it.
    pub(super) fn paragraph(&mut self, line: u32) {
        let kind = self.plain();
        self.begin(kind, line);
    }

    fn plain(&mut self) -> Kind {
        let depth = self.lists.saturating_sub(1);
        match self.within.last_mut() {
            None => Kind::Paragraph,
            Some(is_begun) if *is_begun => Kind::Item(depth.saturating_add(1)),
            Some(is_begun) => {
                *is_begun = true;
                Kind::Item(depth)
            }
        }
    }

    pub(super) fn list(&mut self) {
        if !self.is_cell {
            self.flush();
            self.lists = self.lists.saturating_add(1);
            self.within.push(false);
        }
    }

    pub(super) fn end_list(&mut self) {
        if !self.is_cell {
            self.flush();
            self.lists = self.lists.saturating_sub(1);
            self.within.pop();
        }
    }

    pub(super) fn item(&mut self, line: u32) {
        if let Some(is_begun) = self.within.last_mut().filter(|_| !self.is_cell) {
            *is_begun = false;
        }
        self.paragraph(line);
    }

    pub(super) fn row(&mut self, line: u32, is_heading: bool) {
        self.flush();
        self.row = Some((line, is_heading, Vec::new()));
    }

    pub(super) fn cell(&mut self) {
        self.text.clear();
        self.is_cell = self.row.is_some();
    }

    pub(super) fn end_cell(&mut self) {
        if std::mem::take(&mut self.is_cell)
            && let Some((_, _, cells)) = &mut self.row
        {
            cells.push(collapsed(&self.text));
            self.text.clear();
        }
    }

    pub(super) fn end_row(&mut self) {
        self.end_cell();
        let Some((line, is_heading, cells)) = self.row.take() else {
            return;
        };
        if cells.iter().any(|cell| !cell.is_empty()) {
            self.blocks.push(row(line, is_heading, cells));
        }
    }

    /// Each line is a block of its own.
    pub(super) fn lines(&mut self, kind: Kind, line: u32, text: &str) {
        if self.is_cell {
            return self.push(line, text);
        }
        self.flush();
        for (line, text) in (line..).zip(text.split('\n')) {
            let text = text.trim_end();
            if !text.trim().is_empty() {
                let unquoted = || text.replacen(": \"", ": ", 1).replacen(": '", ": ", 1);
                let text = match kind {
                    Kind::Term => unquoted().trim_end_matches(['"', '\'']).to_owned(),
                    _ => text.to_owned(),
                };
                self.blocks.push(block(line, kind, text));
            }
        }
    }

    /// Words of the block being written; without one, a paragraph begins.
    pub(super) fn push(&mut self, line: u32, words: &str) {
        if self.hidden.is_some() || (self.row.is_some() && !self.is_cell) {
            return;
        }
        if self.kind.is_none() && !self.is_cell && !words.trim().is_empty() {
            self.paragraph(line);
        }
        self.text.push_str(words);
    }

    pub(super) fn flush(&mut self) {
        if self.is_cell {
            self.text.push(' ');
            return;
        }
        let text = collapsed(&std::mem::take(&mut self.text));
        if let Some(kind) = self.kind.take()
            && !text.is_empty()
        {
            self.blocks.push(block(self.line, kind, text));
        }
    }

    /// Reads HTML: what elements show is text, and elements that stand on their own are blocks.
    pub(super) fn html(&mut self, mut line: u32, mut html: &str) {
        while !html.is_empty() {
            let behind = html.char_indices().skip(1);
            let next = behind.into_iter().find(|(_, letter)| *letter == '<');
            let next = next.map_or(html.len(), |(at, _)| at);
            let (part, length) = match Tag::parse(html) {
                Some((tag, length)) => {
                    self.element(line, &tag);
                    (&html[..length], length)
                }
                None if html.starts_with("<!--") => {
                    let end = html.find("-->").map_or(html.len(), |at| at + 3);
                    (&html[..end], end)
                }
                None => {
                    let words = tag::decoded(&html[..next]);
                    if self.is_code {
                        self.lines(Kind::Code, line, &words);
                    } else {
                        let lead = &words[..words.len() - words.trim_start().len()];
                        let breaks = u32::try_from(lead.matches('\n').count());
                        self.push(line + breaks.unwrap_or(0), &words);
                    }
                    (&html[..next], next)
                }
            };
            line += u32::try_from(part.matches('\n').count()).unwrap_or(0);
            html = &html[length..];
        }
    }

    fn element(&mut self, line: u32, tag: &Tag) {
        let name = tag.name.to_ascii_lowercase();
        if let Some(hidden) = self.hidden {
            if tag.is_end && name == hidden {
                self.hidden = None;
            }
            return;
        }
        match (&*name, tag.is_end) {
            ("script", false) => self.hidden = Some("script"),
            ("style", false) => self.hidden = Some("style"),
            ("h1" | "h2" | "h3" | "h4" | "h5" | "h6", false) => {
                self.begin(Kind::Heading(name.as_bytes()[1] - b'0'), line);
            }
            ("br", _) => self.text.push(' '),
            ("dt", false) => self.begin(Kind::Term, line),
            ("dd", false) => self.begin(Kind::Definition, line),
            ("ul" | "ol", false) => self.list(),
            ("ul" | "ol", true) => self.end_list(),
            ("li", false) => self.item(line),
            ("tr", false) => self.row(line, false),
            ("td" | "th", false) => {
                if let Some((_, is_heading, cells)) = &mut self.row {
                    *is_heading = name == "th" && (cells.is_empty() || *is_heading);
                }
                self.cell();
            }
            ("td" | "th", true) => self.end_cell(),
            ("tr", true) => self.end_row(),
            ("pre", is_end) => {
                self.flush();
                self.is_code = !is_end;
            }
            (
                "p" | "div" | "aside" | "section" | "details" | "summary" | "blockquote" | "hr"
                | "table" | "dl",
                _,
            )
            | ("h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "li" | "dt" | "dd", true) => self.flush(),
            // `List<String>` and `/boats/<boatId>` are words.
            (other, false) if tag.is_bare() && !INLINE.contains(&other) => {
                self.push(line, &format!("<{}>", tag.name));
            }
            _ => {}
        }
    }
}

/// The elements of HTML that leave their words, as far as they may have no attributes.
const INLINE: [&str; 44] = [
    "a", "abbr", "b", "big", "body", "button", "caption", "center", "cite", "code", "col",
    "colgroup", "del", "em", "figure", "font", "head", "html", "i", "img", "input", "ins", "kbd",
    "label", "main", "mark", "meta", "nav", "nobr", "q", "s", "samp", "small", "span", "strike",
    "strong", "sub", "sup", "tbody", "tfoot", "thead", "title", "u", "var",
];

pub(super) fn block(line: u32, kind: Kind, text: String) -> Block {
    let cells = Vec::new();
    Block {
        line,
        kind,
        text,
        cells,
    }
}

pub(super) fn row(line: u32, is_heading: bool, cells: Vec<String>) -> Block {
    let kind = if is_heading {
        Kind::HeadingRow
    } else {
        Kind::Row
    };
    let text = cells.join(" | ");
    Block {
        line,
        kind,
        text,
        cells,
    }
}

/// With one space between words; no-break spaces stay, for some pages indent with them.
pub(super) fn collapsed(text: &str) -> String {
    let words: Vec<_> = text.split_ascii_whitespace().collect();
    words.join(" ")
}
