//! The profile of a customer, for a partner.

use serde::{Deserialize, Serialize};
use utoipa::openapi::RefOr;
use utoipa::openapi::schema::Schema;
use utoipa::{IntoParams, PartialSchema};

use super::{
    FORBIDDEN, INTERNAL_ERROR, INVALID_REQUEST, NOT_FOUND, OK, UNAUTHORIZED, error_row,
    reference_data,
};
use crate::citi::customer::CustomerProfile;
use crate::citi::error::{Error, ErrorType};
use crate::citi::headers::{DeviceHeaders, RequestHeaders};

pub use __path_get_partner_customer_profile as Path;

/// Which addresses to return.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase")]
#[into_params(parameter_in = Query)]
pub struct Query {
    /// Kind of address; the valid values are reference data.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[param(value_type = AddressType, inline, required = false)]
    pub address_type: Option<String>,
}

/// Schema of the `addressType` parameter.
// A `schema_with` function would cost the parameter its description.
struct AddressType;

impl PartialSchema for AddressType {
    fn schema() -> RefOr<Schema> {
        reference_data("/v1/utilities/referenceData/{addressType}")
    }
}

/// Retrieve Customer Personal Details from Partner
///
/// Returns, to a partner's site, the customer's particulars, segment, postal addresses, phone numbers and email addresses.
#[utoipa::path(
    get,
    path = "/partner/v1/customers/profiles",
    operation_id = "citiGetPartnerCustomerProfile",
    params(RequestHeaders, DeviceHeaders, Query),
    responses(
        (status = 200, description = OK, body = CustomerProfile, content_type = "application/json"),
        (
            status = 400,
            description = INVALID_REQUEST,
            body = Error,
            content_type = "application/json",
            examples((
                "invalidRequest" = (value = json!(error_row(
                    ErrorType::Invalid,
                    "invalidRequest",
                    "Missing or invalid parameters",
                )))
            )),
        ),
        (
            status = 401,
            description = UNAUTHORIZED,
            body = Error,
            content_type = "application/json",
            examples((
                "unAuthorized" = (value = json!(error_row(
                    ErrorType::Error,
                    "unAuthorized",
                    "Authorization credentials are missing or invalid",
                )))
            )),
        ),
        (
            status = 403,
            description = FORBIDDEN,
            body = Error,
            content_type = "application/json",
            examples((
                "accessNotConfigured" = (value = json!(error_row(
                    ErrorType::Error,
                    "accessNotConfigured",
                    "Access is not configured for this resource",
                )))
            )),
        ),
        (
            status = 404,
            description = NOT_FOUND,
            body = Error,
            content_type = "application/json",
            examples((
                "resourceNotFound" = (value = json!(error_row(
                    ErrorType::Error,
                    "resourceNotFound",
                    "Empty resource/resource not found",
                )))
            )),
        ),
        (
            status = 500,
            description = INTERNAL_ERROR,
            body = Error,
            content_type = "application/json",
            examples((
                "serverUnavailable" = (value = json!(error_row(
                    ErrorType::Fatal,
                    "serverUnavailable",
                    "The request failed due to an internal error",
                )))
            )),
        ),
    ),
    security(("citiBearer" = [])),
)]
pub fn get_partner_customer_profile() {}
