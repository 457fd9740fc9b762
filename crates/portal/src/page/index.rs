//! The front page: whose APIs there are, and what makes this description another one.

use maud::{Markup, html};

use super::{Page, Policy, coverage, page, signature};
use crate::site::{Described, Site};
use crate::words;

/// The front page.
pub(crate) fn index(site: &Site) -> String {
    let listed = site.operations.iter().filter(|it| it.is_listed()).count();
    let documented = site.operations.len() - listed;
    let claims = site.input.coverage.consolidated.claims;
    let pages = words::count(site.pages.len(), "documentation page");
    let content = html! {
        article class="text" {
            header class="title" {
                h1 { "Customer APIs, as their pages document them" }
                p class="lead" {
                    (pages) " of banks and payment companies, read line by line "
                    "into one OpenAPI document. Every statement cites the line that it comes from, "
                    "or the decision that it rests on."
                }
            }
            dl class="numbers" {
                div { dt { "operations documented" } dd { (words::thousands(documented)) } }
                div { dt { "operations only listed" } dd { (words::thousands(listed)) } }
                div { dt { "statements with evidence" } dd { (words::thousands(claims)) } }
                div { dt { "recorded readings" } dd { (words::thousands(site.readings().all().len())) } }
            }
            @for page in &site.pages { (provider(site, page)) }
            section id="files" {
                h2 { "Take the document" }
                p { "Plain files, for generators, validators and portals." }
                ul class="files" {
                    @for (file, what) in FILES {
                        @if site.input.artefacts.contains_key(*file) {
                            li { a href={ "files/" (file) } { (file) } " " (what) }
                        }
                    }
                }
            }
            section id="sandbox" {
                h2 { "Call something" }
                p {
                    "The sandbox answers every documented operation from the same types, with "
                    "invented customers and without a network: " code { "cargo run -p sandbox" }
                    ". Each operation\u{2019}s page has a form that sends its request there. "
                    "There are twenty customers, " code { "customer-1" } " to " code { "customer-20" }
                    "; " code { "/customers" } " lists them."
                }
            }
        }
    };
    page(
        site,
        &Page {
            address: "index.html",
            title: "Customer APIs",
            summary: "Customer APIs of banks and payment companies, each statement with its evidence.",
            policy: Policy::Reads,
            content,
        },
    )
}

/// The files that are offered first.
const FILES: &[(&str, &str)] = &[
    ("openapi.json", "OpenAPI 3.1, the usual choice"),
    ("openapi.yaml", "the same, to read"),
    ("openapi-3.0.json", "for tools that stop at 3.0"),
    ("openapi-3.2.json", "with nested tags"),
    (
        "reports/traceability.csv",
        "every statement with page, lines and basis, as a spreadsheet",
    ),
];

fn provider(site: &Site, page: &Described) -> Markup {
    let provider = page.provider;
    let listed = site
        .of_page(provider.id)
        .filter(|it| it.is_listed())
        .count();
    html! {
        section class="provider" {
            h2 { a href={ (provider.id) "/index.html" } { (provider.title) } }
            p { (words::line(provider.description)) }
            (coverage::in_short(page))
            ul class="calls" {
                @for operation in site.of_page(provider.id).filter(|it| !it.is_listed()) {
                    li {
                        a href=(operation.address()) { (operation.title()) }
                        span class="signature" { (signature(operation)) }
                    }
                }
                @if listed > 0 {
                    li class="more" {
                        a href={ (provider.id) "/index.html#listed" } {
                            (words::count(listed, "operation")) " only listed"
                        }
                    }
                }
            }
        }
    }
}
