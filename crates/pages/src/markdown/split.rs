//! Parts of a page that are not Markdown: tags on lines of their own, and `ReadMe`'s blocks.
//!
//! MDX knows no indented code, so what stands between tags is read without its indentation.

use std::borrow::Cow;

use super::tag::Tag;

/// A part of a page, with its first line.
pub(super) enum Piece<'t> {
    Markdown(u32, Cow<'t, str>),
    Tag(u32, Tag),
    /// `[block:parameters]`: its kind and its JSON.
    Magic(u32, &'t str, &'t str),
}

pub(super) fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    // Where the Markdown begins that is not yet a piece, and its line.
    let (mut start, mut first, mut at, mut line) = (0, 1, 0, 1);
    let mut fence = None;
    let last_block = text.rfind("[/block]").unwrap_or(0);
    while at < text.len() {
        let rest = &text[at..];
        let end = rest.find('\n').map_or(rest.len(), |at| at + 1);
        let shown = rest[..end].trim_start();
        let indent = end - shown.len();
        let marks = shown.len() - shown.trim_start_matches(['`', '~']).len();
        let special = match fence {
            Some(open) => {
                let closes =
                    marks > 0 && shown.starts_with(open) && shown[marks..].trim().is_empty();
                fence = fence.filter(|_| !closes);
                None
            }
            None if marks > 2 => {
                fence = Some(&shown[..marks]);
                None
            }
            None if shown.is_empty() || (shown.starts_with("[block:") && at > last_block) => None,
            None => special(line, &rest[indent..])
                .map(|(piece, length)| (piece, indent, length))
                .or_else(|| {
                    // The end of an element may stand behind its text.
                    let closing = shown.rfind("</")?;
                    let (tag, length) = Tag::parse(&shown[closing..])?;
                    let is_last = tag.is_component() && shown[closing + length..].trim().is_empty();
                    is_last.then_some((Piece::Tag(line, tag), indent + closing, length))
                }),
        };
        let Some((piece, before, length)) = special else {
            (at, line) = (at + end, line + 1);
            continue;
        };
        pieces.push(Piece::Markdown(
            first,
            Cow::Borrowed(&text[start..at + before]),
        ));
        line += u32::try_from(rest[..before + length].matches('\n').count()).unwrap_or(0);
        pieces.push(piece);
        at += before + length;
        (start, first) = (at, line);
    }
    let has_tags = !pieces.is_empty();
    pieces.push(Piece::Markdown(first, Cow::Borrowed(&text[start..])));
    for piece in pieces.iter_mut().filter(|_| has_tags) {
        if let Piece::Markdown(_, text) = piece {
            *text = Cow::Owned(flush_left(text));
        }
    }
    pieces
}

/// The tag or block that a text begins with.
fn special(line: u32, text: &str) -> Option<(Piece<'_>, usize)> {
    if let Some(rest) = text.strip_prefix("[block:") {
        let (kind, rest) = rest.split_once(']')?;
        let (json, behind) = rest.split_once("[/block]")?;
        return Some((Piece::Magic(line, kind, json), text.len() - behind.len()));
    }
    let (tag, length) = Tag::parse(text)?;
    (text.starts_with("{%") || tag.is_component()).then_some((Piece::Tag(line, tag), length))
}

/// Without the indentation that all lines have.
fn flush_left(text: &str) -> String {
    let indent = |line: &str| line.len() - line.trim_start_matches(' ').len();
    // The first line may go on behind a tag.
    let skip = usize::from(!text.starts_with(['\n', ' ']));
    let shown = text.lines().filter(|line| !line.trim().is_empty());
    let least = shown.skip(skip).map(indent).min().unwrap_or(0);
    let lines = text.split_inclusive('\n');
    lines.map(|line| &line[least.min(indent(line))..]).collect()
}
