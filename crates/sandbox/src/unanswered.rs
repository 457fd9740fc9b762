//! An operation that is not answered: its page only lists it, or its page has no folder that answers it.

use axum::body::Body;
use axum::http::{Response, StatusCode};
use claims::Aspect;

use crate::operation::Operation;
use crate::problem::{OnPage, Problem};
use crate::sandbox::Sandbox;

/// Answers 501, with the line of the page that documents or lists the operation, and where it is answered.
pub(crate) fn response(sandbox: &Sandbox, operation: &Operation) -> Response<Body> {
    let page = &operation.page;
    let answered_at: Vec<String> = sandbox.answered_at(operation).collect();
    let what = if operation.listed {
        "lists this operation and documents neither its parameters nor its bodies nor its \
         responses, so none is invented."
    } else {
        "documents this operation, and the sandbox has no answer to it."
    };
    let elsewhere = match answered_at.first() {
        Some(other) => format!(" Another page documents it: call `{other}`."),
        None => String::new(),
    };
    let detail = format!("The page of {} {what}{elsewhere}", page.title);
    let mut problem = Problem::new(StatusCode::NOT_IMPLEMENTED, detail);
    let stands = OnPage {
        page: page.id.to_owned(),
        line: line(operation),
        url: page.url,
        documented_at: answered_at,
    };
    if operation.listed {
        problem.listed = Some(Box::new(stands));
    } else {
        problem.documented = Some(Box::new(stands));
    }
    problem.response()
}

/// The line of the page that documents or lists an operation.
fn line(operation: &Operation) -> Option<u32> {
    let page = &operation.page;
    // A page that lost the method documents `? /v1/customers`.
    let names = [&*operation.method, "?"].map(|method| format!("{method} {}", operation.path));
    let aspect = if operation.listed {
        Aspect::Listed
    } else {
        Aspect::Documented
    };
    let claim = page.read_claims().iter().find(|stated| {
        let claim = &stated.claim;
        claim.aspect == aspect
            && &*claim.place == "operation"
            && names.iter().any(|name| *claim.operation == **name)
    })?;
    Some(claim.line)
}
