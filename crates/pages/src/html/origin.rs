//! What a saved page says of itself: its title, its address, and the day on which it was saved.

use super::attributes::Attributes;
use super::element::Tag;

const MONTHS: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];

/// What was found so far.
#[derive(Debug, Default)]
pub(super) struct Origin {
    pub(super) title: Option<String>,
    pub(super) day: Option<String>,
    /// The addresses by `rel=canonical`, by `og:url`, by the program that saved the page, by `base`.
    addresses: [Option<String>; 4],
}

impl Origin {
    pub(super) fn title(&mut self, text: &str) {
        let title = super::text::words(text);
        if self.title.is_none() && !title.is_empty() {
            self.title = Some(title);
        }
    }

    pub(super) fn element(&mut self, tag: Tag, attributes: &Attributes) {
        let mut words = attributes.get("rel").split_ascii_whitespace();
        match tag {
            Tag::Link if words.any(|word| word == "canonical") => {
                self.address(0, attributes.get("href"));
            }
            Tag::Meta if attributes.get("property") == "og:url" => {
                self.address(1, attributes.get("content"));
            }
            Tag::Base => self.address(3, attributes.get("href")),
            _ => {}
        }
    }

    /// A comment: browsers write `saved from url=(0042)https://…`, `SingleFile` writes `url: …` and
    /// `saved date: Tue Jan 02 2024 …`.
    pub(super) fn comment(&mut self, comment: &str) {
        let after = |mark: &str| comment.split_once(mark).map(|(_, rest)| rest);
        if let Some((_, url)) = after("saved from url=(").and_then(|rest| rest.split_once(')')) {
            self.address(2, url);
        }
        if comment.contains("SingleFile") {
            self.address(2, after("url:").unwrap_or_default());
            self.day = self.day.take().or_else(|| day(after("saved date:")?));
        }
    }

    pub(super) fn into_address(self) -> Option<String> {
        self.addresses.into_iter().flatten().next()
    }

    fn address(&mut self, by: usize, address: &str) {
        let address = address.split_whitespace().next().unwrap_or_default();
        let absolute = address.starts_with("https://") || address.starts_with("http://");
        if absolute && self.addresses[by].is_none() {
            self.addresses[by] = Some(address.to_owned());
        }
    }
}

/// `2024-01-02` of `Tue Jan 02 2024`.
fn day(text: &str) -> Option<String> {
    let mut words = text.split_whitespace().skip(1);
    let name = words.next()?;
    let month = MONTHS.iter().position(|month| *month == name)? + 1;
    let day: u8 = words.next()?.parse().ok()?;
    let year: u16 = words.next()?.parse().ok()?;
    let is_day = (1..=31).contains(&day);
    is_day.then(|| format!("{year:04}-{month:02}-{day:02}"))
}
