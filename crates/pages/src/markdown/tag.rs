//! One tag of HTML, MDX or `GitBook`: `<ParamField query="limit" required>`, `{% tab title="200" %}`.

use std::fmt;

use super::{ATTRIBUTE, ELEMENTS, TAG};

/// A tag and its attributes.
#[derive(Debug, Default)]
pub(super) struct Tag {
    name: String,
    is_end: bool,
    /// Each as `name=value`; `/` if the tag ends itself.
    attributes: Vec<String>,
}

impl Tag {
    /// The most characters of a tag: what is not closed is not looked through to the end of the page.
    const LONGEST: usize = 2_000;

    /// The tag that a text begins with, and its length.
    pub(super) fn parse(text: &str) -> Option<(Self, usize)> {
        if !text.starts_with(['<', '{']) {
            return None;
        }
        let end = text.char_indices().nth(Self::LONGEST);
        let text = end.map_or(text, |(end, _)| &text[..end]);
        let close = if text.starts_with('<') { ">" } else { "%}" };
        let inner = text
            .strip_prefix('<')
            .or_else(|| text.strip_prefix("{%"))?
            .trim_start();
        let (mut tag, mut rest) = (Self::default(), inner.strip_prefix('/').unwrap_or(inner));
        let name =
            word(rest).filter(|name| name.starts_with(|it: char| it.is_ascii_alphabetic()))?;
        rest = &rest[name.len()..];
        let template = name.strip_prefix("end").filter(|_| close == "%}");
        tag.is_end = inner.starts_with('/') || template.is_some();
        template.unwrap_or(name).clone_into(&mut tag.name);
        loop {
            rest = rest.trim_start();
            if let Some(behind) = rest.strip_prefix(close) {
                return Some((tag, text.len() - behind.len()));
            }
            let Some(name) = word(rest) else {
                // The slash of `/>`, or what code computes.
                let first = rest.chars().next()?;
                tag.attributes
                    .extend((first == '/').then(|| "/".to_owned()));
                rest = &rest[first.len_utf8()..];
                continue;
            };
            rest = &rest[name.len()..];
            let (value, length) = match rest.strip_prefix('=') {
                Some(behind) => value(behind).map(|(value, length)| (value, length + 1))?,
                None => ("true", 0),
            };
            rest = &rest[length..];
            tag.attributes.push(format!("{name}={}", unescaped(value)));
        }
    }

    /// Whether a site gives it a meaning of its own: HTML has no names with capital letters.
    pub(super) fn is_component(&self) -> bool {
        let name = self.name.to_ascii_lowercase();
        name != self.name && !ELEMENTS.split(' ').any(|known| known == name)
    }
}

impl fmt::Display for Tag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let end = if self.is_end { "/" } else { "" };
        write!(f, "{TAG}{end}{}", self.name)?;
        for attribute in &self.attributes {
            let attribute = attribute.replace('&', "&amp;").replace('<', "&lt;");
            write!(f, " {ATTRIBUTE}{attribute}")?;
        }
        Ok(())
    }
}

/// The tag as a word, if it is no element of HTML: `List<String>`, `/boats/<boatId>`.
pub(super) fn as_word(html: &str) -> Option<&str> {
    let name = html.strip_prefix('<')?.strip_suffix('>')?;
    let is_word = name
        .chars()
        .all(|letter| letter.is_ascii_alphanumeric() || "-_".contains(letter));
    let known = name.to_ascii_lowercase();
    (is_word && !ELEMENTS.split(' ').any(|it| it == known)).then_some(html)
}

/// The name that a text begins with.
fn word(text: &str) -> Option<&str> {
    let is_name = |letter: char| letter.is_ascii_alphanumeric() || "-_:.@".contains(letter);
    text.split(|letter| !is_name(letter))
        .next()
        .filter(|name| !name.is_empty())
}

/// A value without the backslashes of Markdown, `boat\_id` (`CommonMark`, section 2.4).
fn unescaped(value: &str) -> String {
    let mut letters = value.chars().peekable();
    let mut plain = String::with_capacity(value.len());
    while let Some(letter) = letters.next() {
        let is_escape = letter == '\\' && letters.peek().is_some_and(char::is_ascii_punctuation);
        plain.extend(if is_escape {
            letters.next()
        } else {
            Some(letter)
        });
    }
    plain
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
            return Some((text[1..end].trim().trim_matches(['"', '\'', '`']), end + 1));
        }
        _ => text.find(|letter: char| letter.is_whitespace() || letter == '>')?,
    };
    Some((&text[..end], end))
}
