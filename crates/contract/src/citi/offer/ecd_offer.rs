//! The offer of an electronic certificate of deposit.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Offer of an Electronic Certificate of Deposit (ECD).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, ToSchema, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = CitiEcdOffer)]
#[schemars(rename = "CitiEcdOffer")]
pub struct EcdOffer {
    /// Security code of the product, if the offer of an Electronic Certificate of Deposit (ECD) has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub product_security_code: Option<String>,
}
