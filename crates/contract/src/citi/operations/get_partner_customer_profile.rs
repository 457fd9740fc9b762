//! The profile of a customer, from a partner's site.

use macro_rules_attribute::apply;
use serde::{Deserialize, Serialize};
use utoipa::openapi::RefOr;
use utoipa::openapi::schema::Schema;
use utoipa::{IntoParams, PartialSchema};

use super::{CustomerErrors, OK, reference_data};
use crate::citi::customer::CustomerProfile;
use crate::citi::headers::{DeviceHeaders, RequestHeaders};
use crate::object::skip_none;

pub use __path_get_partner_customer_profile as Path;

/// Which addresses to return.
#[apply(skip_none!)]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase")]
#[into_params(parameter_in = Query)]
pub struct Query {
    /// Kind of address; the valid values are reference data.
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
/// Returns details of the customer from the partner's site, among them personal particulars, address, phone number and email.
#[utoipa::path(
    get,
    path = "/partner/v1/customers/profiles",
    operation_id = "citiGetPartnerCustomerProfile",
    params(RequestHeaders, DeviceHeaders, Query),
    responses(
        (
            status = 200,
            description = OK,
            body = CustomerProfile,
            content_type = "application/json",
            // The page names no media type.
            extensions(("x-inferred" = json!(["media-type"]))),
        ),
        CustomerErrors,
    ),
    security(("citiBearer" = [])),
)]
pub fn get_partner_customer_profile() {}
