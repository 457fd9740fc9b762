//! What the attributes of a tag say to a capture.

use std::collections::BTreeMap;

use html5gum::{HtmlString, Spanned};

use super::element::{Class, Tag};

/// The attributes of one tag.
#[derive(Debug)]
pub(super) struct Attributes(pub(super) BTreeMap<HtmlString, Spanned<HtmlString, ()>>);

impl Attributes {
    /// The value of an attribute; empty if there is none.
    pub(super) fn get(&self, name: &str) -> &str {
        let value = self.0.get(name.as_bytes());
        let value = value.and_then(|value| std::str::from_utf8(value).ok());
        value.unwrap_or_default().trim()
    }

    fn has(&self, name: &str) -> bool {
        self.0.contains_key(name.as_bytes())
    }

    /// Whether an attribute has one of these values, in any case.
    pub(super) fn is(&self, name: &str, values: &[&str]) -> bool {
        let value = self.get(name);
        values.iter().any(|one| value.eq_ignore_ascii_case(one))
    }

    /// Whether the element is not shown. A browser shows what is hidden until it is found, and a
    /// hidden panel after a click on its tab. A button beside other text, in code or in a table does
    /// something, such as copy; one on a line of its own may be the heading of what it unfolds.
    pub(super) fn hides(&self, tag: Tag, beside: bool) -> bool {
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
            || beside && tag == Tag::Button
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
