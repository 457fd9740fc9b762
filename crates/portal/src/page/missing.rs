//! The page for an address that leads nowhere. A server shows it at that address, however deep it
//! is, so a script finds the root of the site and makes every link of the page start there.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use maud::{Markup, PreEscaped, html};
use sha2::{Digest, Sha256};

use super::{Page, Policy, page};
use crate::site::Site;

/// The script, which stands in the page: no file has an address yet that could be relied on.
const SCRIPT: &str = include_str!("../../assets/missing.js");

/// The page, which servers show with status 404.
pub(crate) fn missing(site: &Site) -> String {
    let content = html! {
        article class="text" {
            header class="title" {
                p class="trail" { "404" }
                h1 { "Page not found" }
                p class="lead" { "This site has no page at this address." }
            }
            p { "The search above finds operations, fields, errors and readings by their names." }
            ul {
                li { a href="index.html" { "First page" } }
                li { a href="index.html#files" { "All files" } }
                li { a href="reference.html" { "Reference of every operation" } }
                li { a href="readings.html" { "Readings" } }
            }
        }
    };
    page(
        site,
        &Page {
            address: "404.html",
            title: "Page not found",
            summary: "This site has no page at this address.",
            policy: Policy::Searches,
            twin: None,
            content,
        },
    )
}

/// What the page loads once the script knows from where.
pub(super) fn loads(styles: &[&str]) -> Markup {
    html! {
        link rel="icon" type="image/svg+xml" data-href="assets/icon.svg";
        @for style in styles {
            link rel="stylesheet" data-href={ "assets/" (style) ".css" };
        }
        script data-src="assets/theme.js" {}
        script type="module" data-src="assets/main.js" {}
    }
}

/// The script as an element.
pub(super) fn script() -> Markup {
    html! { script { (PreEscaped(SCRIPT)) } }
}

/// The script as a policy names it: by its hash (Content Security Policy Level 3, section 2.3.1).
pub(super) fn source() -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(SCRIPT)))
}
