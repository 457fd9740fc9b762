//! The files that the portal offers: which there are, and what each is for.

use maud::{Markup, html};

use crate::site::Site;
use crate::words;

/// One file, or the files of one folder.
struct Offer<'o> {
    /// How the path begins, below `spec/`.
    start: &'o str,
    /// What it is, in a few words.
    what: &'o str,
}

/// A group of files under a heading.
struct Group {
    heading: &'static str,
    offers: &'static [Offer<'static>],
}

const fn offer(start: &'static str, what: &'static str) -> Offer<'static> {
    Offer { start, what }
}

/// The whole document, the usual choice first.
const EDITIONS: &[Offer<'static>] = &[
    offer("openapi.json", "OpenAPI 3.1, the usual choice"),
    offer("openapi.yaml", "the same as YAML"),
    offer("openapi-3.0.json", "for tools that stop at 3.0"),
    offer("openapi-3.2.json", "OpenAPI 3.2, with nested tags"),
];

/// The documents of one page each.
const PROVIDERS: Offer<'static> = offer("providers/", "OpenAPI 3.1");

/// The types of one vendor each.
const SCHEMAS: Offer<'static> = offer("schemas/", "JSON Schema 2020-12");

/// Every group, in the order of the page.
const GROUPS: &[Group] = &[
    Group {
        heading: "All pages in one document",
        offers: EDITIONS,
    },
    Group {
        heading: "One document per page, with its server",
        offers: &[PROVIDERS],
    },
    Group {
        heading: "JSON Schemas of the types",
        offers: &[SCHEMAS],
    },
    Group {
        heading: "Evidence",
        offers: &[offer(
            "reports/traceability.csv",
            "every statement with its page, lines and basis",
        )],
    },
];

/// The editions of the whole document, as a short list.
pub(super) fn editions(site: &Site) -> Markup {
    html! {
        ul class="files" {
            @for edition in EDITIONS { (list(site, edition, "")) }
        }
    }
}

/// The files of one page or one vendor, by their names alone.
pub(super) fn names(site: &Site) -> Markup {
    html! {
        @for (heading, offer) in [("One per page", PROVIDERS), ("JSON Schemas", SCHEMAS)] {
            h3 { (heading) }
            ul class="inline" {
                @for (path, _) in site.input.offered().filter(|(path, _)| path.starts_with(offer.start)) {
                    li { a href={ "files/" (path) } { (short(path)) } }
                }
            }
        }
    }
}

/// A file's name without its folder and what all of the folder end in.
fn short(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.split('.').next().unwrap_or(name)
}

/// Every file, in groups.
pub(super) fn all(site: &Site) -> Markup {
    html! {
        div class="groups" {
            @for group in GROUPS {
                div {
                    h3 { (group.heading) }
                    ul class="files" {
                        @for offer in group.offers { (list(site, offer, "")) }
                    }
                }
            }
        }
    }
}

/// The files of one page: its document, and the schemas that it shares with others of its vendor.
pub(super) fn of_page(site: &Site, page: &str, group: &str) -> Markup {
    let document = format!("providers/{page}.json");
    let schemas = format!("schemas/{group}.schema.json");
    html! {
        ul class="files" {
            (list(site, &Offer { start: &document, what: "this page alone, OpenAPI 3.1" }, "../"))
            (list(site, &Offer { start: &schemas, what: "the types as JSON Schema" }, "../"))
        }
    }
}

/// The files whose paths begin so, each with its size.
fn list(site: &Site, offer: &Offer<'_>, root: &str) -> Markup {
    let files = site.input.offered();
    let files = files.filter(|(path, _)| path.starts_with(offer.start));
    html! {
        @for (path, text) in files {
            li {
                a href={ (root) "files/" (path) } { (path.rsplit('/').next().unwrap_or(path)) }
                span class="hint" { (offer.what) }
                span class="size" { (words::size(text.len())) }
            }
        }
    }
}
