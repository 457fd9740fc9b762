//! The details of an offer.

use macro_rules_attribute::apply;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use utoipa::openapi::RefOr;
use utoipa::openapi::schema::Schema;
use utoipa::{IntoParams, PartialSchema};

use super::{OK, reference_data};
use crate::citi::headers::{DeviceHeaders, RandomRequestHeaders};
use crate::citi::offer::OfferDetails;
use crate::error_responses::error_responses;
use crate::object::skip_none;

pub use __path_get_offer_details as Path;

/// Which offer to return.
#[apply(skip_none!)]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, IntoParams, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[into_params(parameter_in = Query)]
pub struct Query {
    /// Unique identifier of the campaign that is offered to the channel.
    pub campaign_id: Option<String>,

    /// Unique identifier of the promotion, within the campaign that is offered to the channel.
    pub wave_id: Option<String>,

    /// Account number, encrypted.
    pub account_id: Option<String>,

    /// Unique identifier of the card, encrypted.
    pub card_id: Option<String>,

    /// Unique identifier of the offer.
    pub offer_id: Option<String>,

    /// Segment into which the offer is classified, so that usage managers can target it at a specific group of customers; the valid values are reference data.
    #[param(value_type = OfferSegmentCategory, inline, required = false)]
    pub offer_segment_category: Option<String>,

    /// Whether the offer is virtual.
    pub virtual_offer_flag: Option<bool>,

    /// Unique code of the product.
    pub product_code: Option<String>,
}

/// Schema of the `offerSegmentCategory` parameter.
// A `schema_with` function would cost the parameter its description.
struct OfferSegmentCategory;

impl PartialSchema for OfferSegmentCategory {
    fn schema() -> RefOr<Schema> {
        reference_data("/v1/utilities/referenceData/{offerSegmentCategory}")
    }
}

error_responses! {
    Errors of citi {
        400 => (Invalid, "invalidRequest", "Missing or invalid Parameters"),
        401 => (Error, "unAuthorized", "Authorization credentials are missing or invalid"),
        403 => (Error, "accessNotConfigured", "The request operation is not configured to access this resource"),
        500 => (Fatal, "serverUnavailable", "The request failed due to an internal error"),
    }
}

/// Retrieve Offer Details
///
/// Returns the details of an offer.
#[utoipa::path(
    get,
    path = "/v1/sales/customers/offers/details",
    operation_id = "citiGetOfferDetails",
    params(RandomRequestHeaders, DeviceHeaders, Query),
    responses(
        (
            status = 200,
            description = OK,
            body = OfferDetails,
            content_type = "application/json",
            // The page names no media type.
            extensions(("x-inferred" = json!(["media-type"]))),
        ),
        (status = 204, description = "There is no content to return."),
        Errors,
    ),
    security(("citiBearer" = [])),
)]
pub fn get_offer_details() {}
