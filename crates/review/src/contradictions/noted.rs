//! Contradictions that people noted, found again on the pages.

use claims::Digest;

use super::{Contradiction, Rule, Side, Site};
use crate::reading::{Noted, NotedSide, Readings};
use crate::statement::Statement;

/// The noted contradictions, with the lines that they are about.
pub(super) fn noted(statements: &[&Statement], readings: &Readings) -> Vec<Contradiction> {
    let contradiction = |noted: &Noted| Contradiction {
        breaks: noted.breaks,
        rule: Rule::Noted,
        problem: noted.problem.clone(),
        document: noted.document.clone(),
        reading: noted.reading.clone(),
        sides: noted
            .sides
            .iter()
            .map(|one| side(one, statements, readings))
            .collect(),
        spelling: None,
        ask: noted.ask.clone(),
    };
    readings.noted().iter().map(contradiction).collect()
}

/// One side of a noted contradiction, with the places of the statements that take it.
pub(crate) fn side(side: &NotedSide, statements: &[&Statement], readings: &Readings) -> Side {
    let by = statements.iter().filter(|one| is_said_by(side, one));
    Side {
        says: side.says.clone(),
        sites: by.map(|one| Site::of(one)).collect(),
        source: side.cited(readings.sources()),
    }
}

fn is_said_by(side: &NotedSide, statement: &Statement) -> bool {
    let on_page = side.page.as_ref();
    let stated = side.stated.as_ref();
    let digest = statement.digest.as_ref().map(Digest::as_str);
    (side.digest.is_none() || side.digest.as_deref() == digest)
        && on_page.is_some_and(|page| page.matches(&statement.page))
        && stated.is_some_and(|stated| stated.covers(&statement.claim, true))
}
