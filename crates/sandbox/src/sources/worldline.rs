//! Worldline: the details of the customer whom lookup values identify.

use contract::worldline::customer_details::GetCustomerDetailsRequest;

use crate::answer::{Answer, Fault};
use crate::asked::Asked;
use crate::checks::Wrong;
use crate::customers::{Worldline, WorldlineKey};

/// The payment product that looks customers up: the one of the page's example (line 68).
const PAYMENT_PRODUCT: &str = "9000";

/// The details of the customer whom the body identifies.
pub(super) fn customer_details(asked: Asked) -> Answer {
    if asked.parameters.text("paymentProductId") != Some(PAYMENT_PRODUCT) {
        let wrong = Wrong::parameter("paymentProductId", format!("expected `{PAYMENT_PRODUCT}`"));
        return Answer::refused_for(Fault::NotFound, wrong);
    }
    let request: GetCustomerDetailsRequest = match asked.body() {
        Ok(request) => request,
        Err(answer) => return answer,
    };
    let key = WorldlineKey::new(&request.country_code, &request.values);
    match asked.store.find::<Worldline>(&key) {
        Some(found) => Answer::ok(&found.record.details),
        None => Answer::refused(Fault::NoInformation),
    }
}
