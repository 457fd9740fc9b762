//! What the attributes of a tag say to a capture.

use std::collections::BTreeMap;

use super::element::{Class, Tag};

/// The attributes of one tag; of two with one name, the first.
#[derive(Debug, Default)]
pub(super) struct Attributes {
    values: BTreeMap<String, String>,
    /// The one whose value is due.
    due: Option<String>,
}

impl Attributes {
    /// An attribute of this name begins.
    pub(super) fn begin(&mut self, name: &[u8]) {
        let name = String::from_utf8_lossy(name).into_owned();
        self.due = (!self.has(&name)).then(|| name.clone());
        self.values.entry(name).or_default();
    }

    /// The value of the attribute that began last.
    pub(super) fn value(&mut self, value: &[u8]) {
        if let Some(name) = self.due.take() {
            let value = String::from_utf8_lossy(value).trim().to_owned();
            self.values.insert(name, value);
        }
    }

    /// The value of an attribute; empty if there is none.
    pub(super) fn get(&self, name: &str) -> &str {
        self.values.get(name).map_or("", String::as_str)
    }

    fn has(&self, name: &str) -> bool {
        self.values.contains_key(name)
    }

    /// Whether an attribute has one of these values, in any case.
    pub(super) fn is(&self, name: &str, values: &[&str]) -> bool {
        let value = self.get(name);
        values.iter().any(|one| value.eq_ignore_ascii_case(one))
    }

    /// How many columns or rows a cell spans.
    pub(super) fn span(&self, name: &str) -> usize {
        self.get(name).parse().unwrap_or(1)
    }

    /// Whether the element is not shown. A browser shows what is hidden until it is found, and a
    /// hidden panel after a click on its tab.
    pub(super) fn hides(&self, tag: Tag, code: bool) -> bool {
        let style: String = self.get("style").split_ascii_whitespace().collect();
        let style = style.to_ascii_lowercase();
        let hidden = self.has("hidden") && !self.is("hidden", &["until-found"])
            || style.contains("display:none")
            || style.contains("visibility:hidden");
        let unseen = tag.class() == Class::Unseen;
        hidden && !self.is("role", &["tabpanel"])
            || self.is("aria-hidden", &["true"])
            || self.is("role", &["dialog", "alertdialog"])
            || tag == Tag::Dialog && !self.has("open")
            || unseen && !(tag == Tag::Template && self.has("shadowrootmode"))
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
