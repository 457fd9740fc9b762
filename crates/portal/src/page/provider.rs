//! The landing page of a provider: its page, its operations, how much of it is documented.

use std::collections::{BTreeMap, BTreeSet};

use contract::catalogue::Provider;
use maud::{Markup, html};
use review::Contradiction;
use review::contradictions::Side;

use super::contents::contents;
use super::evidence::Evidence;
use super::{Page, Policy, coverage, files, page, signature};
use crate::operation::Operation;
use crate::site::{Described, Site};
use crate::words;

/// The landing page of a provider.
pub(crate) fn provider(site: &Site, described: &Described, address: &str) -> String {
    let provider = described.provider;
    let (listed, documented): (Vec<_>, Vec<_>) =
        site.of_page(provider.id).partition(|it| it.is_listed());
    let content = html! {
        article class="text" {
            header class="title" {
                p class="trail" { a href="../index.html" { "Customer APIs" } }
                h1 { (provider.title) }
                p class="lead" { (words::line(provider.description)) }
                (origin(site, described))
                (evidence(site, described))
            }
            (side(site, provider, documented.len(), listed.len()))
            section id="documented" {
                h2 { "Documented operations" }
                (operations(&documented))
            }
            @if !listed.is_empty() {
                section id="listed" {
                    h2 { "Only listed" }
                    p {
                        "The page names these " (words::thousands(listed.len()))
                        " operations and documents nothing else of them."
                    }
                    (operations(&listed))
                }
            }
            section id="coverage" {
                h2 { "How much of the page is in the document" }
                (coverage::of_page(described))
            }
            (contradictions(site, provider))
        }
    };
    page(
        site,
        &Page {
            address,
            title: provider.title,
            summary: provider.description,
            policy: Policy::Reads,
            twin: None,
            content,
        },
    )
}

/// The files of the page, and its parts.
fn side(site: &Site, provider: &Provider, documented: usize, listed: usize) -> Markup {
    let contradictions = contradicting(site, provider).count();
    let part = |id: &str, heading: &str, count| (id.to_owned(), heading.to_owned(), count);
    let counted = |id, heading, count| (count > 0).then(|| part(id, heading, Some(count)));
    let parts = [
        counted("documented", "Documented operations", documented),
        counted("listed", "Only listed", listed),
        Some(part("coverage", "Coverage", None)),
        counted("contradictions", "Contradictions", contradictions),
    ];
    html! {
        div class="side" {
            section id="files" class="card" {
                h2 { "Take the document" }
                (files::of_page(site, provider))
            }
            (contents(parts.into_iter().flatten()))
        }
    }
}

/// The contradictions that involve a page.
fn contradicting<'s>(
    site: &Site<'s>,
    provider: &Provider,
) -> impl Iterator<Item = &'s Contradiction> {
    let on_page = |it: &&Contradiction| it.sites().any(|site| &*site.page == provider.id);
    site.input.contradictions.iter().filter(on_page)
}

/// Which page it is, and what identifies its capture.
fn origin(site: &Site, described: &Described) -> Markup {
    let provider = described.provider;
    let title = provider
        .page_title
        .or(provider.page_note)
        .unwrap_or(provider.title);
    html! {
        dl class="origin" {
            div {
                dt { "Page" }
                dd {
                    @match provider.url {
                        Some(url) => a href=(url) { (title) },
                        None => (title),
                    }
                    @if provider.page_title.is_some() {
                        @if let Some(note) = provider.page_note { " (" (note) ")" }
                    }
                }
            }
            div { dt { "Id" } dd { code { (provider.id) } } }
            div {
                dt { "Capture" }
                dd {
                    "SHA-256 " code class="digest" { (described.coverage.sha256) }
                    p class="hint" { (words::of_capture()) " " (coverage::in_rows(site, "../")) }
                }
            }
        }
    }
}

fn operations(operations: &[&Operation]) -> Markup {
    html! {
        ul class="calls" {
            @for operation in operations {
                li {
                    a href={ (operation.id()) ".html" } { (operation.title()) }
                    span class="signature" { (signature(operation)) }
                }
            }
        }
    }
}

/// The contradictions that involve this page.
fn contradictions(site: &Site, provider: &Provider) -> Markup {
    let found: Vec<_> = contradicting(site, provider).collect();
    html! {
        @if !found.is_empty() {
            section id="contradictions" {
                h2 { "Where the sources contradict each other" }
                ul class="contradictions" {
                    @for it in found {
                        li {
                            p { (words::line(&it.problem)) ":" }
                            ul {
                                @for (says, side) in it.says().iter().zip(&it.sides) {
                                    li { (words::line(says)) " (" (words::line(&sites(side))) ")" }
                                }
                            }
                            p class="hint" {
                                "The document " (words::line(&it.document))
                                @if let Some(id) = &it.reading {
                                    ", by " a href={ "../readings.html#reading." (id) } { (id) }
                                }
                                "."
                            }
                            @if let Some(ask) = &it.ask {
                                p class="hint" { "Open question to the vendor: " (words::line(ask)) }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// Where a side of a contradiction is said.
fn sites(side: &Side) -> String {
    let mut pages: BTreeMap<&str, BTreeSet<u32>> = BTreeMap::new();
    for site in &side.sites {
        pages.entry(&site.page).or_default().insert(site.line);
    }
    let pages = pages
        .iter()
        .map(|(page, lines)| format!("{page}, {}", words::lines(lines)));
    let source = side.source.iter().map(ToString::to_string);
    pages.chain(source).collect::<Vec<_>>().join("; ")
}

/// The evidence of what is said of the page as a whole.
fn evidence(site: &Site, described: &Described) -> Markup {
    let evidence = Evidence {
        readings: site.readings(),
        told: "../readings.html",
    };
    evidence.of(described.provider.title, &described.told())
}
