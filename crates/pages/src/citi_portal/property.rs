//! What is said of a property: its type, format and values, and what it means.

use claims::Aspect;

use super::Portal;
use crate::reader::TYPES;
use crate::source::Line;

impl Portal<'_> {
    /// Reads `type : string`, `format : date`, `enum : a, b`, `properties : Array`, or a wording.
    pub(super) fn attribute(&mut self, path: &str, line: Line) {
        let text = line.bullet().unwrap_or_default();
        let number = line.number;
        let Some((keyword, value)) = keyword(text) else {
            self.describe(number, path, text);
            return;
        };
        match keyword {
            "type" if TYPES.contains(&value) => self.state(number, path, Aspect::Type, value),
            "type" => self.unexpected("a type of JSON Schema", line),
            "properties" if value == "Array" => self.state(number, path, Aspect::Type, "array"),
            "properties" => self.unexpected("`properties : Array`", line),
            "format" if is_name(value) => self.state(number, path, Aspect::Format, value),
            "format" => self.unexpected("the name of a format", line),
            "enum" if value.split(',').all(|value| !value.trim().is_empty()) => {
                let mut values = value.split(',').peekable();
                while let Some(value) = values.next() {
                    let last = values.peek().is_none();
                    self.value(number, path, Aspect::Enum, value.trim(), last);
                }
            }
            "enum" => self.unexpected("values with a comma between them", line),
            _ => self.unexpected("`type`, `format`, `enum`, `properties` or a wording", line),
        }
    }
}

/// What a bullet within a property says of it.
pub(super) fn kind(line: &Line) -> Aspect {
    match line.bullet().and_then(keyword) {
        None => Aspect::Description,
        Some(("type" | "properties", _)) => Aspect::Type,
        Some(("format", _)) => Aspect::Format,
        Some(("enum", _)) => Aspect::Enum,
        Some(_) => Aspect::Keyword,
    }
}

/// Keyword and value of `type : string`, and of anything that looks like it.
fn keyword(text: &str) -> Option<(&str, &str)> {
    let (keyword, value) = text.split_once(':')?;
    let word = keyword.trim_end();
    let known = ["type", "format", "enum", "properties"].contains(&word);
    // `Note: …` is a wording, `default : …` is not.
    (known || (word != keyword && is_name(word))).then_some((word, value.trim_start()))
}

/// A wire name: one word, no white space.
pub(super) fn is_name(text: &str) -> bool {
    let name = |character: char| character.is_ascii_alphanumeric() || "_-".contains(character);
    !text.is_empty() && text.chars().all(name)
}
