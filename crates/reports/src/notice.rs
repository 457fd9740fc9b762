//! Contradictions of the sources as notices of a scanner: nothing that is ours to mend, and worth
//! knowing where someone reads the line.

use claims::Digest;

use crate::contradictions::{lines, said_at};
use crate::locate::{Location, Locator};
use review::Contradiction;

/// The name of the rule.
pub(crate) const KIND: &str = "page-contradiction";

/// The level of a notice, in SARIF.
pub(crate) const LEVEL: &str = "note";

/// One contradiction, as a scanner shows it.
pub(crate) struct Notice {
    /// What is contradicted, and what is said where.
    pub(crate) text: String,
    /// The first line of each side on each page; at least one unless no page is known.
    pub(crate) places: Vec<Location>,
    /// The same for the same contradiction, wherever its lines have moved.
    pub(crate) fingerprint: String,
}

/// Contradictions with their places in the claims of pages.
pub(crate) fn notices(contradictions: &[Contradiction], locator: &Locator) -> Vec<Notice> {
    let rows = locator.rows();
    let notice = |contradiction: &Contradiction| {
        let sides = || contradiction.sides.iter();
        let mut places: Vec<Location> = Vec::new();
        for (page, lines) in sides().flat_map(lines) {
            let row = lines.first().and_then(|line| rows.get(&(page, *line)));
            let place = row.map(|row| Location {
                file: locator.claims(page),
                line: *row,
            });
            places.extend(place.filter(|place| !places.contains(place)));
        }
        let said = contradiction.says().into_iter().zip(sides());
        let said: Vec<String> = said.map(said_at).collect();
        let parts = [contradiction.problem.as_str()].into_iter();
        let parts = parts.chain(sides().map(|side| side.says.as_str()));
        let parts: Vec<&str> = parts.collect();
        Notice {
            text: format!("{}: {}.", contradiction.problem, said.join("; ")),
            places,
            fingerprint: Digest::of_bytes(parts.join("\n").as_bytes()).to_string(),
        }
    };
    contradictions.iter().map(notice).collect()
}
