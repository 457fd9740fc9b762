//! Markdown to blocks: `CommonMark` 0.31 with the tables of GitHub Flavored Markdown, and what
//! documentation sites add to it (tags of MDX, of `GitBook` and of `ReadMe`).

mod magic;
mod split;
mod tag;
mod writer;

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use crate::{Block, Kind};
use split::Piece;
use writer::Writer;

/// Returns the blocks of a page in Markdown, each with its line in the source.
///
/// Emphasis, code marks and links leave their words. HTML in the Markdown is read as what it shows:
/// headings, paragraphs, lists, tables and code; other elements leave their words, and comments,
/// scripts and styles are dropped. A line of front matter is a term, `api: GET /v1/boats`. A tag of
/// MDX or `GitBook` is a [`Kind::Tag`] with its attributes.
#[must_use]
pub fn blocks(text: &str) -> Vec<Block> {
    let mut writer = Writer::default();
    for piece in split::pieces(text) {
        match piece {
            Piece::Markdown(line, text) => read(&mut writer, line, &text),
            Piece::Tag(line, tag) => {
                writer.flush();
                writer.blocks.push(tag.block(line));
            }
            Piece::Magic(line, kind, json) => {
                writer.flush();
                writer.blocks.append(&mut magic::blocks(line, kind, json));
            }
        }
    }
    writer.flush();
    writer.blocks
}

/// The words of a text in Markdown, without its marks.
fn words(text: &str) -> String {
    let blocks = blocks(text);
    let texts: Vec<_> = blocks.iter().map(|block| &*block.text).collect();
    texts.join(" ")
}

fn read(writer: &mut Writer, first: u32, text: &str) {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_DEFINITION_LIST
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS;
    let (mut line, mut counted) = (first, 0);
    // Inside of code and front matter, each line is a block.
    let mut lines = None;
    for (event, range) in Parser::new_ext(text, options).into_offset_iter() {
        if range.start > counted {
            let breaks = text[counted..range.start].matches('\n').count();
            line += u32::try_from(breaks).unwrap_or(u32::MAX);
            counted = range.start;
        }
        // Events of one block may overlap; none but the ends of blocks begin before another.
        let line = line - back(text, range.start, counted);
        match event {
            Event::Start(tag) => match tag {
                Tag::Paragraph => writer.paragraph(line),
                Tag::Heading { level, .. } => writer.begin(Kind::Heading(depth(level)), line),
                Tag::CodeBlock(_) => lines = Some(Kind::Code),
                Tag::MetadataBlock(_) => lines = Some(Kind::Term),
                Tag::List(_) => writer.list(),
                Tag::Item => writer.item(line),
                Tag::TableHead => writer.row(line, true),
                Tag::TableRow => writer.row(line, false),
                Tag::TableCell => writer.cell(),
                Tag::DefinitionListTitle => writer.begin(Kind::Term, line),
                Tag::DefinitionListDefinition => writer.begin(Kind::Definition, line),
                _ => {}
            },
            Event::End(end) => match end {
                TagEnd::CodeBlock | TagEnd::MetadataBlock(_) => lines = None,
                TagEnd::List(_) => writer.end_list(),
                TagEnd::TableHead | TagEnd::TableRow => writer.end_row(),
                TagEnd::TableCell => writer.end_cell(),
                TagEnd::Paragraph
                | TagEnd::Heading(_)
                | TagEnd::Item
                | TagEnd::DefinitionListTitle
                | TagEnd::DefinitionListDefinition => writer.flush(),
                _ => {}
            },
            Event::Text(words) => match lines {
                Some(kind) => writer.lines(kind, line, &words),
                None => writer.push(line, &words),
            },
            Event::Code(words) => writer.push(line, &words),
            Event::Html(html) | Event::InlineHtml(html) => writer.html(line, &html),
            Event::SoftBreak | Event::HardBreak => writer.push(line, " "),
            _ => {}
        }
    }
    writer.flush();
}

/// How many lines before `counted` an offset is.
fn back(text: &str, offset: usize, counted: usize) -> u32 {
    let breaks = text.get(offset..counted).unwrap_or_default();
    u32::try_from(breaks.matches('\n').count()).unwrap_or(0)
}

fn depth(level: HeadingLevel) -> u8 {
    level as u8
}
