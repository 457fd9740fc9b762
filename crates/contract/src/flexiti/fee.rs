//! A fee of a purchase.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::listed_values::listed_values;
use crate::scalar::{Ascii, Number};

/// Fee of a purchase.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, ToSchema, JsonSchema)]
#[schema(as = FlexitiFee)]
#[schemars(rename = "FlexitiFee")]
pub struct Fee {
    /// Name of the fee, as the customer sees it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<Ascii<50>>,

    /// Amount of the fee, a money amount with at most 2 decimals.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub amount: Option<Number<18, 2>>,

    /// Kind of fee.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub r#type: Option<FeeType>,

    /// Information of which the customer has to be notified; for a promotional purchase, the merchant is legally obliged to display it to the customer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message: Option<Ascii<1000>>,
}

listed_values! {
    /// Kind of fee.
    pub enum FeeType as "FlexitiFeeType" within Ascii<20> {
        /// Administration fee.
        Admin = "Admin",
        /// Annual fee.
        Annual = "Annual",
    }
}
