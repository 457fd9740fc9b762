//! The pages of the site, and what they have in common.

pub(crate) mod changelog;
mod contents;
pub(crate) mod coverage;
pub(crate) mod crosswalk;
pub(crate) mod evidence;
pub(crate) mod files;
mod frame;
pub(crate) mod index;
pub(crate) mod missing;
pub(crate) mod operation;
pub(crate) mod provider;
pub(crate) mod readings;
mod recorded;
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
    /// It stands at any address, and finds out where the site is.
    Searches,
}

impl Policy {
    /// The styles that a page of this kind has.
    fn styles(self) -> &'static [&'static str] {
        match self {
            Self::Reads => &["style", "frame", "operation", "text", "print"],
            Self::Calls => &["style", "frame", "operation", "rail", "print"],
            Self::Renders => &["style", "frame", "reference"],
            Self::Searches => &["style", "frame", "text"],
        }
    }

    /// The policy in the words of Content Security Policy Level 3.
    fn words(self) -> String {
        const ALL: &str =
            "default-src 'self'; base-uri 'none'; form-action 'none'; object-src 'none'";
        match self {
            Self::Reads => ALL.to_owned(),
            Self::Calls => {
                format!("{ALL}; connect-src 'self' http://127.0.0.1:* http://localhost:*")
            }
            Self::Renders => {
                format!("{ALL}; style-src 'self' 'unsafe-inline'; img-src 'self' data:")
            }
            Self::Searches => format!("{ALL}; script-src 'self' {}", missing::source()),
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
    /// Where the same is in Markdown, seen from the page.
    pub(crate) twin: Option<&'p str>,
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
                @if let Some(twin) = page.twin {
                    link rel="alternate" type="text/markdown" href=(twin);
                }
                @if page.policy == Policy::Searches {
                    (missing::loads(page.policy.styles()))
                } @else {
                    (loads(page.policy.styles(), root))
                }
            }
            body class=[wide.then_some("wide")] {
                a class="skip" href="#content" { "Skip to the content" }
                (frame::head(site, page, root))
                div class="frame" {
                    main id="content" tabindex="-1" { (page.content) }
                    @if !wide { (frame::operations(site, page, root)) }
                }
                @if !wide { (frame::foot(site, root)) }
                @if page.policy == Policy::Searches { (missing::script()) }
            }
        }
    }
    .into_string()
}

/// What a page loads: its icon, its styles, its scripts.
fn loads(styles: &[&str], root: &str) -> Markup {
    html! {
        link rel="icon" type="image/svg+xml" href={ (root) "assets/icon.svg" };
        @for style in styles {
            link rel="stylesheet" href={ (root) "assets/" (style) ".css" };
        }
        // Before anything is painted, so that a remembered theme does not flash.
        script src={ (root) "assets/theme.js" } {}
        script type="module" src={ (root) "assets/main.js" } {}
    }
}

/// The way from a page to the root of the site.
pub(crate) fn root(address: &str) -> &'static str {
    // No page is deeper than one folder.
    if address.contains('/') { "../" } else { "" }
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
