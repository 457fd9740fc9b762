//! What a saved page says of itself: its title, its address, and the day on which it was saved.

use super::attributes::Attributes;
use super::element::Tag;

/// Most of a comment that is looked at, and the longest address.
const MOST: usize = 2_000;

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
        match tag {
            Tag::Link if attributes.names("rel", &["canonical"]) => {
                self.address(0, attributes.get("href"));
            }
            Tag::Meta if attributes.names("property", &["og:url"]) => {
                self.address(1, attributes.get("content"));
            }
            Tag::Base => self.address(3, attributes.get("href")),
            _ => {}
        }
    }

    /// A comment: browsers write `saved from url=(0042)https://…`, `SingleFile` `url: …` and
    /// `saved date: …`, `HTTrack` `Mirrored from …`, the Wayback Machine `FILE ARCHIVED ON …`.
    pub(super) fn comment(&mut self, comment: &str) {
        let end = comment
            .char_indices()
            .nth(MOST)
            .map_or(comment.len(), |(end, _)| end);
        let comment = &comment[..end];
        let after = |mark: &str| comment.split_once(mark).map(|(_, rest)| rest);
        if let Some(rest) = after("saved from url=(").and_then(|rest| rest.split_once(')')) {
            self.address(2, rest.1);
        }
        let single = comment.contains("SingleFile");
        if let Some(rest) = after("url:").filter(|_| single) {
            self.address(2, rest);
        }
        let saved = after("saved date:").filter(|_| single);
        let saved = saved.or_else(|| after("Mirrored from"));
        if let Some(rest) = saved.or_else(|| after("FILE ARCHIVED ON")) {
            self.day = self.day.take().or_else(|| day(rest));
        }
    }

    pub(super) fn into_address(self) -> Option<String> {
        self.addresses.into_iter().flatten().next()
    }

    fn address(&mut self, by: usize, address: &str) {
        let address = address.split_whitespace().next().unwrap_or_default();
        let absolute = ["https://", "http://"]
            .iter()
            .any(|scheme| address.starts_with(scheme));
        if absolute && address.len() <= MOST && self.addresses[by].is_none() {
            self.addresses[by] = Some(address.to_owned());
        }
    }
}

/// The first day in a text: `Jan 02 2024`, `Jan 02, 2024`, `02 Jan 2024` or `2024-01-02`.
fn day(text: &str) -> Option<String> {
    let parts = text.split(|character: char| !character.is_ascii_alphanumeric());
    let parts: Vec<_> = parts.filter(|part| !part.is_empty()).collect();
    parts.windows(3).find_map(|three| {
        let named = |name| Some(MONTHS.iter().position(|month| *month == name)? + 1);
        let (year, month, day) = match (named(three[0]), named(three[1])) {
            (Some(month), _) => (three[2], month, three[1]),
            (_, Some(month)) => (three[2], month, three[0]),
            // Of `2024-01-02T03:04`, the hour is no part of the day.
            _ => (
                three[0],
                three[1].parse().ok()?,
                three[2].split('T').next()?,
            ),
        };
        let day: usize = day.parse().ok()?;
        let whole = year.len() == 4 && year.parse::<usize>().is_ok();
        let valid = whole && (1..=12).contains(&month) && (1..=31).contains(&day);
        valid.then(|| format!("{year}-{month:02}-{day:02}"))
    })
}
