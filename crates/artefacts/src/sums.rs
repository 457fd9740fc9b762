//! Digests of files, as `sha256sum` writes and checks them.

use std::collections::BTreeMap;
use std::fmt;

use claims::digest::sha256;

use claims::text;

/// The name of a file of digests.
pub const SUMS: &str = "SHA256SUMS";

/// The SHA-256 of files, by path from the folder of the digests' file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sums(BTreeMap<String, String>);

impl Sums {
    /// The digests of files, each given by its path and its bytes.
    #[must_use]
    pub fn of<'f>(files: impl IntoIterator<Item = (&'f str, &'f [u8])>) -> Self {
        let sums = files.into_iter();
        let sums = sums.map(|(path, bytes)| (path.to_owned(), sha256(bytes)));
        Self(sums.collect())
    }

    /// The digests that a file holds; a line of another form, and a file that is not there, hold
    /// none.
    #[must_use]
    pub fn of_file(file: Option<&[u8]>) -> Self {
        let text = text::of(file.unwrap_or_default()).unwrap_or_default();
        Self(text.lines().filter_map(row).collect())
    }

    /// Whether a file is held with just these bytes.
    #[must_use]
    pub fn has(&self, path: &str, bytes: &[u8]) -> bool {
        self.0.get(path).is_some_and(|sum| *sum == sha256(bytes))
    }

    /// Whether a file is held, with whatever bytes.
    #[must_use]
    pub fn names(&self, path: &str) -> bool {
        self.0.contains_key(path)
    }

    /// The paths of the files that are held, in order.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }

    /// The same with one more file.
    #[must_use]
    pub fn with(mut self, path: &str, bytes: &[u8]) -> Self {
        self.0.insert(path.to_owned(), sha256(bytes));
        self
    }
}

impl fmt::Display for Sums {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut rows = self.0.iter();
        rows.try_for_each(|(path, sum)| writeln!(f, "{sum}  {path}"))
    }
}

/// Path and digest of a line, if it has the form.
pub(crate) fn row(line: &str) -> Option<(String, String)> {
    let (sum, path) = line.split_once("  ")?;
    Some((path.to_owned(), sum.to_owned()))
}
