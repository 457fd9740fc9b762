//! What a purchase costs a customer, by regular credit and under promotional plans.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::fee::Fee;
use super::promotional_purchase::PromotionalPurchase;
use crate::listed_values::listed_values;
use crate::scalar::{Ascii, Number};

/// What a purchase costs a customer.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, ToSchema, JsonSchema)]
#[schema(as = FlexitiInterestCalculation)]
#[schemars(rename = "FlexitiInterestCalculation")]
pub struct InterestCalculation {
    /// Account number of the customer, at most 14 digits; it is not the number of the Flexiti Card (VCC).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub account_number: Option<Number<14, 0>>,

    /// Amount of the authorization, a money amount with at most 2 decimals.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub amount: Option<Number<18, 2>>,

    /// The customer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub customer: Option<InterestCustomer>,

    /// The purchase by regular credit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub regular_purchase: Option<RegularPurchase>,

    /// The purchase under promotional plans, one entry for each plan.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub promotional_purchase: Option<Vec<PromotionalPurchase>>,
}

/// The customer of a calculation.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, ToSchema, JsonSchema)]
#[schema(as = FlexitiInterestCustomer)]
#[schemars(rename = "FlexitiInterestCustomer")]
pub struct InterestCustomer {
    /// Credit that the customer has left to spend (open to buy), a money amount with at most 2 decimals.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub available_credit: Option<Number<18, 2>>,

    /// The `air` of the customer, which the documentation does not spell out, with at most 4 decimals.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub air: Option<Number<5, 4>>,

    /// First name of the customer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub first_name: Option<Ascii<80>>,

    /// Last name of the customer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_name: Option<Ascii<130>>,

    /// Category that goes with the customer's risk rating.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub customer_category_type: Option<CustomerCategory>,
}

listed_values! {
    /// Category of a customer.
    pub enum CustomerCategory as "FlexitiCustomerCategory" within Ascii<30> {
        /// Preferred.
        Preferred = "preferred",
        /// Premium.
        Premium = "premium",
        /// Standard.
        Standard = "standard",
    }
}

/// The purchase by regular credit.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, ToSchema, JsonSchema)]
#[schema(as = FlexitiRegularPurchase)]
#[schemars(rename = "FlexitiRegularPurchase")]
pub struct RegularPurchase {
    /// Money amount with at most 2 decimals to be paid each month, or the deferred payment.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub term_amount: Option<Number<18, 2>>,

    /// The `air` of the purchase, which the documentation does not spell out, with at most 4 decimals.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub air: Option<Number<5, 4>>,

    /// Fees of the purchase.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fees: Option<Vec<Fee>>,
}
