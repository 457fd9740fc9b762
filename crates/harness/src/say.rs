//! The line that ends each tool's part of a report.

use std::fmt::Display;

use cli::terminal;

/// Prints `Passed` or `Failed` with a summary. Returns whether it is `Passed`.
pub(crate) fn passed(good: bool, summary: impl Display) -> bool {
    terminal::status(good, if good { "Passed" } else { "Failed" }, summary);
    good
}
