//! Readings as they would be if one was about more pages, or if there were more.

use serde::Deserialize;
use serde::de::IntoDeserializer;
use serde::de::value::{Error, StrDeserializer};

use super::{Pattern, Readings};

/// Returns the pattern for what both are about: `harbour-oslo` and `harbour-bergen` are `harbour-*`.
///
/// Two pages without a first word in common have none.
#[must_use]
pub fn wider(pattern: &str, page: &str) -> Option<String> {
    let alike = pattern.bytes().zip(page.bytes());
    let alike = alike.take_while(|(one, other)| one == other).count();
    let word = pattern.get(..alike)?.rfind('-')?;
    Some(format!("{}*", &pattern[..=word]))
}

impl Readings {
    /// The same readings, one of them about the pages of another pattern.
    #[must_use]
    pub fn widened(&self, id: &str, page: &str) -> Self {
        let mut readings = self.clone();
        let text: StrDeserializer<Error> = page.into_deserializer();
        let reading = readings.all.iter_mut().find(|it| it.id() == id);
        if let (Some(reading), Ok(page)) = (reading, Pattern::deserialize(text)) {
            reading.page = page;
        }
        readings
    }

    /// The same readings, and those of another file after them.
    #[must_use]
    pub fn with(mut self, more: Self) -> Self {
        self.all.extend(more.all);
        self
    }
}
