//! The front page: how to call something, which files there are to take, whose APIs are described.

use maud::{Markup, html};

use super::{Page, Policy, coverage, files, page, signature};
use crate::operation::Operation;
use crate::site::{Described, Site};
use crate::words;

/// The front page.
pub(crate) fn index(site: &Site) -> String {
    let content = html! {
        article class="text home" {
            header class="title" {
                h1 { "Customer APIs, as their pages document them" }
                p class="lead" {
                    (words::count(site.pages.len(), "documentation page"))
                    " of banks and payment companies, read line by line into one OpenAPI "
                    "document. Every statement cites the line it comes from, or the decision it "
                    "rests on."
                }
            }
            div class="begin" {
                (call(site))
                section class="card" aria-labelledby="take" {
                    h2 id="take" { "Take the document" }
                    (files::in_short(site))
                    p { a href="#files" { "All files, with sizes" } }
                }
            }
            (numbers(site))
            section id="pages" {
                h2 { "Pages" }
                @for page in &site.pages { (provider(site, page)) }
            }
            section id="files" {
                h2 { "All files" }
                (files::all(site))
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
            twin: None,
            content,
        },
    )
}

/// How to call something: the first operation of each page, and the sandbox that answers.
fn call(site: &Site) -> Markup {
    let documented = |page: &Described| site.of_page(page.provider.id).find(|it| !it.is_listed());
    let firsts = site.pages.iter();
    let firsts = firsts.filter_map(|page| Some((page.provider.title, documented(page)?)));
    html! {
        section class="card" aria-labelledby="call" {
            h2 id="call" { "Call something" }
            p {
                "The sandbox needs no credentials and answers with invented customers. Start it, "
                "open an operation, press Send:"
            }
            div class="code" { pre tabindex="0" { code { "cargo run --package sandbox" } } }
            ul class="firsts" {
                @for (provider, operation) in firsts {
                    li {
                        span class="verb" { (operation.method) }
                        a href={ (operation.address()) "#try" } { (operation.title()) }
                        span class="hint" { (provider) }
                    }
                }
            }
        }
    }
}

/// How much there is. An operation of two pages counts once, as documented if one documents it.
fn numbers(site: &Site) -> Markup {
    let (documented, listed) = site.counts();
    let claims = site.input.coverage.consolidated.claims;
    let numbers = [
        (documented + listed, "operations"),
        (documented, "of them documented"),
        (listed, "only listed by name"),
        (claims, "statements with evidence"),
        (site.readings().all().len(), "recorded readings"),
    ];
    html! {
        dl class="numbers" {
            @for (number, what) in numbers {
                div { dt { (what) } dd { (words::thousands(number)) } }
            }
        }
    }
}

fn provider(site: &Site, page: &Described) -> Markup {
    let provider = page.provider;
    let (listed, documented): (Vec<_>, Vec<_>) =
        site.of_page(provider.id).partition(|it| it.is_listed());
    html! {
        section class="provider" {
            h3 { a href={ (provider.id) "/index.html" } { (provider.title) } }
            p { (words::line(provider.description)) }
            ul class="calls" {
                @for operation in documented {
                    li {
                        a href=(operation.address()) { (operation.title()) }
                        span class="signature" { (signature(operation)) }
                    }
                }
                @if !listed.is_empty() {
                    li class="more" {
                        a href={ (provider.id) "/index.html#listed" } {
                            (words::count(listed.len(), "operation")) " only listed here"
                        }
                        (elsewhere(site, &listed))
                    }
                }
            }
            (coverage::in_short(page))
        }
    }
}

/// How many of the operations that a page only lists another page documents.
fn elsewhere(site: &Site, listed: &[&Operation]) -> Markup {
    let documented = listed.iter().filter(|it| site.documented(it).is_some());
    let documented = documented.count();
    html! {
        @if documented > 0 {
            span class="hint" { (documented) " of them documented by another page" }
        }
    }
}
