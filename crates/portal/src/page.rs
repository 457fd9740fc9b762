//! The pages of the site, and what they have in common.

pub(crate) mod coverage;
pub(crate) mod evidence;
pub(crate) mod index;
pub(crate) mod operation;
pub(crate) mod provider;
pub(crate) mod readings;
pub(crate) mod reference;

use maud::{DOCTYPE, Markup, html};

use crate::operation::Operation;
use crate::site::Site;

/// What a page may do beyond what all of them may.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Policy {
    /// It shows what it holds.
    Reads,
    /// It also sends requests to a sandbox on this machine, or to the one that serves the page.
    Calls,
    /// It also runs Redoc, which writes styles of its own.
    Renders,
}

impl Policy {
    /// The styles that a page of this kind has.
    fn styles(self) -> &'static [&'static str] {
        match self {
            Self::Reads => &["style", "frame", "operation", "text", "print"],
            Self::Calls => &["style", "frame", "operation", "rail", "print"],
            Self::Renders => &["style", "frame", "reference"],
        }
    }

    /// The policy in the words of Content Security Policy Level 3.
    fn words(self) -> &'static str {
        match self {
            Self::Reads => {
                "default-src 'self'; base-uri 'none'; form-action 'none'; object-src 'none'"
            }
            Self::Calls => {
                "default-src 'self'; base-uri 'none'; form-action 'none'; object-src 'none'; \
                 connect-src 'self' http://127.0.0.1:* http://localhost:*"
            }
            Self::Renders => {
                "default-src 'self'; base-uri 'none'; form-action 'none'; object-src 'none'; \
                 style-src 'self' 'unsafe-inline'; img-src 'self' data:"
            }
        }
    }
}

/// One page, without what all pages have.
pub(crate) struct Page<'p> {
    /// The path from the root of the site.
    pub(crate) address: &'p str,
    /// The title, without the site's.
    pub(crate) title: &'p str,
    /// What it is about, in a sentence.
    pub(crate) summary: &'p str,
    /// What it may do.
    pub(crate) policy: Policy,
    /// What stands between the head of the site and its foot.
    pub(crate) content: Markup,
}

/// The name of the site.
const NAME: &str = "Customer APIs";

/// A page as HTML.
pub(crate) fn page(site: &Site, page: &Page) -> String {
    let root = root(page.address);
    let wide = page.policy == Policy::Renders;
    html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(page.policy.words());
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                meta name="description" content=(page.summary);
                title {
                    @if page.title == NAME { (NAME) } @else { (page.title) " \u{b7} " (NAME) }
                }
                link rel="icon" type="image/svg+xml" href={ (root) "assets/icon.svg" };
                @for style in page.policy.styles() {
                    link rel="stylesheet" href={ (root) "assets/" (style) ".css" };
                }
                // Before anything is painted, so that a remembered theme does not flash.
                script src={ (root) "assets/theme.js" } {}
                script type="module" src={ (root) "assets/main.js" } {}
            }
            body class=[wide.then_some("wide")] {
                a class="skip" href="#content" { "Skip to the content" }
                (head(page, root))
                div class="frame" {
                    main id="content" tabindex="-1" { (page.content) }
                    @if !wide { (operations(site, page, root)) }
                }
                @if !wide { (foot(site)) }
            }
        }
    }
    .into_string()
}

/// The way from a page to the root of the site.
pub(crate) fn root(address: &str) -> &'static str {
    // No page is deeper than one folder.
    if address.contains('/') { "../" } else { "" }
}

fn head(page: &Page, root: &str) -> Markup {
    let places = [
        ("reference.html", "Reference"),
        ("coverage.html", "Coverage"),
        ("readings.html", "Readings"),
    ];
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
            nav class="places" aria-label="Site" {
                a class="to-operations" href=(operations) { "Operations" }
                @for (place, name) in places {
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

fn operations(site: &Site, page: &Page, root: &str) -> Markup {
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

fn foot(site: &Site) -> Markup {
    html! {
        footer class="site" {
            p {
                "A third-party description, version " (site.version())
                ". No vendor has published or endorsed it. Every statement cites the line that it "
                "comes from, or the decision that it rests on."
            }
        }
    }
}

/// A method and a path, which is broken at its slashes where it does not fit.
pub(crate) fn signature(operation: &Operation) -> Markup {
    html! {
        span class="verb" { (operation.method) } " "
        code class="path" {
            @for (index, step) in operation.path.split('/').enumerate() {
                @if index > 0 { "/" wbr; }
                (step)
            }
        }
    }
}
