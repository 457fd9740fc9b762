//! The invented customers: shown, changed and restored.

use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, Request, State};
use axum::http::{Response, StatusCode};
use axum::routing::get;
use serde_json::{Value, json};

use super::json_response;
use crate::answer::{MediaType, response};
use crate::checks::{plain_number, token};
use crate::customers::Refused;
use crate::pages::Folder;
use crate::problem::{Blame, Problem};
use crate::sandbox::Sandbox;

/// How many customers of each page are listed; the others are found by their number.
const LISTED: usize = 20;

pub(super) fn routes() -> Router<Arc<Sandbox>> {
    let one = get(show).put(put).delete(restore);
    Router::new()
        .route("/customers", get(list))
        .route("/customers/{page}/{number}", one)
}

/// The page and the number of a customer, as a path has them.
type Address = Result<Path<(String, String)>, PathRejection>;

/// One customer of a page.
struct Customer<'s> {
    page: &'static str,
    folder: &'s dyn Folder,
    number: usize,
}

/// The customer of an address, if there is one.
fn found(sandbox: &Sandbox, address: Address) -> Result<Customer<'_>, Problem> {
    let customer = address.ok().and_then(|Path((page, number))| {
        let page = sandbox.page(&page)?;
        let number = plain_number(&number).filter(|it| (1..=sandbox.count).contains(it))?;
        Some(Customer {
            page: page.id,
            folder: page.folder.as_deref()?,
            number,
        })
    });
    customer.ok_or_else(|| {
        let detail = "There is no such customer; `/customers` lists the pages and how many customers each has.";
        Problem::new(StatusCode::NOT_FOUND, detail)
    })
}

async fn list(State(sandbox): State<Arc<Sandbox>>) -> Response<Body> {
    let pages = sandbox.pages.iter().filter_map(|page| {
        let folder = page.folder.as_ref()?;
        let mut operations = sandbox.operations.iter();
        let scheme = &operations.find(|it| it.page.id == page.id)?.scheme;
        let customers = (1..=sandbox.count.min(LISTED)).filter_map(|number| {
            let record: Value = serde_json::from_str(&folder.json(number)?).ok()?;
            Some(json!({
                "number": number,
                "authorization": token(scheme, page.manner, &number),
                "href": format!("/customers/{}/{number}", page.id),
                "record": record,
            }))
        });
        Some(json!({ "page": page.id, "customers": customers.collect::<Vec<_>>() }))
    });
    json_response(&json!({
        "seed": sandbox.seed,
        "count": sandbox.count,
        "pages": pages.collect::<Vec<_>>(),
    }))
}

async fn show(State(sandbox): State<Arc<Sandbox>>, address: Address) -> Response<Body> {
    match found(&sandbox, address) {
        Ok(customer) => customer.shown(),
        Err(problem) => problem.response(),
    }
}

async fn put(
    State(sandbox): State<Arc<Sandbox>>,
    address: Address,
    request: Request,
) -> Response<Body> {
    let customer = match found(&sandbox, address) {
        Ok(customer) => customer,
        Err(problem) => return problem.response(),
    };
    match crate::serve::body(request).await {
        Ok(body) => customer.after(customer.folder.put(customer.number, &body)),
        Err(unread) => unread.response(),
    }
}

async fn restore(State(sandbox): State<Arc<Sandbox>>, address: Address) -> Response<Body> {
    match found(&sandbox, address) {
        Ok(customer) => customer.after(customer.folder.restore(customer.number)),
        Err(problem) => problem.response(),
    }
}

impl Customer<'_> {
    fn shown(&self) -> Response<Body> {
        let record = self.folder.json(self.number).unwrap_or_default();
        response(StatusCode::OK, Some((MediaType::Json, record.into_bytes())))
    }

    /// Shows the customer after a change, or why it is refused.
    fn after(&self, change: Result<(), Refused>) -> Response<Body> {
        let page = self.page;
        let Err(refused) = change else {
            tracing::info!(page, "a customer was changed");
            return self.shown();
        };
        tracing::warn!(page, %refused, "a change is refused");
        let status = match &refused {
            Refused::Unknown { .. } => StatusCode::NOT_FOUND,
            Refused::Invalid { .. } => StatusCode::BAD_REQUEST,
            Refused::KeysTaken { .. } => StatusCode::CONFLICT,
        };
        let mut problem = Problem::new(status, refused.to_string());
        if let Refused::Invalid { violations, .. } = refused {
            let blame = violations.into_iter().map(|violation| Blame {
                detail: format!("expected {}", violation.expected),
                location: violation.place,
            });
            problem.errors = blame.collect();
        }
        problem.response()
    }
}
