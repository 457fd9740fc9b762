//! Why a line states nothing.

/// A named reason why a line of a page states nothing about the API.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rule {
    /// There is nothing on the line.
    Blank,
    /// The portal's own navigation and invitations.
    Navigation,
    /// The heading of a part whose lines are read.
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
    /// A sample in a programming language. It shows how to make the call, and states no fact.
    CodeSample,
    /// The lines of a version comparison about itself, and the marks for the parts it leaves out.
    VersionComparison,
    /// A line whose meaning the lines behind it tell, which the end of the capture cuts off.
    Cut,
    /// An example that the end of the capture cuts off, so that it cannot be read.
    CutExample,
    /// A schema that the end of the capture cuts off, so that it cannot be read.
    CutSchema,
    /// Marks that hold a page in Markdown together: fences, rules, tags.
    Markup,
    /// The rest of a text that begins on a line above.
    Continued,
    /// The layout file does not say what the line is.
    Unread,
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
            Self::Cut => "cut",
            Self::CutExample => "cut example",
            Self::CutSchema => "cut schema",
            Self::Markup => "markup",
            Self::Continued => "continued",
            Self::Unread => "unread",
        }
    }
}
