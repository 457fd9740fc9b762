//! What stands beside a page to read: the list of its parts.

use maud::{Markup, html};

/// A part of a page: its fragment, its heading, and how many of something it has.
pub(super) type Part = (String, String, Option<usize>);

/// The list of the parts of a page.
pub(super) fn contents(parts: impl IntoIterator<Item = Part>) -> Markup {
    html! {
        nav class="contents" aria-label="On this page" {
            p { "On this page" }
            ul {
                @for (id, heading, count) in parts {
                    li {
                        a href={ "#" (id) } { (heading) }
                        @if let Some(count) = count { " " span class="count" { (count) } }
                    }
                }
            }
        }
    }
}
