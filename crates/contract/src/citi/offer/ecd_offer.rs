//! The offer of an electronic certificate of deposit.

use macro_rules_attribute::apply;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::skip_none::skip_none;

/// Offer of an Electronic Certificate of Deposit (ECD).
#[apply(skip_none!)]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, ToSchema, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct EcdOffer {
    /// Security code of the product, if the offer of an Electronic Certificate of Deposit (ECD) has one.
    pub product_security_code: Option<String>,
}
