//! A layout in a file: which block of a page opens what, and what its columns and words mean.
//!
//! The file format is described in `LAYOUTS.md` beside this crate. A layout works on [`Block`]s, so
//! one file reads the same page from HTML and from Markdown.

mod example;
mod field;
mod file;
mod operation;
mod page;
mod pattern;
mod property;
mod table;
mod text;
mod types;

use std::collections::BTreeMap;

use claims::PageClaims;
use regex_lite::Regex;

use crate::source::Source;
use crate::{Block, PageError};
use field::{Field, Opens, Word};
use pattern::Pattern;

/// A manner of API references, as a layout file describes it.
#[derive(Clone, Debug)]
pub struct Layout {
    /// What a block opens, in the order in which the patterns are tried.
    opens: Vec<(Opens, Pattern)>,
    /// What a column holds whose heading is like this.
    columns: Vec<(Field, Regex)>,
    words: BTreeMap<Word, Words>,
    /// JSON Schema type and format, by a type's name in lower case.
    types: BTreeMap<String, String>,
    /// Facts within a wording or a type.
    facts: Vec<Pattern>,
    /// What a parameter without a mark is.
    unmarked: Option<&'static str>,
    /// Whether a table of methods and paths opens operations, not only lists them.
    operation_tables: bool,
}

/// How a word is found.
#[derive(Clone, Debug)]
struct Words {
    /// As the whole of a text.
    whole: Regex,
    /// Anywhere in a type or behind a name.
    within: Regex,
    /// As a mark at either end of a wording: `Required. …`, `… (optional)`.
    marked: Regex,
}

/// The layouts that come with the crate, by name.
const SHIPPED: [(&str, &str); 6] = [
    (
        "confluence-tables",
        include_str!("../layouts/confluence-tables.toml"),
    ),
    ("gitbook", include_str!("../layouts/gitbook.toml")),
    ("mintlify", include_str!("../layouts/mintlify.toml")),
    ("readme", include_str!("../layouts/readme.toml")),
    ("redocly", include_str!("../layouts/redocly.toml")),
    ("slate", include_str!("../layouts/slate.toml")),
];

impl Layout {
    /// The names of the layouts that come with the crate.
    pub const NAMES: [&'static str; SHIPPED.len()] = {
        let mut names = [""; SHIPPED.len()];
        let mut index = 0;
        while index < names.len() {
            names[index] = SHIPPED[index].0;
            index += 1;
        }
        names
    };

    /// Returns the layout with one of [`Self::NAMES`].
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::parse(Self::source(name)?).ok()
    }

    /// Returns the file of the layout with one of [`Self::NAMES`], to start another one from.
    #[must_use]
    pub fn source(name: &str) -> Option<&'static str> {
        let shipped = SHIPPED.iter().find(|shipped| shipped.0 == name);
        shipped.map(|shipped| shipped.1)
    }

    /// Reads a layout file (TOML 1.1).
    ///
    /// # Errors
    ///
    /// Returns an error with the line for each key, word and pattern that is not one.
    pub fn parse(toml: &str) -> Result<Self, Vec<String>> {
        file::parse(toml)
    }

    /// Reads one page: `text` is what was captured, and `blocks` what it is made of.
    ///
    /// A line that the layout does not explain is covered by the rule [`Unread`](crate::Rule::Unread).
    ///
    /// # Errors
    ///
    /// Returns an error for each line that is no text, such as one with a control character.
    pub fn read(
        &self,
        page: &str,
        text: &str,
        blocks: &[Block],
    ) -> Result<PageClaims, Vec<PageError>> {
        let source = Source::decode(page, text.as_bytes())?;
        page::read(self, &source, blocks)
    }

    fn is(&self, word: Word, text: &str) -> bool {
        let words = self.words.get(&word);
        words.is_some_and(|words| words.whole.is_match(text))
    }
}
