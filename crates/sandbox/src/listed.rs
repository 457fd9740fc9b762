//! Operations that a page only lists: what is answered instead of what nobody documented.

use std::sync::LazyLock;

use axum::body::Body;
use axum::http::{Response, StatusCode};
use claims::{Aspect, PageClaims};

use crate::operation::Operation;
use crate::problem::{Listed, Problem};
use crate::sandbox::Sandbox;
use crate::source::Source;

/// The claims of every page, read when they are first asked for.
static PAGES: LazyLock<Vec<PageClaims>> = LazyLock::new(|| {
    let read = Source::ALL.into_iter().map(|source| {
        let page = source.page();
        claims::csv::parse(page.id, page.claims)
    });
    read.filter_map(Result::ok).map(|file| file.page).collect()
});

/// 501, with where the page lists the operation and where it is documented.
pub(crate) fn response(sandbox: &Sandbox, operation: &Operation) -> Response<Body> {
    let source = operation.source;
    let provider = source.provider();
    let documented_at: Vec<String> = sandbox.documented_at(operation).collect();
    let title = provider.map_or(source.as_str(), |provider| provider.title);
    let mut detail = format!(
        "The page of {title} lists this operation and documents neither its parameters nor its \
         bodies nor its responses, so none is invented."
    );
    if let Some(other) = documented_at.first() {
        detail = format!("{detail} Another page documents it: call `{other}`.");
    }
    let mut problem = Problem::new(StatusCode::NOT_IMPLEMENTED, detail);
    problem.listed = Some(Box::new(Listed {
        page: source.page().id.to_owned(),
        line: line(operation),
        url: provider.and_then(|provider| provider.url),
        documented_at,
    }));
    problem.response()
}

/// The line of the page that lists an operation.
fn line(operation: &Operation) -> Option<u32> {
    let name = format!("{} {}", operation.method, operation.path);
    let page = PAGES
        .iter()
        .find(|page| page.page == operation.source.page().id)?;
    let claim = page.claims.iter().find(|stated| {
        let claim = &stated.claim;
        claim.aspect == Aspect::Listed && *claim.operation == *name && &*claim.place == "operation"
    })?;
    Some(claim.line)
}
