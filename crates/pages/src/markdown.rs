//! Markdown to blocks: `CommonMark` 0.31 with the tables of GitHub Flavored Markdown, and what
//! documentation sites add to it (tags of MDX and `GitBook`, blocks of `ReadMe`).
//!
//! Markdown is HTML written shorter, so it is read as HTML. A mark before each text carries the line
//! of the source through.

mod magic;
mod split;
mod tag;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd, html};

use crate::block::BREAK;
use crate::{Block, Kind};
use split::Piece;

/// What a mark is: the number of a line between the first two; a tag begins with the third, and each
/// of its attributes with the fourth. No page has these characters (Unicode, private use).
const LINE: char = '\u{e000}';
const END: char = '\u{e001}';
const TAG: char = '\u{e002}';
const ATTRIBUTE: char = '\u{e003}';
/// What stands on both sides of a piece of code within a text.
pub(crate) const CODE: char = '\u{e004}';

/// Elements of HTML; another name in angle brackets, `<boatId>`, is a word.
const ELEMENTS: &str = "a abbr b big body br button caption center cite code col dd del div dl dt em \
    figure font h1 h2 h3 h4 h5 h6 head hr html i img input ins kbd label li main mark meta nav ol p \
    pre q s samp small span strike strong sub summary sup table tbody td tfoot th thead tr u ul var";

/// Returns the blocks of a page in Markdown, each with its line in the source.
///
/// Emphasis, code marks and links leave their words, and HTML is read as
/// [`capture`](crate::html::capture) reads it. A line of front matter is a term, `api: GET /boats`.
/// A tag of MDX or `GitBook` on a line of its own is a [`Kind::Tag`] with its attributes.
#[must_use]
pub fn blocks(text: &str) -> Vec<Block> {
    let text = text
        .replace("\r\n", "\n")
        .replace([LINE, END, TAG, ATTRIBUTE, CODE, BREAK], "");
    let pieces = split::pieces(&text).into_iter();
    let page = pieces.map(|piece| match piece {
        Piece::Markdown(line, text) => written(line, &text),
        Piece::Tag(line, tag) => format!("<p>{}{tag}</p>\n", mark(line)),
        Piece::Magic(line, kind, json) => magic::block(line, kind, json).unwrap_or_default(),
    });
    let page = page.collect::<String>();
    let mut line = 1;
    let blocks = crate::html::capture(page.as_bytes()).blocks.into_iter();
    blocks.filter_map(|block| lined(block, &mut line)).collect()
}

/// The mark of a line.
fn mark(line: u32) -> String {
    format!("{LINE}{line}{END}")
}

/// The block with the line that its mark gives; nothing if it is nothing but a mark.
fn lined(mut block: Block, line: &mut u32) -> Option<Block> {
    if let Some((_, mark)) = block.text.split_once(LINE)
        && let Some((number, _)) = mark.split_once(END)
    {
        *line = number.parse().unwrap_or(*line);
    }
    block.line = *line;
    block.text = unmarked(&block.text);
    if matches!(block.kind, Kind::Heading(_)) {
        let end = block
            .text
            .rfind(" {")
            .filter(|end| is_attributes(&block.text[*end..]));
        block.text.truncate(end.unwrap_or(block.text.len()));
    }
    block.cells = block.cells.iter().map(|cell| unmarked(cell)).collect();
    if block.text.starts_with(TAG) {
        let parts = block.text[TAG.len_utf8()..].split(ATTRIBUTE).map(str::trim);
        block.cells = parts.skip(1).map(str::to_owned).collect();
        (block.kind, block.text) = (Kind::Tag, block.text.replace([TAG, ATTRIBUTE], ""));
    }
    (!block.text.trim().is_empty()).then_some(block)
}

/// What some sites allow behind a heading: `{#boats}`, `{.wide}`, `{: #boats}`.
fn is_attributes(text: &str) -> bool {
    text.ends_with('}')
        && ["#", ".", ":"]
            .iter()
            .any(|mark| text[2..].starts_with(mark))
}

fn unmarked(text: &str) -> String {
    let mut parts = text.split(LINE);
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |text, part| {
        text + part.split_once(END).map_or(part, |(_, rest)| rest)
    })
}

/// `<br>`, `<br />`.
fn is_break(html: &str) -> bool {
    let name = html.trim_matches(['<', '>', '/', ' ']);
    name.eq_ignore_ascii_case("br")
}

/// Markdown as HTML, with a mark before each text that may begin a block.
fn written(first: u32, text: &str) -> String {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_DEFINITION_LIST
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS;
    let breaks: Vec<usize> = text.match_indices('\n').map(|(at, _)| at).collect();
    let line_of = |at| {
        first.saturating_add(u32::try_from(breaks.partition_point(|it| *it < at)).unwrap_or(0))
    };
    // Whether a block begins, and whether each line is one: of code, or of front matter.
    let (mut begins, mut is_code, mut is_front) = (true, false, false);
    let mut items = 0_usize;
    let events = Parser::new_ext(text, options).into_offset_iter();
    let events = events.map(|(event, range)| {
        let line = line_of(range.start);
        match event {
            Event::Start(Tag::MetadataBlock(_)) => {
                is_front = true;
                return Event::Html("".into());
            }
            Event::End(TagEnd::MetadataBlock(_)) => {
                is_front = false;
                return Event::Html("".into());
            }
            Event::Text(words) if is_front => return Event::Html(terms(line, &words).into()),
            Event::Text(words) if is_code => return Event::Text(coded(line, &words).into()),
            Event::Start(ref tag) => {
                items += usize::from(matches!(tag, Tag::Item));
                begins = true;
                is_code = matches!(tag, Tag::CodeBlock(_));
            }
            Event::End(TagEnd::Item) => {
                items -= 1;
                (begins, is_code) = (true, false);
            }
            // The words of an item go on.
            Event::InlineHtml(html) if items > 0 && is_break(&html) => {
                return Event::Text(format!("{BREAK} ").into());
            }
            Event::End(_) | Event::HardBreak => (begins, is_code) = (true, false),
            Event::Text(words) if std::mem::take(&mut begins) => {
                // Some pages indent the names of nested properties with no-break spaces.
                return Event::Text((mark(line) + &words.replace('\u{a0}', "»")).into());
            }
            Event::Code(words) => {
                let mark = Some(mark(line)).filter(|_| std::mem::take(&mut begins));
                let mark = mark.unwrap_or_default();
                return Event::Text(format!("{mark}{CODE}{words}{CODE}").into());
            }
            Event::Html(html) | Event::InlineHtml(html) => {
                return match tag::as_word(&html) {
                    Some(word) => Event::Text((mark(line) + word).into()),
                    None => Event::Html(marked(line, &html).into()),
                };
            }
            _ => {}
        }
        event
    });
    let mut page = String::with_capacity(2 * text.len());
    html::push_html(&mut page, events);
    page
}

/// Lines of front matter as terms.
fn terms(first: u32, text: &str) -> String {
    let lines = (first..).zip(text.lines()).map(|(line, text)| {
        let text = text.replace(['"', '<'], "").replace(": '", ": ");
        format!(
            "<dl><dt>{}{}</dt></dl>",
            mark(line),
            text.trim_end_matches('\'')
        )
    });
    lines.collect()
}

/// Lines of code, each with its mark; a blank one stays blank.
fn coded(first: u32, text: &str) -> String {
    let lines = (first..)
        .zip(text.split('\n'))
        .map(|(line, text)| match text.trim() {
            "" => String::new(),
            _ => mark(line) + text,
        });
    lines.collect::<Vec<_>>().join("\n")
}

/// HTML with a mark before each of its texts.
fn marked(mut line: u32, html: &str) -> String {
    let mut marked = String::with_capacity(html.len());
    for part in html.split_inclusive('>') {
        let (words, tag) = part.split_at(part.find('<').unwrap_or(part.len()));
        let is_tag = tag.is_empty() && part.ends_with('>');
        for words in words.split_inclusive('\n') {
            if !is_tag && !words.trim().is_empty() {
                marked.push_str(&mark(line));
            }
            marked.push_str(words);
            line += u32::from(words.ends_with('\n'));
        }
        marked.push_str(tag);
        line += tag.matches('\n').map(|_| 1).sum::<u32>();
    }
    marked
}
