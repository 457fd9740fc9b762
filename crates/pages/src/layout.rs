//! A layout in a file: which block of a page opens what, and what its columns and words mean.
//!
//! `LAYOUTS.md` describes the file. A layout works on [`Block`]s, so one file reads the same page from
//! HTML and from Markdown.

mod code;
mod file;
mod operation;
mod page;
mod pattern;
mod property;
mod state;
mod statement;
mod table;
mod text;
mod types;

use std::collections::BTreeMap;

use claims::PageClaims;
use regex::Regex;

use crate::markdown::CODE;
use crate::source::Source;
use crate::{Block, PageError};
use pattern::Pattern;

/// A name in a layout file.
type Name = &'static str;

/// What a block opens, in the order in which the patterns are tried.
const OPENS: Name = "ignore example server says operation title description required optional \
    query header path cookie body parameters 200 201 status errors part property value schema";

/// What a column holds, or a placeholder of a pattern; [`VALUES`] besides.
const FIELDS: Name = "nothing method path title status url media name type required optional \
    deprecated description in query header cookie body error-type error message";

/// The fields that are facts: aspects of claims, or keywords of JSON Schema.
const VALUES: Name = "default example enum codes format pattern length min-length max-length \
    min-items max-items minimum maximum exclusive-minimum exclusive-maximum";

/// The fields that name a parameter of this place.
const PLACES: Name = "query header path cookie body";

/// What words of a page mean.
const WORDS: Name =
    "yes no required optional deprecated read-only write-only nullable positive none itself";

/// The words that mark an element wherever they stand; `optional` first: `not required`.
const MARKS: Name = "optional required deprecated read-only write-only nullable positive";

/// The type that may be any.
const ANY: Name = "any";

/// A name of a list.
fn known(list: Name, name: &str) -> Option<Name> {
    list.split(' ').find(|known| *known == name)
}

/// A manner of API references, as a layout file describes it.
#[derive(Clone, Debug, Default)]
pub struct Layout {
    opens: Vec<(Name, Pattern)>,
    /// What a column holds whose heading is like this.
    columns: Vec<(Name, Regex)>,
    words: BTreeMap<Name, Words>,
    /// Any of the words that mark an element, anywhere.
    marks: Option<Regex>,
    /// JSON Schema type and format, by a type's name in lower case.
    types: BTreeMap<String, String>,
    /// Facts within a wording or a type.
    facts: Vec<Pattern>,
    /// Whether a parameter without a mark is required: `true`, `false`, or not known.
    unmarked: Option<Name>,
    /// What the parameters are that stand in an operation before any other place.
    unplaced: Option<Name>,
    /// Whether a table of methods and paths opens operations, not only lists them.
    operation_tables: bool,
}

/// How words are found: as a whole text, within a type, and as a mark at either end of a wording.
type Words = [Regex; 3];

/// What a block says, field by field; a field may be there more than once.
#[derive(Clone, Debug, Default)]
struct Fields(Vec<(Name, String)>);

impl Fields {
    fn get(&self, field: Name) -> Option<&str> {
        self.all(field).next()
    }

    fn all(&self, field: Name) -> impl Iterator<Item = &str> {
        let fields = self.0.iter().filter(move |found| found.0 == field);
        fields
            .map(|found| &*found.1)
            .filter(|text| !text.is_empty())
    }
}

macro_rules! shipped {
    ($($name:literal)+) => {
        impl Layout {
            /// The names of the layouts that come with the crate.
            pub const NAMES: &[&str] = &[$($name),+];

            /// Returns the file of the layout with one of [`Self::NAMES`], to start another one from.
            #[must_use]
            pub fn source(name: &str) -> Option<&'static str> {
                match name {
                    $($name => Some(include_str!(concat!("../layouts/", $name, ".toml"))),)+
                    _ => None,
                }
            }
        }
    };
}

shipped!("confluence-tables" "gitbook" "mintlify" "readme" "redocly" "slate");

impl Layout {
    /// Returns the layout with one of [`Self::NAMES`].
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::parse(Self::source(name)?).ok()
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
        page::read(self, &Source::decode(page, text.as_bytes())?, blocks)
    }

    /// What a column with this heading holds.
    fn column(&self, heading: &str) -> Option<Name> {
        let mut columns = self.columns.iter();
        Some(columns.find(|(_, pattern)| pattern.is_match(heading))?.0)
    }

    fn is(&self, word: Name, text: &str) -> bool {
        let words = self.words.get(word);
        words.is_some_and(|words| words[0].is_match(text))
    }
}
