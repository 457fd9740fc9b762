//! The files that the portal offers, as lists.

use contract::catalogue::Provider;
use maud::{Markup, html};

use crate::files::{File, Group};
use crate::site::Site;
use crate::words;

/// The editions of the whole document, and the other files by their names alone.
pub(super) fn in_short(site: &Site) -> Markup {
    html! {
        ul class="files" {
            @for file in Group::Editions.files(site) { (entry(&file, "")) }
        }
        @for (heading, group) in [("One per page", Group::Pages), ("JSON Schemas", Group::Schemas)] {
            h3 { (heading) }
            ul class="inline" {
                @for file in group.files(site) {
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
            @for group in Group::ALL {
                div {
                    h3 { (group.heading()) }
                    ul class="files" {
                        @for file in group.files(site) { (entry(&file, "")) }
                    }
                }
            }
        }
    }
}

/// The files of one page: its document, and the schemas that it shares with others of its vendor.
pub(super) fn of_page(site: &Site, provider: &Provider) -> Markup {
    let of = |group: Group, stem: &str| {
        let files = group.files(site).into_iter();
        files.filter(|file| file.stem() == stem).collect::<Vec<_>>()
    };
    html! {
        ul class="files" {
            @for file in of(Group::Pages, provider.id) { (entry(&file, "../")) }
            @for file in of(Group::Schemas, provider.group) { (entry(&file, "../")) }
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
