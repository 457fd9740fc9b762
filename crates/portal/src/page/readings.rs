//! The readings: every recorded decision, in plain words.

use maud::{Markup, html};
use review::reading::{Basis, ReadingKind};
use review::{Reading, Readings};

use super::contents::contents;
use super::{Page, Policy, page};
use crate::group::Group;
use crate::site::Site;
use crate::words;

/// The page of all readings.
pub(crate) fn readings(site: &Site) -> String {
    let all = site.readings().all();
    let content = html! {
        article class="text readings" {
            header class="title" {
                h1 { "Readings" }
                p class="lead" {
                    "Pages are silent, lose things and contradict themselves. Each time, a recorded "
                    "decision says what was read, why, and where to see that. There are "
                    (words::thousands(all.len())) " of them. The check fails if one no longer "
                    "explains anything."
                }
            }
            (side(site))
            section id="words" {
                h2 { "Words" }
                dl class="origin" {
                    @for (word, meaning) in WORDS {
                        div { dt { (word) } dd { (meaning) } }
                    }
                }
            }
            @for group in site.groups() {
                section class="group" id=(group.id()) {
                    h2 { (group.heading()) }
                    @for reading in &group.readings { (self::reading(site.readings(), reading, &group)) }
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
            twin: None,
            content,
        },
    )
}

/// The filter, which needs a script, and the contents.
fn side(site: &Site) -> Markup {
    let pages = site.pages.iter().map(|page| page.provider);
    html! {
        div class="side" {
            form class="filter" role="search" aria-label="Filter readings" hidden {
                div {
                    label for="filter-text" { "Filter" }
                    input id="filter-text" name="text" type="search" placeholder="Words or a name" autocomplete="off";
                }
                (choice("page", "Page", pages.map(|page| (page.id, page.title.to_owned()))))
                (choice("kind", "What it does", ReadingKind::ALL.map(|it| (it.as_str(), words::kind(it).to_owned()))))
                (choice("basis", "Rests on", bases(site).map(|it| (it.as_str(), it.as_str().replace('-', " ")))))
                p class="tally" role="status" {}
            }
            (contents(site.groups().iter().map(|it| (it.id(), it.heading(), Some(it.readings.len())))))
        }
    }
}

/// What readings rest on, of those that there are.
fn bases<'s>(site: &'s Site) -> impl Iterator<Item = Basis> + 's {
    let readings = site.input.cases.readings.all();
    let used = |basis: &Basis| readings.iter().any(|reading| reading.basis == *basis);
    Basis::ALL.into_iter().filter(used)
}

/// A list of which one is chosen, or all.
fn choice<'v>(
    name: &str,
    label: &str,
    values: impl IntoIterator<Item = (&'v str, String)>,
) -> Markup {
    html! {
        div {
            label for={ "filter-" (name) } { (label) }
            select id={ "filter-" (name) } name=(name) {
                option value="" { "all" }
                @for (value, shown) in values { option value=(value) { (shown) } }
            }
        }
    }
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

/// One reading, open.
fn reading(readings: &Readings, reading: &Reading, group: &Group) -> Markup {
    html! {
        section class="reading" id={ "reading." (reading.id()) } data-page=(group.ids())
            data-kind=(reading.kind.as_str()) data-basis=(reading.basis.as_str()) {
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
