//! The files that the portal offers, as lists.

use contract::catalogue::Provider;
use maud::{Markup, html};

use crate::files::{File, Offer};
use crate::site::Site;
use crate::words;

/// The editions of the whole document, and the other files by their names alone.
pub(super) fn in_short(site: &Site) -> Markup {
    html! {
        ul class="files" {
            @for file in Offer::Editions.files(site) { (entry(&file, "")) }
        }
        @for (heading, offer) in [("One per page", Offer::Pages), ("JSON Schemas", Offer::Schemas)] {
            h3 { (heading) }
            ul class="inline" {
                @for file in offer.files(site) {
                    li { a href={ "files/" (file.path) } { (file.stem()) } }
                }
            }
        }
    }
}

/// Every file, in groups.
pub(super) fn all(site: &Site) -> Markup {
    html! {
        div class="groups" {
            @for offer in Offer::ALL {
                div {
                    h3 { (offer.heading()) }
                    ul class="files" {
                        @for file in offer.files(site) { (entry(&file, "")) }
                    }
                }
            }
        }
    }
}

/// The files of one page: its document, and the schemas that it shares with others of its vendor.
pub(super) fn of_page(site: &Site, provider: &Provider) -> Markup {
    let of = |offer: Offer, stem: &str| {
        let files = offer.files(site).into_iter();
        files.filter(|file| file.stem() == stem).collect::<Vec<_>>()
    };
    html! {
        ul class="files" {
            @for file in of(Offer::Pages, provider.id) { (entry(&file, "../")) }
            @for file in of(Offer::Schemas, provider.group) { (entry(&file, "../")) }
        }
    }
}

/// A file with what it is and its size.
fn entry(file: &File, root: &str) -> Markup {
    html! {
        li {
            a href={ (root) "files/" (file.path) } { (file.name()) }
            span class="hint" { (file.what) }
            span class="size" { (words::size(file.size)) }
        }
    }
}
