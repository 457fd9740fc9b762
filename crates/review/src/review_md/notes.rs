//! A note for each vendor, to be sent as it is.

use std::fmt::Write as _;

use super::markdown::{line, places};
use super::{Review, disagreements, presence};
use crate::coverage::Reviewed;
use crate::reading::Basis;
use crate::statement::{distinct, listed};

pub(super) fn section(review: &Review) -> String {
    let mut text = String::from("## Notes to the vendors\n\n");
    let mut notes = 0;
    for vendor in distinct(review.pages.iter().map(|page| page.vendor)) {
        let pages: Vec<&Reviewed> = review
            .pages
            .iter()
            .filter(|page| page.vendor == vendor)
            .collect();
        let points = points(review, vendor);
        let questions = questions(review, &pages);
        if points.is_empty() && questions.is_empty() {
            continue;
        }
        notes += 1;
        let titles = listed(pages.iter().map(|page| page.title));
        let sources = listed(pages.iter().map(|page| {
            let sha256 = &page.page.capture.sha256;
            let short = &sha256[..sha256.len().min(12)];
            format!(
                "“{}” ({}, SHA-256 `{short}…`)",
                presence::title(page),
                page.page.page
            )
        }));
        let _ = write!(
            text,
            "### {titles}\n\n\
             Dear documentation team,\n\n\
             we describe your API in OpenAPI from its public documentation: {sources}. \
             Line numbers are those of the text as we captured it.\n\n"
        );
        if !points.is_empty() {
            text.push_str(
                "In these places the pages seem to contradict themselves; we kept what they say, \
                 and would be glad to hear which is meant.\n\n",
            );
            for (number, point) in points.iter().enumerate() {
                let _ = writeln!(text, "{}. {point}", number + 1);
            }
            text.push('\n');
        }
        if !questions.is_empty() {
            text.push_str(
                "And these we had to decide ourselves; please tell us where we are wrong.\n\n",
            );
            for (number, question) in questions.iter().enumerate() {
                let _ = writeln!(text, "{}. {question}", number + 1);
            }
            text.push('\n');
        }
        text.push_str("Thank you for your work on these pages.\n\n");
    }
    if notes == 0 {
        text.push_str("There is nothing to write about.\n");
    }
    text.truncate(text.trim_end().len());
    text.push('\n');
    text
}

/// What contradicts itself on the pages of one vendor, and what is misspelt there.
fn points(review: &Review, vendor: &str) -> Vec<String> {
    let mut points = Vec::new();
    for contradiction in review.contradictions {
        if contradiction.vendor() != Some(vendor) {
            continue;
        }
        points.push(line(contradiction));
    }
    for misspelt in disagreements::misspelt(review) {
        let here = misspelt.sites.iter().filter(|site| &*site.vendor == vendor);
        // What a lookup shows is among the contradictions already.
        if here.clone().next().is_none() || misspelt.by != "reading it" {
            continue;
        }
        points.push(format!(
            "The name `{}` seems to be misspelt; was `{}` meant? It stands at {}.",
            misspelt.name,
            misspelt.meant,
            places(here)
        ));
    }
    points
}

/// What is inferred about the pages of one vendor.
fn questions(review: &Review, pages: &[&Reviewed]) -> Vec<String> {
    let of_them = |reading: &&crate::Reading| {
        let mut pages = pages.iter();
        reading.basis == Basis::Inferred && pages.any(|page| reading.page.matches(&page.page.page))
    };
    let readings = review.readings.all().iter().filter(of_them);
    readings
        .map(|reading| format!("{} ({})", reading.reason.trim(), reading.evidence.trim()))
        .collect()
}
