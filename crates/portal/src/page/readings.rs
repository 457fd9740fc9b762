//! The readings: every recorded decision, in plain words.

use maud::{Markup, html};
use review::{Reading, Readings};

use super::{Page, Policy, page};
use crate::site::Site;
use crate::words;

/// The page of all readings.
pub(crate) fn readings(site: &Site) -> String {
    let all = site.readings().all();
    let content = html! {
        article class="text" {
            header class="title" {
                h1 { "Readings" }
                p class="lead" {
                    "Pages are silent, lose things and contradict themselves. Each time, a recorded "
                    "decision says what was read, why, and where to see that. There are "
                    (words::thousands(all.len())) " of them; the check fails when one explains "
                    "nothing any more."
                }
            }
            section id="words" {
                h2 { "Words" }
                dl class="origin" {
                    @for (word, meaning) in WORDS {
                        div { dt { (word) } dd { (meaning) } }
                    }
                }
            }
            @for page in pages(all) {
                section {
                    h2 { code { (page) } }
                    @for reading in all.iter().filter(|it| it.page.as_str() == page) {
                        (self::reading(site.readings(), reading))
                    }
                }
            }
        }
    };
    page(
        site,
        &Page {
            address: "readings.html",
            title: "Readings",
            summary: "Every recorded decision: what was read, why, and on what evidence.",
            policy: Policy::Reads,
            content,
        },
    )
}

/// What the words of evidence mean.
const WORDS: [(&str, &str); 4] = [
    (
        "Line",
        "a line of the capture of a page, counted from 1; evidence names it beside each statement",
    ),
    (
        "Capture",
        "the text of a documentation page as it was on the day it was taken, identified by its \
         hash",
    ),
    (
        "Reading",
        "a recorded decision on what the page means, adds, contradicts or leaves out, with the \
         reason and where to see that",
    ),
    (
        "Basis",
        "what a reading rests on: the same page, another page, the vendor\u{2019}s public material, \
         or our judgement alone (inferred)",
    ),
];

/// The pages, or patterns of pages, that readings are about, in the order of the first of each.
fn pages(readings: &[Reading]) -> Vec<&str> {
    let mut pages = Vec::new();
    for page in readings.iter().map(|reading| reading.page.as_str()) {
        if !pages.contains(&page) {
            pages.push(page);
        }
    }
    pages
}

/// One reading, open.
fn reading(readings: &Readings, reading: &Reading) -> Markup {
    html! {
        section class="reading" id={ "reading." (reading.id()) } {
            h3 { a href={ "#reading." (reading.id()) } { (reading.id()) } }
            p class="hint" { (nature(reading)) }
            (text(readings, reading))
        }
    }
}

/// One reading among what rests on it, closed until someone asks for it.
pub(super) fn decision(readings: &Readings, reading: &Reading) -> Markup {
    html! {
        details class="decision" id={ "reading." (reading.id()) } {
            summary { code { (reading.id()) } " " span class="hint" { (nature(reading)) } }
            (text(readings, reading))
        }
    }
}

/// What it does, and what it rests on.
fn nature(reading: &Reading) -> String {
    let does = words::kind(reading.kind);
    let basis = words::basis(reading.basis, reading.certainty);
    format!("{does} \u{b7} {}: {basis}", reading.rests_on())
}

fn text(readings: &Readings, reading: &Reading) -> Markup {
    html! {
        (words::prose(&reading.reason))
        p class="seen" { strong { "See " } (words::line(&readings.evidence(reading))) }
        @if let Some(ask) = &reading.ask {
            p class="seen" { strong { "Open question to the vendor " } (words::line(ask)) }
        }
    }
}
