//! A note for each vendor, to be sent as it is.

use review::Case;
use std::fmt::Write as _;

use claims::Aspect;

use super::letter::{places, point, yours};
use super::{Review, disagreements, presence};
use review::Contradiction;
use review::words::distinct;
use review::words::listed;

pub(super) fn section(review: &Review) -> String {
    let mut text = String::from("## Notes to the vendors\n\n");
    let mut notes = 0;
    for vendor in distinct(review.cases.pages.iter().map(|page| page.vendor)) {
        let pages: Vec<&Case> = review
            .cases
            .pages
            .iter()
            .filter(|page| page.vendor == vendor)
            .collect();
        if let Some(note) = note(review, vendor, &pages) {
            notes += 1;
            text.push_str(&note);
        }
    }
    if notes == 0 {
        text.push_str("There is nothing to write about.\n");
    }
    text.truncate(text.trim_end().len());
    text.push('\n');
    text
}

/// The note to one vendor; none if there is nothing to write about.
fn note(review: &Review, vendor: &str, pages: &[&Case]) -> Option<String> {
    let parts = [
        (
            "We would be glad of answers to these questions:",
            questions(review, vendor, pages),
        ),
        (
            "In these places the documentation seems to contradict itself; which is meant? Where we had to \
             choose, our description says so; elsewhere it keeps what the pages say.",
            points(review, vendor),
        ),
        (
            "And these names seem to be misspelt. Our description keeps them, for a service knows \
             its fields by these names:",
            misspelt(review, vendor),
        ),
    ];
    if parts.iter().all(|(_, items)| items.is_empty()) {
        return None;
    }
    let titles = listed(pages.iter().map(|page| page.title));
    let sources = listed(pages.iter().map(|page| source(page)));
    let mut text = format!(
        "### {titles}\n\n\
         Dear documentation team,\n\n\
         we describe your API in OpenAPI from its public documentation: {sources}.\n\n"
    );
    let mut number = 0;
    for (introduction, items) in parts.into_iter().filter(|(_, items)| !items.is_empty()) {
        let _ = write!(text, "{introduction}\n\n");
        for item in items {
            number += 1;
            let _ = writeln!(text, "{number}. {item}");
        }
        text.push('\n');
    }
    text.push_str("Thank you for your work on these pages.\n\n");
    Some(text)
}

/// The page's title with its address; a page without one is that of its operations.
fn source(page: &Case) -> String {
    let title = presence::title(page);
    let mut claims = page.reviewed.expected.claims.keys();
    let url = claims.find(|claim| claim.aspect == Aspect::Url && &*claim.place == "page");
    match (title, url) {
        (Some(title), Some(url)) => format!("[{title}]({})", url.value),
        (None, Some(url)) => format!("[{}]({})", untitled(page), url.value),
        (Some(title), None) => format!("“{title}”"),
        (None, None) => untitled(page),
    }
}

/// What to call a page without a title.
fn untitled(page: &Case) -> String {
    let statements = page.statements().iter().map(|statement| &statement.claim);
    let documented = statements.filter(|claim| claim.aspect == Aspect::Documented);
    let operations = distinct(documented.map(|claim| &*claim.operation));
    if operations.is_empty() {
        return page.title.to_owned();
    }
    format!("the page of {}", listed(operations))
}

/// Whether a contradiction is for the vendor to solve: the vendor's own, or one about which a
/// question was written down.
fn concerns(contradiction: &Contradiction, vendor: &str) -> bool {
    let asked = contradiction.ask.is_some();
    contradiction.vendor() == Some(vendor)
        || asked && contradiction.sites().any(|site| &*site.vendor == vendor)
}

/// What people would ask the vendor, each question once.
fn questions(review: &Review, vendor: &str, pages: &[&Case]) -> Vec<String> {
    let readings = review.cases.readings.all().iter();
    let about = readings.filter(|reading| {
        let mut pages = pages.iter();
        pages.any(|page| reading.page.matches(&page.page.page))
    });
    let contradictions = review.contradictions.iter();
    let concerned = contradictions.filter(|contradiction| concerns(contradiction, vendor));
    let asked = about
        .filter_map(|reading| reading.ask.as_deref())
        .chain(concerned.filter_map(|contradiction| contradiction.ask.as_deref()));
    let mut questions: Vec<String> = Vec::new();
    for question in asked.map(yours) {
        if !questions.contains(&question) {
            questions.push(question);
        }
    }
    questions
}

/// What contradicts itself on the pages of one vendor, where nobody wrote a question down about it
/// or about more.
fn points(review: &Review, vendor: &str) -> Vec<String> {
    let contradictions = review.contradictions.iter();
    let concerned = contradictions.filter(|contradiction| concerns(contradiction, vendor));
    let (asked, others): (Vec<_>, Vec<_>) =
        concerned.partition(|contradiction| contradiction.ask.is_some());
    let is_asked = |one: &&Contradiction| asked.iter().any(|wider| one.is_part_of(wider));
    others
        .into_iter()
        .filter(|contradiction| !is_asked(contradiction))
        .map(|contradiction| point(contradiction, vendor))
        .collect()
}

/// Names of the vendor's pages that people found misspelt; what a lookup shows is a contradiction.
fn misspelt(review: &Review, vendor: &str) -> Vec<String> {
    let spellings = || {
        review
            .contradictions
            .iter()
            .filter_map(|it| it.spelling.as_ref())
    };
    let mut items = Vec::new();
    for misspelt in disagreements::misspelt(review) {
        let here = misspelt.sites.iter().filter(|site| &*site.vendor == vendor);
        let shown = spellings().any(|it| [&it.field, &it.code].contains(&&misspelt.name));
        if shown || misspelt.by != "reading it" || here.clone().next().is_none() {
            continue;
        }
        items.push(format!(
            "`{}` in {}; was `{}` meant?",
            misspelt.name,
            places(here, &format!("`{}`", misspelt.name)),
            misspelt.meant
        ));
    }
    items
}
