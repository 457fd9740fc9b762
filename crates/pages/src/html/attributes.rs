//! What the attributes of a tag say to a capture.

use super::element::{Class, Tag};

/// The attributes that say something to a capture.
const KEPT: [&str; 14] = [
    "alt",
    "aria-hidden",
    "class",
    "colspan",
    "content",
    "hidden",
    "href",
    "open",
    "property",
    "rel",
    "role",
    "rowspan",
    "shadowrootmode",
    "style",
];

/// Names of classes that highlighters give to line numbers.
const GUTTERS: [&str; 7] = [
    "blob-num",
    "gutter",
    "line-number",
    "lineNumber",
    "lineno",
    "linenos",
    "rouge-gutter",
];

/// The attributes of one tag; of two with one name, the first.
#[derive(Debug, Default)]
pub(super) struct Attributes {
    kept: Vec<(&'static str, String)>,
    /// The value of the last one is due.
    due: bool,
}

impl Attributes {
    /// An attribute of this name begins.
    pub(super) fn begin(&mut self, name: &[u8]) {
        let kept = KEPT
            .into_iter()
            .find(|kept| kept.as_bytes() == name && !self.has(kept));
        self.due = kept.is_some();
        self.kept.extend(kept.map(|name| (name, String::new())));
    }

    /// The value of the attribute that began last.
    pub(super) fn value(&mut self, value: &[u8]) {
        if let Some(last) = self.kept.last_mut().filter(|_| self.due) {
            String::from_utf8_lossy(value)
                .trim()
                .clone_into(&mut last.1);
        }
    }

    /// The value of an attribute; empty if there is none.
    pub(super) fn get(&self, name: &str) -> &str {
        let kept = self.kept.iter().find(|kept| kept.0 == name);
        kept.map_or("", |kept| &kept.1)
    }

    fn has(&self, name: &str) -> bool {
        self.kept.iter().any(|kept| kept.0 == name)
    }

    /// Whether an attribute has one of these values, in any case.
    pub(super) fn is(&self, name: &str, values: &[&str]) -> bool {
        let value = self.get(name);
        values.iter().any(|one| value.eq_ignore_ascii_case(one))
    }

    /// Whether one of the words of an attribute is one of these.
    pub(super) fn names(&self, name: &str, words: &[&str]) -> bool {
        self.get(name)
            .split_ascii_whitespace()
            .any(|word| words.contains(&word))
    }

    /// How many columns or rows a cell spans.
    pub(super) fn span(&self, name: &str) -> usize {
        self.get(name).parse().unwrap_or(1)
    }

    /// Whether only somebody who listens to the page is not told of the element.
    pub(super) fn is_behind(&self) -> bool {
        self.is("aria-hidden", &["true"])
    }

    /// Whether the element is not shown. A browser shows what is hidden until it is found, and a
    /// hidden panel after a click on its tab.
    pub(super) fn hides(&self, tag: Tag, code: bool) -> bool {
        let class = tag.class();
        let style: String = self.get("style").split_ascii_whitespace().collect();
        let style = style.to_ascii_lowercase();
        let hidden = self.has("hidden") && !self.is("hidden", &["until-found"])
            || style.contains("display:none")
            || style.contains("visibility:hidden");
        hidden && !self.is("role", &["tabpanel"])
            || self.is("role", &["dialog", "alertdialog"])
            || tag == Tag::Dialog && !self.has("open")
            || class == Class::Unseen && !(tag == Tag::Template && self.has("shadowrootmode"))
            || self.is_behind() && (code || class != Class::Block)
            || (code || tag == Tag::Td) && self.names("class", &GUTTERS)
            || code && tag == Tag::Button
    }

    /// Whether the element helps to find pages; a `header` in a section does not.
    pub(super) fn navigates(&self, tag: Tag, in_section: bool) -> bool {
        match tag {
            Tag::Nav | Tag::Search => true,
            Tag::Header | Tag::Footer => !in_section,
            _ => self.is("role", &["navigation", "banner", "contentinfo", "search"]),
        }
    }
}
