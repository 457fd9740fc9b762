//! The rendered document: Redoc on the whole of it.

use maud::html;

use super::{Page, Policy, page, signature};
use crate::operation::{Operation, text};
use crate::site::Site;

/// The page of the rendered document. Without scripts it lists the operations; with scripts each
/// operation that Redoc renders links to its own page, as the list does.
pub(crate) fn reference(site: &Site) -> String {
    let content = html! {
        article class="text no-script" {
            h1 { "Reference" }
            p { "Rendering the document needs JavaScript; the document itself is "
                a href="files/openapi.json" { "openapi.json" } "." }
            ul class="calls" {
                @for operation in site.operations.iter().filter(|it| site.is_own(it)) {
                    li id=(fragment(site, operation)) {
                        a href=(operation.address()) data-operation=(operation.id()) {
                            (operation.title())
                        }
                        span class="signature" { (signature(operation)) }
                    }
                }
            }
        }
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
            twin: None,
            content,
        },
    )
}

/// The fragment that Redoc has for an operation of the document of all pages.
pub(super) fn fragment(site: &Site, operation: &Operation) -> String {
    let node = site.consolidated(operation);
    let tag = node["tags"][0].as_str().unwrap_or_default();
    let id = text(node, "operationId");
    format!("tag/{tag}/operation/{id}")
}
