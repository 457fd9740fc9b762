//! A letter to each vendor, to be sent as it is.

use review::Case;
use std::fmt::Write as _;

use claims::Aspect;

use super::letter::{places, point, yours};
use super::{disagreements, presence};
use review::words::distinct;
use review::words::listed;
use review::{Cases, Contradiction};

/// A letter to one vendor.
pub(super) struct Letter<'r> {
    pub(super) vendor: &'r str,
    /// The names of the vendor's APIs for people.
    pub(super) titles: String,
    /// How many questions it asks.
    pub(super) questions: usize,
    /// The letter, as Markdown.
    pub(super) text: String,
}

/// The letters, each to a vendor about whose pages there is something to ask.
pub(super) fn letters<'r>(
    cases: &'r Cases,
    contradictions: &'r [Contradiction],
) -> Vec<Letter<'r>> {
    let vendors = distinct(cases.pages.iter().map(|page| page.vendor)).into_iter();
    let letter = |vendor| {
        let pages = cases.pages.iter().filter(|page| page.vendor == vendor);
        letter(cases, contradictions, vendor, &pages.collect::<Vec<_>>())
    };
    vendors.filter_map(letter).collect()
}

/// The letter to one vendor; none if there is nothing to ask.
fn letter<'r>(
    cases: &'r Cases,
    contradictions: &'r [Contradiction],
    vendor: &'r str,
    pages: &[&Case],
) -> Option<Letter<'r>> {
    let parts = [
        (
            "We would be glad of answers to these questions:",
            questions(cases, contradictions, vendor, pages),
        ),
        (
            "In these places the documentation seems to contradict itself; which is meant? Where we had to \
             choose, our description says so; elsewhere it keeps what the pages say.",
            points(contradictions, vendor),
        ),
        (
            "These names seem to be misspelt. Our description keeps them, because the service knows \
             its fields by them:",
            misspelt(cases, contradictions, vendor),
        ),
    ];
    if parts.iter().all(|(_, items)| items.is_empty()) {
        return None;
    }
    let titles = listed(pages.iter().map(|page| page.title));
    let sources = listed(pages.iter().map(|page| source(page)));
    let mut text = format!(
        "# Questions about {titles}\n\n\
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
    text.push_str("Thank you for your work on these pages.\n");
    Some(Letter {
        vendor,
        titles,
        questions: number,
        text,
    })
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
fn questions(
    cases: &Cases,
    contradictions: &[Contradiction],
    vendor: &str,
    pages: &[&Case],
) -> Vec<String> {
    let readings = cases.readings.all().iter();
    let about = readings.filter(|reading| {
        let mut pages = pages.iter();
        pages.any(|page| reading.page.matches(&page.page.page))
    });
    let concerned = contradictions
        .iter()
        .filter(|contradiction| concerns(contradiction, vendor));
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
fn points(contradictions: &[Contradiction], vendor: &str) -> Vec<String> {
    let concerned = contradictions
        .iter()
        .filter(|contradiction| concerns(contradiction, vendor));
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
fn misspelt(cases: &Cases, contradictions: &[Contradiction], vendor: &str) -> Vec<String> {
    let spellings = || contradictions.iter().filter_map(|it| it.spelling.as_ref());
    let mut items = Vec::new();
    for misspelt in disagreements::misspelt(cases, contradictions) {
        let here = misspelt.sites.iter().filter(|site| &*site.vendor == vendor);
        let shown = spellings().any(|it| [&it.field, &it.code].contains(&&misspelt.name));
        if shown || misspelt.by != disagreements::READ || here.clone().next().is_none() {
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
