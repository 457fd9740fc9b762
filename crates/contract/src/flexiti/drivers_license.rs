//! A driver's licence, as it is sent.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::scalar::AsciiText;

/// Barcode of a driver's licence.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, ToSchema, JsonSchema)]
pub struct DriversLicense {
    /// PDF417 code with the information of the driver's licence.
    pub code: AsciiText,
}
