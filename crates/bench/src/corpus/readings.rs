//! The readings under which page and document agree.

use super::carrier::FAILURES;

/// All readings but where the columns of error rows part, whose table ends the file.
const READINGS: &str = include_str!("readings.toml");

/// The text of `spec/readings.toml` for a generated page of any length.
#[must_use]
pub fn readings() -> String {
    let rows = FAILURES.iter().flat_map(|failure| failure.rows);
    let values = rows.map(|row| format!("\"{}\" = \"{}\"\n", row.concat(), row.join(" · ")));
    READINGS.to_owned() + &values.collect::<String>()
}
