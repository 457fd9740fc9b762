//! The page of one operation: what it takes and answers, each with its evidence. Beside it stand
//! samples, a form that sends the request, and examples of the answers.

mod answers;
mod call;
mod element;
mod facts;
mod listed;
mod remainder;
mod request;
mod responses;
mod samples;

use maud::{Markup, html};

use super::evidence::Evidence;
use super::{Page, Policy, page, reference, root, signature};
use crate::ledger::Ledger;
use crate::operation::Operation;
use crate::site::Site;
use crate::words;
use element::Teller;

/// The page of an operation.
pub(crate) fn operation(site: &Site, operation: &Operation) -> String {
    let address = operation.address();
    let mut teller = Teller {
        operation,
        ledger: Ledger::of(&operation.explanation),
        evidence: Evidence {
            readings: site.readings(),
            told: "",
        },
    };
    let summary = format!("{}: {}", operation.name(), operation.title());
    let content = html! {
        article class="operation" {
            div class="beside" {
                div class="says" {
                    (head(site, operation, &address))
                    (asked(site, operation, &mut teller))
                }
                div class="rail" {
                    (samples::samples(site, operation))
                    (call::call(site, operation))
                }
            }
            @if !operation.is_listed() {
                div class="beside" {
                    (responses::responses(&mut teller))
                    div class="rail" { (answers::answers(&teller)) }
                }
            }
            (remainder::remainder(teller))
            (remainder::decisions(site, operation))
        }
    };
    page(
        site,
        &Page {
            address: &address,
            title: operation.title(),
            summary: &summary,
            policy: Policy::Calls,
            twin: Some(&format!("{}.md", operation.id())),
            content,
        },
    )
}

fn head(site: &Site, operation: &Operation, address: &str) -> Markup {
    let provider = operation.provider;
    html! {
        header class="title" {
            p class="trail" {
                a href={ (root(address)) "index.html" } { "Customer APIs" } " / "
                a href="index.html" { (provider.title) }
                span class="forms" {
                    a href={ (root(address)) "reference.html#" (reference::fragment(site, operation)) } {
                        "Reference"
                    }
                    a href={ (operation.id()) ".md" } { "Markdown" }
                }
            }
            h1 { (operation.title()) }
            p class="signature" { (signature(operation)) }
            @let judged = words::judged(operation.node);
            @if !judged.is_empty() {
                p class="judged" { em { "Our judgement: " (judged.join(", ")) } }
            }
            (jumps(site, operation))
        }
    }
}

/// The way to the parts of the page.
fn jumps(site: &Site, operation: &Operation) -> Markup {
    let documented = !operation.is_listed();
    let sampled = !site.samples().of(&operation.address()).is_empty();
    let read = !operation.explanation.readings().is_empty();
    let parts = [
        ("samples", "Samples", sampled),
        ("try", "Try it", true),
        ("request", "Request", true),
        ("responses", "Responses", documented),
        ("readings", "Readings", read),
    ];
    html! {
        nav class="jumps" aria-label="On this page" {
            @for (id, name, _) in parts.iter().filter(|(_, _, there)| *there) {
                a href={ "#" (id) } { (name) }
            }
        }
    }
}

/// What the marks before lines mean.
fn key() -> Markup {
    let marks = [
        (
            "documented",
            "Documented: a line of the page says it; the words of descriptions are ours",
        ),
        ("read", "With a reading: a recorded decision leads to it"),
        ("inferred", "Our judgement"),
        ("omitted", "Left out of the document"),
    ];
    html! {
        ul class="key" aria-label="What the marks mean" {
            @for (mark, meaning) in marks {
                li { span class={ "mark " (mark) } aria-hidden="true" {} (meaning) }
            }
        }
    }
}

/// What the operation is and what it takes.
fn asked(site: &Site, operation: &Operation, teller: &mut Teller) -> Markup {
    if operation.is_listed() {
        return listed::listed(site, operation, teller);
    }
    html! {
        section id="about" class="lead" {
            (words::prose(operation.description()))
            (teller.told("operation", "this operation"))
        }
        (key())
        (request::request(teller))
    }
}
