//! Why a line states nothing.

use std::fmt;

/// A named reason why a line of a page states nothing about the API.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rule {
    /// There is nothing on the line.
    Blank,
    /// The portal's own navigation and invitations.
    Navigation,
    /// The heading of a part; what it heads is read.
    Heading,
    /// The heading of a table's columns.
    TableHeading,
    /// The name of a programming language over an example.
    LanguageTab,
    /// The heading of an example that the page leaves empty.
    EmptyExample,
    /// Braces and keywords that hold a schema together.
    SchemaStructure,
    /// Brackets and names that hold an example together.
    ExampleStructure,
    /// A sample in a programming language: how the call is made, not what it is.
    CodeSample,
    /// What a comparison of versions says of itself, and where it leaves out what did not change.
    VersionComparison,
    /// An example that the capture cuts: what it shows cannot be told from half of it.
    CutExample,
    /// A schema that the capture cuts: what it states cannot be told from half of it.
    CutSchema,
}

impl Rule {
    /// The rule's name in claims files and reports.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Blank => "blank",
            Self::Navigation => "navigation",
            Self::Heading => "heading",
            Self::TableHeading => "table heading",
            Self::LanguageTab => "language tab",
            Self::EmptyExample => "empty example",
            Self::SchemaStructure => "schema structure",
            Self::ExampleStructure => "example structure",
            Self::CodeSample => "code sample",
            Self::VersionComparison => "version comparison",
            Self::CutExample => "cut example",
            Self::CutSchema => "cut schema",
        }
    }
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}
