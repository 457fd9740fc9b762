//! What pages and description call the same operation.

use claims::{PageClaim, PageClaims};
use review::witness::{Operations, Servers};
use serde_json::Value;

/// The operations of a description, each with its servers.
pub(crate) fn of_description(description: &Value) -> Servers {
    let mut servers = Servers::default();
    for operation in claims::openapi::operations(description) {
        let name = operation.name().into();
        servers.add(&name, None);
        let own = operation.value["servers"].as_array();
        let named = own.filter(|own| !own.is_empty());
        let named = named.or_else(|| description["servers"].as_array());
        for server in named.into_iter().flatten() {
            servers.add(&name, server["url"].as_str());
        }
    }
    servers
}

/// The claims of pages about the operations as the description calls them.
pub(crate) fn of_pages<'p>(
    pages: impl IntoIterator<Item = &'p PageClaims> + Clone,
    description: &Value,
) -> Vec<PageClaims> {
    let claims = pages.clone().into_iter().flat_map(|page| &page.claims);
    let theirs = Servers::of(claims.map(|stated| &stated.claim));
    let operations = Operations::between(&of_description(description), &theirs);
    let called = |stated: &PageClaim| PageClaim {
        claim: operations.call(&stated.claim),
        ..stated.clone()
    };
    let renamed = |page: &PageClaims| PageClaims {
        page: page.page.clone(),
        capture: page.capture.clone(),
        claims: page.claims.iter().map(called).collect(),
    };
    pages.into_iter().map(renamed).collect()
}
