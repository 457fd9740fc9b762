//! What a page says of an operation that it only lists: that it is there, on which line.

use std::collections::BTreeSet;

use claims::Aspect;
use maud::{Markup, html};

use super::element::Teller;
use super::request;
use crate::operation::Operation;
use crate::page::root;
use crate::site::Site;
use crate::words;

/// What is known of the operation, and who documents it, if another page does.
pub(super) fn listed(site: &Site, operation: &Operation, teller: &mut Teller) -> Markup {
    let lines = lines(operation);
    let elsewhere = site.documented(operation);
    html! {
        section id="about" class="lead" {
            div class="notice" {
                p {
                    strong { "Only listed." } " The page of " (operation.provider.title)
                    " names this operation on " (words::lines(&lines))
                    " and documents nothing else of it. "
                    "Parameters and answers are not guessed. The address and the credentials are "
                    "those of this vendor\u{2019}s other operations. The sandbox answers 501."
                }
                @if let Some(other) = elsewhere {
                    p {
                        (other.provider.title) " documents an operation of the same method and path: "
                        a href={ (root(&operation.address())) (other.address()) } { (other.title()) }
                        "."
                    }
                }
            }
            (teller.told("operation", "this operation"))
        }
        (super::key())
        section id="request" {
            h2 { "Request" }
            (request::address(teller))
            (request::credentials(teller))
            (request::parameters(teller))
        }
    }
}

/// The lines that list it.
pub(super) fn lines(operation: &Operation) -> BTreeSet<u32> {
    let stated = operation.explanation.statements.iter();
    let listed = stated.filter(|stated| {
        stated.statement.about == "operation" && stated.statement.aspect == Aspect::Listed
    });
    let lines = listed.flat_map(|stated| stated.origins.values().flat_map(|it| it.values()));
    lines.flatten().copied().collect()
}
