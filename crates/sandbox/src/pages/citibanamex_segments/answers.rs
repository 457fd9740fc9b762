//! The segment of a customer, found by identifier, by card number, or by both.

use contract::citibanamex::customer_segment::{CustomerSegment, CustomerSegmentRequest};
use contract::citibanamex::headers::RequestHeaders;

use super::{Citibanamex, CitibanamexKey};
use crate::answer::{Answer, Fault};
use crate::asked::Asked;
use crate::checks::Wrong;
use crate::customers::Customers;

/// The country of the service, ISO 3166: any other "is not supported currently" (line 21).
const COUNTRY: &str = "MX";

/// Returns the segment of the customer that the body names.
pub(super) fn segment(customers: &Customers<Citibanamex>, asked: Asked) -> Answer {
    let read = asked
        .parameters()
        .and_then(|headers: RequestHeaders| Ok((headers, asked.body()?)));
    let (headers, request): (_, CustomerSegmentRequest) = match read {
        Ok(read) => read,
        Err(answer) => return answer,
    };
    if headers.country_code != COUNTRY {
        let wrong = Wrong::parameter("countryCode", format!("expected `{COUNTRY}`"));
        return Answer::refused_for(Fault::NotConfigured, wrong);
    }
    let find = |key| customers.find(&key);
    let by_id = request
        .customer_id
        .map(|id| find(CitibanamexKey::CustomerId(id)));
    let by_card = request
        .card_number
        .map(|card| find(CitibanamexKey::CardNumber(card)));
    let found = match (by_id, by_card) {
        // The page requires neither, but without both there is nobody to look up.
        (None, None) => {
            let wrong = Wrong::property("customerId", "expected it or `cardNumber` to be there");
            return Answer::refused_for(Fault::Invalid, wrong);
        }
        (Some(found), None) | (None, Some(found)) => found,
        (Some(Some(one)), Some(Some(other))) if one.number == other.number => Some(one),
        (Some(Some(_)), Some(_)) => {
            let wrong = Wrong::property("cardNumber", "expected a card of the customer");
            return Answer::refused_for(Fault::Business, wrong);
        }
        (Some(None), Some(_)) => None,
    };
    match found {
        Some(found) => Answer::ok(&CustomerSegment {
            customer: found.record.customer.clone(),
        }),
        None => Answer::refused(Fault::NotFound),
    }
}
