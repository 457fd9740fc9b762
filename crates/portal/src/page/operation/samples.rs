//! The request in eight languages.

use maud::{Markup, html};

use crate::operation::Operation;
use crate::page::signature;
use crate::site::Site;

/// The samples of an operation; nothing where there are none. Without scripts all of them show,
/// one below the other; with scripts they are tabs.
pub(super) fn samples(site: &Site, operation: &Operation) -> Markup {
    let samples = site.samples().of(&operation.address());
    html! {
        @if !samples.is_empty() {
            section id="samples" class="card samples" aria-labelledby="samples-title"
                data-remember="portal.language" {
                div class="bar" {
                    h2 id="samples-title" { "Samples" }
                    span class="signature" { (signature(operation)) }
                }
                @for (name, code) in samples {
                    section class="tabbed sample" data-tab=(name) {
                        h3 { (name) }
                        div class="code" { pre tabindex="0" { code { (code) } } }
                    }
                }
                p class="hint" {
                    "Calls the sandbox as its first customer. For the vendor, replace the address "
                    "and the credentials."
                }
            }
        }
    }
}
