//! The evidence for an element: every statement about it, with page, line and basis.

use std::collections::BTreeSet;

use claims::Claim;
use maud::{Markup, html};
use review::Readings;
use review::explain::{Ground, Lines, Origin};
use review::reading::Basis;

use crate::ledger::Told;
use crate::words;

/// Tells the evidence of the statements of one operation.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Evidence<'e> {
    /// The readings that statements rest on.
    pub(crate) readings: &'e Readings,
    /// Where a reading is told: before its id.
    pub(crate) told: &'e str,
}

impl Evidence<'_> {
    /// The evidence of one element, closed until someone asks for it; nothing of nothing.
    pub(crate) fn of(self, about: &str, stated: &[Told]) -> Markup {
        if stated.is_empty() {
            return html! {};
        }
        let pages = pages(stated);
        html! {
            details class="evidence" {
                summary {
                    span class="hidden" { "Evidence for " (about) ": " }
                    span class={ "mark " (mark(stated)) } aria-hidden="true" {}
                    (summary(stated))
                }
                (self.table(&pages.join(", "), stated))
            }
        }
    }

    /// The same, open and without a summary of its own.
    pub(crate) fn table(self, caption: &str, stated: &[Told]) -> Markup {
        html! {
            table {
                caption { "Lines of the page " (caption) }
                @for stated in stated {
                    @let (aspect, value) = words::statement(stated.statement);
                    tr {
                        th scope="row" {
                            (aspect) @if let Some(value) = value { " " code { (value) } }
                        }
                        td {
                            @for (index, (origin, lines)) in stated.origins.iter().enumerate() {
                                @if index > 0 { br; }
                                (self.origin(*stated, origin, lines))
                            }
                        }
                    }
                }
            }
        }
    }

    /// `line 94 · documented`, `line 39 · vendor, by citi-sandbox-server`.
    fn origin(self, stated: Told, (ground, by): &Origin, lines: &Lines) -> Markup {
        let said = stated.statement;
        let (place, name) = said.about.split_once(" · ").unwrap_or((&said.about, ""));
        // Which of the readings decide depends on what is said of what, not on the operation.
        let claim = Claim::new("", place, name, said.aspect, &said.value);
        let (deciding, placing) = self.readings.parted(by, &claim);
        html! {
            @for (index, lines) in lines.values().enumerate() {
                @if index > 0 { ", " }
                (words::lines(lines))
            }
            " \u{b7} " (ground.name())
            @if !deciding.is_empty() { ", by " (self.links(&deciding)) }
            @if !placing.is_empty() { ", placed by " (self.links(&placing)) }
        }
    }

    fn links(self, readings: &[usize]) -> Markup {
        html! {
            @for (index, reading) in readings.iter().enumerate() {
                @if index > 0 { ", " }
                @let id = self.readings.all()[*reading].id();
                a href={ (self.told) "#reading." (id) } { (id) }
            }
        }
    }
}

/// The pages of any statement.
fn pages(stated: &[Told]) -> Vec<String> {
    let origins = stated.iter().flat_map(|stated| stated.origins.values());
    let pages: BTreeSet<&String> = origins.flat_map(|lines| lines.keys()).collect();
    pages.into_iter().cloned().collect()
}

/// The lines of all statements, and how many readings they rest on.
fn summary(stated: &[Told]) -> String {
    let origins = || stated.iter().flat_map(|stated| stated.origins);
    let lines: BTreeSet<u32> = origins()
        .flat_map(|(_, lines)| lines.values().flatten().copied())
        .collect();
    let readings: BTreeSet<usize> = origins().flat_map(|((_, by), _)| by).copied().collect();
    let lines = words::lines_in_short(&lines);
    match readings.len() {
        0 => lines,
        number => format!("{lines}, {}", words::count(number, "reading")),
    }
}

/// Whether all is as a line says it, or some of it rests on readings, or on our judgement.
fn mark(stated: &[Told]) -> &'static str {
    let grounds = stated.iter().filter_map(|stated| {
        let (ground, _) = stated.origins.keys().next()?;
        Some(*ground)
    });
    // What is left out beside what is said is told below, and is no mark of the element.
    let said = grounds.clone().filter(|ground| *ground != Ground::Omitted);
    match said.max().or(grounds.max()) {
        // The words of descriptions are ours everywhere, which needs no mark.
        Some(Ground::Documented | Ground::Described) => "documented",
        Some(Ground::Read(Basis::Inferred, _)) => "inferred",
        Some(Ground::Omitted) => "omitted",
        _ => "read",
    }
}
