//! A layout in a file: which block of a page opens what, and what its columns and words mean.
//!
//! `LAYOUTS.md` describes the file. A layout works on [`Block`](crate::Block)s, so one file reads the same page from
//! HTML and from Markdown.

mod blocks;
mod field;
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

use std::sync::LazyLock;

use types::Type;

pub use file::Layout;

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

/// The type that a text names in the words that most pages use; nothing if it names none.
pub(crate) fn common_type(text: &str) -> Option<Type> {
    static COMMON: LazyLock<Option<Layout>> = LazyLock::new(|| Layout::named(Layout::NAMES[0]));
    let ty = COMMON.as_ref()?.types.of(text)?;
    let is_whole = ty.schema.is_none() && text.contains('(') == text.ends_with(')');
    is_whole.then_some(ty)
}

impl Layout {
    /// Returns the layout with one of [`Self::NAMES`].
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::parse(Self::source(name)?).ok()
    }
}
