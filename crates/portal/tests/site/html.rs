//! Reads HTML as the site has it: every attribute between double quotes, every tag closed.

use std::collections::BTreeMap;

/// A tag that opens an element.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Tag {
    pub(crate) name: String,
    pub(crate) attributes: BTreeMap<String, String>,
}

impl Tag {
    pub(crate) fn get(&self, attribute: &str) -> Option<&str> {
        self.attributes.get(attribute).map(String::as_str)
    }
}

/// Every tag that opens an element, in order.
pub(crate) fn tags(html: &str) -> Vec<Tag> {
    let mut tags = Vec::new();
    let mut rest = html;
    while let Some((_, after)) = rest.split_once('<') {
        rest = after;
        if !rest.starts_with(|first: char| first.is_ascii_alphabetic()) {
            continue;
        }
        let end = rest
            .find(|one: char| !one.is_ascii_alphanumeric())
            .expect("a tag ends");
        let name = rest[..end].to_owned();
        rest = &rest[end..];
        let mut attributes = BTreeMap::new();
        loop {
            rest = rest.trim_start();
            if let Some(after) = rest.strip_prefix('>') {
                rest = after;
                break;
            }
            let end = rest.find(['=', '>', ' ']).expect("an attribute ends");
            let attribute = rest[..end].to_owned();
            rest = &rest[end..];
            let value = match rest.strip_prefix("=\"") {
                Some(quoted) => {
                    let (value, after) = quoted.split_once('"').expect("a quote ends");
                    rest = after;
                    unescaped(value)
                }
                None => String::new(),
            };
            attributes.insert(attribute, value);
        }
        tags.push(Tag { name, attributes });
    }
    tags
}

/// The text of a piece of HTML, without its tags.
pub(crate) fn text(html: &str) -> String {
    let mut text = String::new();
    let mut rest = html;
    while let Some((before, after)) = rest.split_once('<') {
        text.push_str(before);
        rest = after.split_once('>').map_or("", |(_, after)| after);
    }
    unescaped(&(text + rest))
}

/// What stands between `from` and `to`, as often as it does.
pub(crate) fn between<'h>(html: &'h str, from: &str, to: &str) -> Vec<&'h str> {
    let parts = html.split(from).skip(1);
    parts
        .filter_map(|part| part.split_once(to))
        .map(|(inside, _)| inside)
        .collect()
}

fn unescaped(text: &str) -> String {
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&amp;", "&")
}

#[test]
fn tags_are_read_with_their_attributes() {
    let html = "<!DOCTYPE html><p class=\"a &amp; b\" hidden>1 &lt; 2<br></p>";
    let tags = tags(html);
    assert_eq!(tags.len(), 2, "{tags:?}");
    assert_eq!(tags[0].get("class"), Some("a & b"));
    assert_eq!(tags[0].get("hidden"), Some(""));
    assert_eq!(text(html), "1 < 2");
    assert_eq!(between("<i>a</i><i>b</i>", "<i>", "</i>"), ["a", "b"]);
}
