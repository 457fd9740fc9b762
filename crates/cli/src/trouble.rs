//! Why a command could not run.

use std::fmt;
use std::path::Path;

/// Everything that keeps a command from running: each entry says problem, place and fix.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Trouble(pub Vec<String>);

impl Trouble {
    /// One problem.
    #[must_use]
    pub fn new(problem: impl Into<String>) -> Self {
        Self(vec![problem.into()])
    }

    /// One problem with a file or folder.
    pub fn at(path: &Path, error: impl fmt::Display) -> Self {
        Self(vec![format!("{}: {error}", path.display())])
    }

    /// Several problems with a file or folder.
    pub fn of(path: &Path, errors: &[impl fmt::Display]) -> Self {
        let shown = path.display();
        Self(errors.iter().map(|it| format!("{shown}: {it}")).collect())
    }

    /// Returns the value if there is no problem.
    ///
    /// # Errors
    ///
    /// Returns the problems if there are any.
    pub fn or<T>(self, value: T) -> Result<T, Self> {
        if self.0.is_empty() {
            Ok(value)
        } else {
            Err(self)
        }
    }

    /// Returns the value of a result, or keeps its problems.
    pub fn take<T>(&mut self, result: Result<T, impl Into<Self>>) -> Option<T> {
        result
            .map_err(|problems| self.0.extend(problems.into().0))
            .ok()
    }
}

impl From<Vec<String>> for Trouble {
    fn from(problems: Vec<String>) -> Self {
        Self(problems)
    }
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.join("\n"))
    }
}
