//! The request in eight languages.

use maud::{Markup, html};

use crate::site::Site;

/// The samples of an operation; nothing where there are none. Without scripts all of them show,
/// one below the other; with scripts they are tabs.
pub(super) fn samples(site: &Site, address: &str) -> Markup {
    let samples = site.samples().of(address);
    html! {
        @if !samples.is_empty() {
            section id="samples" class="samples" aria-labelledby="samples-title" {
                h2 id="samples-title" { "Samples" }
                p class="hint" {
                    "They call the sandbox as its first invented customer. To call the vendor, use "
                    "its address without the sandbox\u{2019}s prefix, and your own credentials."
                }
                @for (name, code) in samples {
                    section class="sample" data-language=(name) {
                        h3 { (name) }
                        pre tabindex="0" { code { (code) } }
                    }
                }
            }
        }
    }
}
