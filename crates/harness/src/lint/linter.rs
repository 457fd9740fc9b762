//! The public linters, and what a linter finds.

/// A public tool with one of its rulesets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Linter {
    /// Its name for people.
    pub name: &'static str,
    /// The program.
    pub tool: Tool,
    /// The ruleset, at the root of the repository.
    pub ruleset: &'static str,
    /// The file of exceptions by place, if that is another file.
    pub ignore: Option<&'static str>,
}

/// A program that lints.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tool {
    /// `@redocly/cli`.
    Redocly,
    /// `@stoplight/spectral-cli`.
    Spectral,
}

/// The linters, in the order in which they run.
pub const LINTERS: [Linter; 3] = [
    Linter {
        name: "Redocly recommended",
        tool: Tool::Redocly,
        ruleset: "redocly.yaml",
        ignore: Some(".redocly.lint-ignore.yaml"),
    },
    Linter {
        name: "Spectral spectral:oas",
        tool: Tool::Spectral,
        ruleset: ".spectral.yaml",
        ignore: None,
    },
    Linter {
        name: "Spectral OWASP",
        tool: Tool::Spectral,
        ruleset: ".spectral-owasp.yaml",
        ignore: None,
    },
];

impl Linter {
    /// Returns the file in which a place is excepted.
    #[must_use]
    pub fn exceptions(&self) -> &'static str {
        self.ignore.unwrap_or(self.ruleset)
    }
}

/// A problem that a linter finds.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// The file, below the root of the repository.
    pub file: String,
    /// The JSON pointer (RFC 6901) into a document, or the line in another file.
    pub at: String,
    /// The rule that is broken.
    pub rule: String,
    /// What is wrong.
    pub message: String,
}
