//! How much of each page is in its document, as a picture and in numbers.

use contract::catalogue::Provider;
use maud::{Markup, html};
use serde_json::Value;

use super::{Page, Policy, page};
use crate::TRACEABILITY;
use crate::picture::{self, Part};
use crate::site::Site;
use crate::words;

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
            section id="statements" {
                h2 { "Statements" }
                (statements(site))
            }
            @for provider in site.providers() {
                section id=(provider.id) {
                    h2 { a href={ (provider.id) "/index.html" } { (provider.title) } }
                    (of_page(site, provider))
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
            content,
        },
    )
}

/// The bases of readings, the strongest first.
const BASES: [(&str, &str); 4] = [
    ("same-page", "same page"),
    ("other-page", "other page"),
    ("vendor", "vendor"),
    ("inferred", "inferred"),
];

/// The statements of each page, and what the document makes of them.
fn statements(site: &Site) -> Markup {
    html! {
        div class="scroll" tabindex="0" role="region" aria-label="Statements of each page" {
            table class="numbers" {
                thead {
                    tr {
                        th scope="col" { "Page" }
                        th scope="col" { "Statements" }
                        th scope="col" { "Documented" }
                        @for (_, words) in BASES { th scope="col" { "Read: " (words) } }
                        th scope="col" { "Left out" }
                        th scope="col" { "Unaccounted for" }
                    }
                }
                tbody {
                    @for provider in site.providers() {
                        @let claims = &site.coverage(provider.id)["claims"];
                        tr {
                            th scope="row" { (provider.title) (bar(claims)) }
                            td { (number(&claims["total"])) }
                            td { (number(&claims["documented"])) }
                            @for (basis, _) in BASES { td { (number(&claims["read"][basis])) } }
                            td { (number(&claims["omitted"])) }
                            td { (number(&claims["unmatched"])) }
                        }
                    }
                }
            }
        }
        p class="hint" {
            "The table counts statements, the pictures below count lines; a line may hold several "
            "statements. "
            "A bar is full where the document says what the page says, lower where it says what a "
            "reading makes of that, and hollow where a reading leaves it out."
        }
    }
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

fn bar(claims: &Value) -> Markup {
    let count = |value: &Value| value.as_u64().unwrap_or_default();
    let read = BASES.iter().map(|(basis, _)| count(&claims["read"][basis]));
    let parts = [
        ("documented", count(&claims["documented"])),
        ("read", read.sum()),
        ("omitted", count(&claims["omitted"])),
    ];
    picture::bar(&parts.map(|(class, count)| Part { class, count }))
}

/// How many statements a page makes, and what the document makes of them, in a bar and a line.
pub(super) fn in_short(site: &Site, provider: &Provider) -> Markup {
    let claims = &site.coverage(provider.id)["claims"];
    let read = BASES.map(|(basis, _)| count(&claims["read"][basis]));
    html! {
        (bar(claims))
        p class="hint" {
            (words::count(count(&claims["total"]), "statement")) ": "
            (number(&claims["documented"])) " documented, "
            (words::thousands(read.iter().sum())) " by reading, "
            (number(&claims["omitted"])) " left out"
        }
    }
}

/// The picture of one page, its legend and its numbers.
pub(super) fn of_page(site: &Site, provider: &Provider) -> Markup {
    let claims = site
        .input
        .pages
        .iter()
        .find(|page| page.page == provider.id);
    let coverage = site.coverage(provider.id);
    let total = words::thousands(count(&coverage["lines"]["total"]));
    html! {
        @if let Some(claims) = claims {
            @let marks = picture::lines(claims, site.readings());
            @let title = format!("The {total} lines of {}, each with what became of it", provider.id);
            (picture::strip(&format!("{}.lines", provider.id), &title, &marks))
            (picture::legend(&marks))
        }
        @if let Some(gap) = site.readings().gaps().iter().find(|gap| gap.page() == provider.id) {
            p class="hint" { "Not captured: " (words::line(&gap.missing)) "; " (words::line(&gap.how)) "." }
        }
    }
}

fn count(value: &Value) -> usize {
    usize::try_from(value.as_u64().unwrap_or_default()).unwrap_or_default()
}

fn number(value: &Value) -> String {
    words::thousands(count(value))
}
