//! Linters, run on the documents in `spec/`: rules of ours, and public tools with pinned versions.
//!
//! The rulesets stand at the root of the repository, where the tools look for them, so that
//! anybody can run the tools alone. Each exception stands there too, with its reason. Every tool
//! runs twice: with its ruleset, and with one that excepts nothing, which shows whether each
//! exception still fires.

mod exceptions;
mod own;
mod report;
mod run;

use std::fs;
use std::path::Path;

use serde_json::Value;

use cli::Trouble;
pub use exceptions::{Exception, bare, ignored, stale, switched_off, without_reason};
pub use own::own;
pub use report::{redocly, spectral};
pub use run::{Linted, run, stage};

/// Where a ruleset or an exception is written, and what runs it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Linter {
    /// Its name for people.
    pub name: &'static str,
    /// Which program it is.
    pub tool: Tool,
    /// The ruleset, at the root of the repository.
    pub ruleset: &'static str,
    /// The file of exceptions by place, where that is another one.
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
    /// The file in which a place is excepted.
    #[must_use]
    pub fn exceptions(&self) -> &'static str {
        self.ignore.unwrap_or(self.ruleset)
    }
}

/// What a linter finds.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// The file, below the root of the repository.
    pub file: String,
    /// The JSON pointer (RFC 6901) into it, or a line of it where it is no document.
    pub at: String,
    /// The rule that is broken.
    pub rule: String,
    /// What is wrong.
    pub message: String,
}

/// A document to be linted.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// Its path below the root of the repository, with `/`: `spec/openapi.json`.
    pub path: String,
    /// Its text.
    pub text: String,
    /// What the text says.
    pub value: Value,
}

/// The OpenAPI documents in `spec/` and `spec/providers/`, by name: every edition that is there.
///
/// # Errors
///
/// Every file that cannot be read or is no JSON.
pub fn documents(spec: &Path) -> Result<Vec<Document>, Trouble> {
    let mut documents = Vec::new();
    let mut trouble = Trouble::default();
    for below in ["", "providers/"] {
        let folder = spec.join(below);
        let entries = fs::read_dir(&folder)
            .map_err(|error| Trouble::new(format!("{}: {error}", folder.display())))?;
        let mut names = Vec::new();
        for entry in entries {
            match entry {
                Ok(entry) => names.push(entry.file_name().to_string_lossy().into_owned()),
                Err(error) => trouble.0.push(format!("{}: {error}", folder.display())),
            }
        }
        names.sort();
        for name in names {
            let extension = Path::new(&name).extension();
            if name.starts_with('.') || extension.is_none_or(|extension| extension != "json") {
                continue;
            }
            let path = folder.join(&name);
            let read = cli::text::read(&path).map_err(|error| error.to_string());
            let read = read.and_then(|text| {
                let value = serde_json::from_str(&text).map_err(|error| error.to_string())?;
                Ok((text, value))
            });
            match read {
                Ok((text, value)) => documents.push(Document {
                    path: format!("spec/{below}{name}"),
                    text,
                    value,
                }),
                Err(error) => trouble.0.push(format!(
                    "{}: {error}; write it with `cargo xtask export`",
                    path.display()
                )),
            }
        }
    }
    documents.retain(|document: &Document| document.value.get("openapi").is_some());
    trouble.or(documents)
}
