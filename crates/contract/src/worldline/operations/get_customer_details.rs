//! The details of a customer.

use serde::{Deserialize, Serialize};
use utoipa::IntoParams;

use crate::worldline::customer_details::{GetCustomerDetailsRequest, GetCustomerDetailsResponse};
use crate::worldline::error::ErrorResponse;

pub use __path_get_customer_details as Path;

/// The customer and the payment product of a lookup.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase")]
#[into_params(parameter_in = Path)]
pub struct Lookup {
    /// Identifier of the customer, as Create Session returns it.
    pub customer_id: String,

    /// Identifier of the payment product.
    #[param(example = "9000")]
    pub payment_product_id: String,
}

/// Get customer details
///
/// Looks up a customer by the given values and returns personal information and address data, for a payment product that is configured for the caller's account.
///
/// The required fields depend on the country code. Call getPaymentProduct with it, and submit a valid value for each field whose `usedForLookup` is true.
#[utoipa::path(
    post,
    path = "/client/v1/{customerId}/products/{paymentProductId}/customerDetails",
    operation_id = "worldlineGetCustomerDetails",
    params(Lookup),
    request_body(
        content = GetCustomerDetailsRequest,
        description = "Country code and values to look up the customer's details.",
        content_type = "application/json",
        examples((
            "fiscalNumber" = (value = json!({
                "countryCode": "SE",
                "values": [{ "key": "fiscalNumber", "value": "012345678901" }],
            }))
        )),
    ),
    responses(
        (
            status = 200,
            description = "Personal information and address data that relate to the data of the request.",
            body = GetCustomerDetailsResponse,
            content_type = "application/json",
            examples((
                "customerDetails" = (value = json!({
                    "fiscalNumber": "0123456789012",
                    "city": "Stockholm",
                    "street": "Gustav Adolfs torg 22",
                    "zip": "111 52",
                    "firstName": "Gustav",
                    "surname": "Adolfs",
                    "emailAddress": "gustav.adolfs@stockholm.se",
                    "phoneNumber": "0123456789",
                    "languageCode": "",
                }))
            )),
        ),
        (
            status = 400,
            description = "The request lacks required values, or nothing was found for its input.",
            body = ErrorResponse,
            content_type = "application/json",
            examples((
                "customerDetailsNotFound" = (value = json!({
                    "errorId": "657b10da-d2f9-4088-a948-bf190ef516b1-00000311",
                    "errors": [{
                        "code": "1214",
                        "id": "CUSTOMER_DETAILS_NOT_FOUND",
                        "message": "No customer details could be found with the provided data.",
                    }],
                }))
            )),
        ),
        (
            status = 404,
            description = "No payment product has the submitted `paymentProductId`.",
            body = ErrorResponse,
            content_type = "application/json",
            examples((
                "unknownPaymentProductId" = (value = json!({
                    "errorId": "657b10da-d2f9-4088-a948-bf190ef516b1-00000312",
                    "errors": [{ "code": "1070", "message": "UNKNOWN_PAYMENT_PRODUCT_ID" }],
                }))
            )),
        ),
    ),
    security(("worldlineClientSession" = [])),
)]
pub fn get_customer_details() {}
