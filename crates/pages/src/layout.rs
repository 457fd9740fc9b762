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

impl Layout {
    /// Returns the layout with one of [`Self::NAMES`].
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::parse(Self::source(name)?).ok()
    }
}
