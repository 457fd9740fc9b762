//! One tag of HTML, MDX or `GitBook`: `<ParamField query="limit" required>`, `{% tab title="200" %}`.

use crate::{Block, Kind};

/// A tag and its attributes.
#[derive(Debug)]
pub(super) struct Tag {
    pub(super) name: String,
    pub(super) is_end: bool,
    /// Ends itself: `<Snippet file="x" />`.
    is_empty: bool,
    attributes: Vec<(String, String)>,
}

impl Tag {
    /// The most characters of a tag: what is not closed is not looked through to the end of the page.
    const LONGEST: usize = 2_000;

    /// The tag that a text begins with, and its length.
    pub(super) fn parse(text: &str) -> Option<(Self, usize)> {
        let end = text.char_indices().nth(Self::LONGEST);
        let text = end.map_or(text, |(end, _)| &text[..end]);
        let (open, close) = if text.starts_with('<') {
            ("<", ">")
        } else {
            ("{%", "%}")
        };
        let mut rest = text.strip_prefix(open)?.trim_start();
        let is_slashed = rest.starts_with('/');
        rest = rest.strip_prefix('/').unwrap_or(rest);
        let name = rest.split(|letter: char| !is_name(letter)).next()?;
        if !name.starts_with(|letter: char| letter.is_ascii_alphabetic()) {
            return None;
        }
        rest = &rest[name.len()..];
        let is_template = open == "{%";
        let word = name.strip_prefix("end").filter(|_| is_template);
        let mut tag = Self {
            name: word.unwrap_or(name).to_owned(),
            is_end: is_slashed || word.is_some(),
            is_empty: false,
            attributes: Vec::new(),
        };
        loop {
            rest = rest.trim_start();
            if let Some(behind) = rest.strip_prefix(close) {
                return Some((tag, text.len() - behind.len()));
            }
            let attribute = rest.split(|letter: char| !is_name(letter)).next()?;
            if attribute.is_empty() {
                // What is no attribute: the slash of `/>`, or a value that code computes.
                let first = rest.chars().next()?;
                tag.is_empty |= first == '/';
                rest = &rest[first.len_utf8()..];
                continue;
            }
            rest = &rest[attribute.len()..];
            let value = match rest.strip_prefix('=') {
                Some(behind) => {
                    let (value, length) = value(behind)?;
                    rest = &behind[length..];
                    decoded(value)
                }
                None => "true".to_owned(),
            };
            tag.attributes.push((attribute.to_owned(), value));
        }
    }

    /// Whether a site gives it a meaning of its own: HTML has no names with capital letters.
    pub(super) fn is_component(&self) -> bool {
        let html = ["Table", "Details", "Summary", "Br", "Hr", "DOCTYPE"];
        self.name
            .starts_with(|letter: char| letter.is_ascii_uppercase())
            && !html.contains(&&*self.name)
    }

    /// Whether it is nothing but a name.
    pub(super) fn is_bare(&self) -> bool {
        self.attributes.is_empty() && !self.is_empty
    }

    pub(super) fn block(self, line: u32) -> Block {
        let end = if self.is_end { "/" } else { "" };
        let mut text = format!("{end}{}", self.name);
        let attributes = self.attributes.into_iter();
        let mut cells: Vec<_> = attributes
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        for cell in &cells {
            text = format!("{text} {cell}");
        }
        if self.is_empty {
            cells.push("/".to_owned());
        }
        Block {
            line,
            kind: Kind::Tag,
            text,
            cells,
        }
    }
}

/// The value that a text begins with, and its length with its marks.
fn value(text: &str) -> Option<(&str, usize)> {
    let end = match text.chars().next()? {
        mark @ ('"' | '\'') => return text[1..].split_once(mark).map(|(it, _)| (it, it.len() + 2)),
        '{' => {
            let mut depth = 0;
            let end = text.find(|letter| {
                depth += i32::from(letter == '{') - i32::from(letter == '}');
                depth == 0
            })?;
            let inner = text[1..end].trim();
            return Some((inner.trim_matches(['"', '\'', '`']), end + 1));
        }
        _ => text.find(|letter: char| letter.is_whitespace() || letter == '>')?,
    };
    Some((&text[..end], end))
}

fn is_name(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || "-_:.@".contains(letter)
}

/// The character references of HTML that documentation pages use.
pub(super) fn decoded(text: &str) -> String {
    if !text.contains('&') {
        return text.to_owned();
    }
    let known = [
        ("&nbsp;", "\u{a0}"),
        ("&#160;", "\u{a0}"),
        ("&raquo;", "»"),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&#124;", "|"),
        ("&amp;", "&"),
    ];
    known
        .iter()
        .fold(text.to_owned(), |text, (name, it)| text.replace(name, it))
}
