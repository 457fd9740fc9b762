//! A recording without its values: HAR 1.2 from which the same findings come.
//!
//! Every value is replaced by its class, in a form that breaks the same rules as the value did.
//! Names that no document has, addresses, headers, cookies and days are replaced or left out.

mod entry;
mod stand_in;

use std::io::{self, Write};

use claims::Element;
use serde_json::Value;

use crate::api::Api;
use crate::exchange::Exchange;
use crate::trial::Trial;

/// Says which class an element of an API has, such as `contact`.
pub type ClassOf<'c> = &'c dyn Fn(&str, &Element) -> Option<&'static str>;

/// Writes a HAR with a redacted entry for each exchange.
pub struct Redacted<'c, W: Write> {
    out: W,
    is_first: bool,
    class_of: ClassOf<'c>,
}

impl<'c, W: Write> Redacted<'c, W> {
    /// Opens the HAR.
    ///
    /// # Errors
    ///
    /// Returns an error if it cannot be written, as all methods do.
    pub fn open(mut out: W, class_of: ClassOf<'c>) -> io::Result<Self> {
        let version = env!("CARGO_PKG_VERSION");
        write!(
            out,
            "{{\"log\": {{\"version\": \"1.2\", \"creator\": {{\"name\": \"traffic\", \
             \"version\": \"{version}\"}}, \"entries\": ["
        )?;
        Ok(Self {
            out,
            is_first: true,
            class_of,
        })
    }

    /// Writes an exchange that a trial has heard.
    ///
    /// # Errors
    ///
    /// Returns an error if it cannot be written.
    pub fn write(&mut self, trial: &mut Trial, exchange: &Exchange) -> io::Result<()> {
        let entry = entry::entry(trial, self.class_of, exchange);
        self.put(&entry)
    }

    /// Writes an entry in the place of an exchange that cannot be read.
    ///
    /// # Errors
    ///
    /// Returns an error if it cannot be written.
    pub fn skip(&mut self) -> io::Result<()> {
        self.put(&entry::empty())
    }

    fn put(&mut self, entry: &Value) -> io::Result<()> {
        self.out
            .write_all(if self.is_first { b"\n" } else { b",\n" })?;
        self.is_first = false;
        serde_json::to_writer(&mut self.out, entry)?;
        Ok(())
    }

    /// Closes the HAR.
    ///
    /// # Errors
    ///
    /// Returns an error if it cannot be written.
    pub fn close(mut self) -> io::Result<W> {
        self.out.write_all(b"\n]}}\n")?;
        self.out.flush()?;
        Ok(self.out)
    }
}

/// What redaction knows of an exchange.
struct Known<'k, 'd> {
    api: &'k Api<'d>,
    class_of: ClassOf<'k>,
    /// The id of the API.
    id: &'k str,
    operation: &'k str,
}

impl Known<'_, '_> {
    /// What stands for a value: its class in brackets.
    fn mark(&self, place: &str, name: &str) -> String {
        let element = Element::new(self.operation, place, name);
        format!(
            "[{}]",
            (self.class_of)(self.id, &element).unwrap_or("value")
        )
    }
}
