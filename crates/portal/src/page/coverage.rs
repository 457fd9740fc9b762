//! How much of each page is in its document, as a picture and in numbers.

use std::iter;

use maud::{Markup, html};
use reports::coverage::Claims;
use review::Basis;

use super::contents::{Part, contents};
use super::recorded;
use super::{Page, Policy, page};
use crate::input::TRACEABILITY;
use crate::picture;
use crate::site::{Described, Site};
use crate::words::{self, thousands};

/// The page of all pictures.
pub(crate) fn coverage(site: &Site) -> String {
    let content = html! {
        article class="text" {
            header class="title" {
                h1 { "Coverage" }
                p class="lead" {
                    "Every line of every captured page, and what became of it. No line is "
                    "unaccounted for: what states something is in the document or left out by a "
                    "recorded decision, and what states nothing is covered by a rule that says why."
                }
                p { (words::of_capture()) " " (in_rows(site, "")) }
            }
            div class="side" { (contents(parts(site))) }
            section id="statements" {
                h2 { "Statements" }
                (statements(site))
            }
            (recorded::section(site))
            @for page in &site.pages {
                section id=(page.provider.id) {
                    h2 { a href={ (page.provider.id) "/index.html" } { (page.provider.title) } }
                    (of_page(page))
                }
            }
        }
    };
    page(
        site,
        &Page {
            address: "coverage.html",
            title: "Coverage",
            summary: "How much of each page is in its document, line by line.",
            policy: Policy::Reads,
            twin: None,
            content,
        },
    )
}

/// The table, and the picture of each page.
fn parts(site: &Site) -> impl Iterator<Item = Part> {
    let pages = site.pages.iter().map(|page| page.provider);
    let pages = pages.map(|page| (page.id.to_owned(), page.title.to_owned(), None));
    let traffic = site.input.recorded.map(|_| (recorded::ID, recorded::TITLE));
    let first = iter::once(("statements", "Statements")).chain(traffic);
    let first = first.map(|(id, title)| (id.to_owned(), title.to_owned(), None));
    first.chain(pages)
}

/// The statements of each page, and what the document makes of them.
fn statements(site: &Site) -> Markup {
    html! {
        table class="numbers" {
            thead {
                tr {
                    th scope="col" { "Page" }
                    @for (column, _) in columns(None) { th scope="col" { (column) } }
                }
            }
            tbody {
                @for page in &site.pages {
                    @let claims = &page.coverage.claims;
                    tr {
                        th scope="row" { (page.provider.title) (bar(claims)) }
                        @for (column, count) in columns(Some(claims)) {
                            // Where it is narrow, each number stands beside its column's name.
                            td data-column=(column) { (thousands(count)) }
                        }
                    }
                }
            }
        }
        p class="hint" {
            "The table counts statements, the pictures below count lines; a line may hold several "
            "statements. "
            "A bar is full where the document says what the page says, a little lower where it "
            "describes in our words what the page describes, lower still where it says what a "
            "reading makes of the page, and hollow where a reading leaves it out."
        }
    }
}

/// The columns of the table with their counts; zeros without claims.
fn columns(claims: Option<&Claims>) -> Vec<(String, usize)> {
    let of = |count: fn(&Claims) -> usize| claims.map_or(0, count);
    let mut columns = vec![
        ("Statements".to_owned(), of(|it| it.total)),
        ("Documented".to_owned(), of(|it| it.documented)),
        ("Described".to_owned(), of(|it| it.described)),
    ];
    for basis in Basis::ALL {
        let column = format!("Read: {}", basis.as_str().replace('-', " "));
        columns.push((column, claims.map_or(0, |it| it.read(basis))));
    }
    columns.push(("Left out".to_owned(), of(|it| it.omitted)));
    columns.push(("Unaccounted for".to_owned(), of(|it| it.unmatched)));
    columns
}

/// Where every line is told with what it says; nothing where the site does not have that file.
pub(super) fn in_rows(site: &Site, root: &str) -> Markup {
    html! {
        @if site.input.artefacts.contains_key(TRACEABILITY) {
            "What each line says is in "
            a href={ (root) "files/" (TRACEABILITY) } { "traceability.csv" } "."
        }
    }
}

fn bar(claims: &Claims) -> Markup {
    let parts = [
        ("documented", claims.documented),
        ("described", claims.described),
        ("read", claims.read.values().sum()),
        ("omitted", claims.omitted),
    ];
    picture::bar(&parts.map(|(class, count)| picture::Part { class, count }))
}

/// How many statements a page makes, and what the document makes of them, in a bar and a line.
pub(super) fn in_short(page: &Described) -> Markup {
    let claims = &page.coverage.claims;
    html! {
        (bar(claims))
        p class="hint" {
            (words::count(claims.total, "statement")) ": "
            (thousands(claims.documented)) " documented, "
            (thousands(claims.described)) " described, "
            (thousands(claims.read.values().sum())) " by reading, "
            (thousands(claims.omitted)) " left out"
        }
    }
}

/// The picture of one page, its legend and its numbers.
pub(super) fn of_page(page: &Described) -> Markup {
    let id = page.provider.id;
    let marks = picture::lines(page.case);
    let total = thousands(marks.len());
    let title = format!("The {total} lines of {id}, each with what became of it");
    let gaps = page.case.reviewed.readings.gaps();
    html! {
        (picture::strip(&format!("{id}.lines"), &title, &marks))
        (picture::legend(&marks))
        @if let Some(gap) = gaps.iter().find(|gap| gap.page() == id) {
            p class="hint" { "Not captured: " (words::line(&gap.missing)) "; " (words::line(&gap.how)) "." }
        }
    }
}
