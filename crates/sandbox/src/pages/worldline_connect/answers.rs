//! The details of a customer, found by lookup values.

use contract::worldline::customer_details::GetCustomerDetailsRequest;

use super::{Worldline, WorldlineKey, lookup_fields};
use crate::answer::{Answer, Fault, Refusal};
use crate::asked::Asked;
use crate::checks::Wrong;
use crate::customers::Customers;

/// The payment product that looks customers up: the one of the page's example (line 69).
const PAYMENT_PRODUCT: &str = "9000";

/// Returns the details of the customer that the body identifies.
pub(super) fn customer_details(customers: &Customers<Worldline>, asked: Asked) -> Answer {
    if asked.parameters.text("paymentProductId") != Some(PAYMENT_PRODUCT) {
        let wrong = Wrong::parameter("paymentProductId", format!("expected `{PAYMENT_PRODUCT}`"));
        return Answer::refused_for(Fault::NotFound, wrong);
    }
    let request: GetCustomerDetailsRequest = match asked.body() {
        Ok(request) => request,
        Err(answer) => return answer,
    };
    let key = WorldlineKey::new(&request.country_code, &request.values);
    if let Some(found) = customers.find(&key) {
        return Answer::ok(&found.record.details);
    }
    let lacking = lacking(&request);
    if lacking.is_empty() {
        return Answer::refused(Fault::NoInformation);
    }
    Answer::Refused(Refusal::of(Fault::Invalid, lacking))
}

/// Names the lookup fields of the country that the request lacks.
fn lacking(request: &GetCustomerDetailsRequest) -> Vec<Wrong> {
    let mut countries = lookup_fields();
    let country = countries.find(|(code, _)| *code == request.country_code);
    let fields = country.map(|(_, fields)| fields).unwrap_or_default();
    let sent = |field: &&&str| {
        let mut values = request.values.iter();
        values.any(|pair| pair.key.as_deref() == Some(**field) && pair.value.is_some())
    };
    let lacking = fields.iter().filter(|field| !sent(field));
    lacking
        .map(|field| Wrong::property("values", format!("expected the key `{field}` with a value")))
        .collect()
}
