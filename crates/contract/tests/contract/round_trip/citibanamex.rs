//! Samples of Citibanamex.

use contract::citibanamex::customer_segment::{Customer, CustomerSegment, CustomerSegmentRequest};
use contract::citibanamex::error::{Error, ErrorType};
use serde_json::json;

use super::check;

pub(crate) fn check_all() -> Vec<&'static str> {
    let customer = json!({
        "fullName": "Luis Diaz Salinas", "customerSegment": "20", "birthdayTodayFlag": true
    });
    vec![
        check::<Error>(&json!({
            "type": "invalid", "code": "invalidRequest", "details": "Missing", "location": "uuid",
            "moreInfo": "https://example.com", "uuid": "x", "timestamp": "yesterday"
        })),
        check::<ErrorType>(&json!("fatal")),
        check::<CustomerSegmentRequest>(&json!({
            "customerId": "321116471234", "cardNumber": "4969452123456110"
        })),
        check::<CustomerSegment>(&json!({ "customer": customer })),
        check::<Customer>(&customer),
    ]
}
