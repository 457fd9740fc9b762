//! The evidence that no element has, what is left out, and the readings of an operation.

use maud::{Markup, html};
use review::explain::Ground;

use super::element::Teller;
use crate::ledger::Told;
use crate::operation::Operation;
use crate::page::readings;
use crate::site::Site;
use crate::words;

/// What the page says and the document leaves out, and whatever else is not told yet.
pub(super) fn remainder(teller: Teller) -> Markup {
    let Teller {
        ledger, evidence, ..
    } = teller;
    let mut omitted: Vec<(&str, Vec<Told>)> = Vec::new();
    let mut other: Vec<(&str, Vec<Told>)> = Vec::new();
    for (about, stated) in ledger.rest() {
        let (left_out, said): (Vec<_>, Vec<_>) = stated.into_iter().partition(|it| {
            it.origins
                .keys()
                .any(|(ground, _)| *ground == Ground::Omitted)
        });
        if !left_out.is_empty() {
            omitted.push((about, left_out));
        }
        if !said.is_empty() {
            other.push((about, said));
        }
    }
    let section = |id: &str, heading: &str, why: &str, elements: &[(&str, Vec<Told>)]| {
        html! {
            @if !elements.is_empty() {
                section id=(id) {
                    h2 { (heading) }
                    p { (why) }
                    ul class="fields" {
                        @for (about, stated) in elements {
                            li class="field" {
                                div class="what" { p class="name" { code { (about) } } }
                                (evidence.of(about, stated))
                            }
                        }
                    }
                }
            }
        }
    };
    html! {
        (section(
            "omitted",
            "Left out",
            "The page says this too, and a reading leaves it out of the document, for the reason \
             that the reading gives.",
            &omitted,
        ))
        (section(
            "further",
            "Further statements",
            "What the document says of this operation beside the above.",
            &other,
        ))
    }
}

/// The readings that any statement of an operation rests on, in plain words.
pub(super) fn decisions(site: &Site, operation: &Operation) -> Markup {
    let used = operation.explanation.readings();
    let known = site.readings();
    html! {
        @if !used.is_empty() {
            section id="readings" {
                h2 { "Readings" }
                p {
                    "Where the page is silent, lost something or contradicts itself, a recorded "
                    "decision says what was read and why. This operation rests on "
                    (words::thousands(used.len())) " of them."
                }
                @for index in used { (readings::decision(known, &known.all()[index])) }
            }
        }
    }
}
