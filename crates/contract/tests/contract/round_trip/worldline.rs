//! Samples of Worldline.

use contract::worldline::customer_details::{
    GetCustomerDetailsRequest, GetCustomerDetailsResponse, KeyValuePair,
};
use contract::worldline::error::{ApiError, ErrorCategory, ErrorResponse};
use serde_json::json;

use super::check;

pub(crate) fn check_all() -> Vec<&'static str> {
    let error = json!({
        "category": "IO_ERROR", "code": "1214", "httpStatusCode": 400, "id": "NOT_FOUND",
        "message": "None", "propertyName": "a[b='some value']", "requestId": "1"
    });
    let pair = json!({ "key": "fiscalNumber", "value": "012345678901" });
    vec![
        check::<ErrorResponse>(&json!({ "errorId": "1", "errors": [error, error] })),
        check::<ApiError>(&error),
        check::<ErrorCategory>(&json!("CONNECT_PLATFORM_ERROR")),
        check::<GetCustomerDetailsRequest>(&json!({ "countryCode": "SE", "values": [pair] })),
        check::<KeyValuePair>(&pair),
        check::<GetCustomerDetailsResponse>(&json!({
            "city": "Stockholm", "country": "Sweden", "emailAddress": "a@example.com",
            "firstName": "Gustav", "fiscalNumber": "0123456789012", "languageCode": "sv",
            "phoneNumber": "0123456789", "street": "Gustav Adolfs torg 22", "surname": "Adolfs",
            "zip": "111 52"
        })),
    ]
}
