//! What pages and description call the same operation.

use claims::{PageClaim, PageClaims};
use review::witness::{Operations, Servers};
use serde_json::Value;

/// The operations of a description, each with its servers.
pub(crate) fn of_description(description: &Value) -> Servers {
    let named = |node: &Value| -> Vec<String> {
        let servers = node.get("servers").and_then(Value::as_array);
        let urls = servers
            .into_iter()
            .flatten()
            .filter_map(|it| it.get("url")?.as_str());
        urls.map(str::to_owned).collect()
    };
    let (mut servers, root) = (Servers::default(), named(description));
    for operation in claims::openapi::operations(description) {
        let name = operation.name().into();
        let own = named(operation.value);
        servers.add(&name, None);
        for server in if own.is_empty() { &root } else { &own } {
            servers.add(&name, Some(server));
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
    let pages = pages.into_iter();
    pages.map(|page| renamed(page, &operations)).collect()
}

/// A page whose operations are called as the description calls them.
pub(super) fn renamed(page: &PageClaims, operations: &Operations) -> PageClaims {
    PageClaims {
        page: page.page.clone(),
        capture: page.capture.clone(),
        claims: called(&page.claims, operations),
    }
}

/// Claims about operations as the description calls them.
pub(super) fn called<'c>(
    claims: impl IntoIterator<Item = &'c PageClaim>,
    operations: &Operations,
) -> Vec<PageClaim> {
    let called = |stated: &PageClaim| PageClaim {
        claim: operations.call(&stated.claim),
        ..stated.clone()
    };
    claims.into_iter().map(called).collect()
}
