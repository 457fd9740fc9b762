//! What stands around the content of a page: the head with its search, the list of all operations,
//! the foot.

use maud::{Markup, html};

use super::{NAME, Page, Policy};
use crate::operation::Operation;
use crate::site::Site;

pub(super) fn head(site: &Site, page: &Page, root: &str) -> Markup {
    const PLACES: [(&str, &str); 4] = [
        ("reference.html", "Reference"),
        (super::crosswalk::INDEX, "Crosswalk"),
        ("coverage.html", "Coverage"),
        ("readings.html", "Readings"),
    ];
    let has_crosswalk = site.input.artefacts.contains_key("crosswalk/README.md");
    let is_there = |place: &str| place != super::crosswalk::INDEX || has_crosswalk;
    // Redoc has a list of its own in the place of ours.
    let elsewhere = page.policy == Policy::Renders;
    let operations = if elsewhere {
        "index.html#operations"
    } else {
        "#operations"
    };
    html! {
        header class="site" {
            a class="brand" href={ (root) "index.html" } { (NAME) }
            a class="version" href={ (root) "changelog.html" } {
                span class="hidden" { "Changelog of version " } (site.version())
            }
            nav class="places" aria-label="Site" {
                a class="to-operations" href=(operations) { "Operations" }
                @for (place, name) in PLACES.into_iter().filter(|it| is_there(it.0)) {
                    a href={ (root) (place) } aria-current=[(place == page.address).then_some("page")] {
                        (name)
                    }
                }
            }
            div class="search" role="search" hidden {
                label class="hidden" for="search" { "Search operations, fields, errors and readings" }
                input id="search" type="search" placeholder="Search" role="combobox"
                    aria-expanded="false" aria-controls="found" aria-autocomplete="list"
                    autocomplete="off" spellcheck="false";
                kbd aria-hidden="true" { "/" }
                div class="results" hidden {
                    ul id="found" role="listbox" aria-label="Found" tabindex="0" {}
                    p class="tally" role="status" {}
                }
            }
            button class="theme" type="button" hidden { "Dark" }
        }
    }
}

pub(super) fn operations(site: &Site, page: &Page, root: &str) -> Markup {
    let here = |operation: &Operation| operation.address() == page.address;
    html! {
        nav id="operations" class="operations" aria-label="Operations" {
            @for provider in site.pages.iter().map(|page| page.provider) {
                @let landing = format!("{}/index.html", provider.id);
                p class="provider" {
                    a href={ (root) (landing) } aria-current=[(landing == page.address).then_some("page")] {
                        (provider.title)
                    }
                }
                @let (listed, documented): (Vec<_>, Vec<_>) =
                    site.of_page(provider.id).partition(|it| it.is_listed());
                ul { @for operation in documented { (entry(operation, root, here(operation))) } }
                @if !listed.is_empty() {
                    details open[listed.iter().any(|it| here(it))] {
                        summary { (listed.len()) " only listed" }
                        ul { @for operation in listed { (entry(operation, root, here(operation))) } }
                    }
                }
            }
        }
    }
}

/// An operation in the list of all of them.
fn entry(operation: &Operation, root: &str, here: bool) -> Markup {
    html! {
        li {
            a href={ (root) (operation.address()) } aria-current=[here.then_some("page")] {
                span class="verb" { (operation.method) } " "
                span { (operation.title()) }
            }
        }
    }
}

pub(super) fn foot(site: &Site, root: &str) -> Markup {
    html! {
        footer class="site" {
            p {
                "A third-party description, version " (site.version())
                ". No vendor has published or endorsed it. Every statement cites the line it "
                "comes from, or the decision it rests on."
            }
            ul {
                li { a href={ (root) "changelog.html" } { "Changelog" } }
                li { a href={ (root) "index.html#files" } { "All files" } }
                li { a href={ (root) "llms.txt" } { "llms.txt" } ", for assistants" }
            }
        }
    }
}
