//! The rendered document: Redoc on the whole of it.

use maud::html;

use super::{Page, Policy, page};
use crate::site::Site;

/// The page of the rendered document.
pub(crate) fn reference(site: &Site) -> String {
    let content = html! {
        p class="no-script" { "Rendering the document needs JavaScript; the document itself is "
            a href="files/openapi.json" { "openapi.json" } "." }
        div id="redoc" data-document="files/openapi.json" {}
        script src="assets/redoc.js" {}
        script type="module" src="assets/reference.js" {}
    };
    page(
        site,
        &Page {
            address: "reference.html",
            title: "Reference",
            summary: "The OpenAPI document of all pages, rendered.",
            policy: Policy::Renders,
            content,
        },
    )
}
