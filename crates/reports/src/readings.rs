//! `spec/reports/readings.csv`: every decision, and what in the document rests on it.

pub(crate) mod outcome;
pub(crate) mod weight;

use std::cmp::Reverse;

use review::reading::Certainty;
use review::{Cases, Reading};

use crate::spreadsheet::spreadsheet;
use outcome::outcome;
use weight::{Weight, weights};

const COLUMNS: [&str; 13] = [
    "id",
    "page",
    "kind",
    "basis",
    "certainty",
    "statements",
    "claims",
    "changes-code",
    "document-says",
    "reason",
    "evidence",
    "if-wrong",
    "ask",
];

/// Every decision as CSV, one row each, the least certain first, of these the one that most rests on.
///
/// # Panics
///
/// Never: writing to memory does not fail.
#[must_use]
pub fn readings(cases: &Cases) -> String {
    let weights = weights(cases);
    let rows = order(cases, &weights).into_iter().map(|index| {
        let reading = &cases.readings.all()[index];
        let weight = &weights[index];
        let covered = cases.usage.covered.get(index).copied().unwrap_or_default();
        let yes = if weight.changes_code() { "yes" } else { "no" };
        [
            reading.id().to_owned(),
            reading.page.as_str().to_owned(),
            reading.kind.as_str().to_owned(),
            reading.basis.as_str().to_owned(),
            reading.certainty.map_or("", Certainty::as_str).to_owned(),
            covered.to_string(),
            weight.claims().to_string(),
            yes.to_owned(),
            outcome(reading).replace('`', ""),
            line(&reading.reason),
            line(&cases.readings.evidence(reading)),
            weight.to_string(),
            reading.ask.clone().unwrap_or_default(),
        ]
    });
    spreadsheet(COLUMNS, rows)
}

/// The places of the readings, the least certain first, of these the one that most rests on.
pub(crate) fn order(cases: &Cases, weights: &[Weight]) -> Vec<usize> {
    let all = cases.readings.all();
    let mut order: Vec<usize> = (0..all.len()).collect();
    order.sort_by_key(|index| {
        let Reading {
            basis, certainty, ..
        } = &all[*index];
        Reverse((*basis, *certainty, weights[*index].claims()))
    });
    order
}

fn line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
