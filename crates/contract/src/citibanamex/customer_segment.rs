//! The segment of a customer: how it is asked for, and the answer.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::scalar::Digits;

/// Customer whose segment is asked for.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, ToSchema, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = CitibanamexCustomerSegmentRequest)]
#[schemars(rename = "CitibanamexCustomerSegmentRequest")]
pub struct CustomerSegmentRequest {
    /// Identifier of the customer, at most 12 digits.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(examples("321116471234"))]
    #[schemars(example = "321116471234")]
    pub customer_id: Option<Digits<12>>,

    /// Number that is embossed or printed on the card, at most 16 digits.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(examples("4969452123456110"))]
    #[schemars(example = "4969452123456110")]
    pub card_number: Option<Digits<16>>,
}

/// Segment of a customer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = CitibanamexCustomerSegment)]
#[schemars(rename = "CitibanamexCustomerSegment")]
pub struct CustomerSegment {
    /// The customer, with the segment.
    pub customer: Customer,
}

/// A customer: name, segment and birthday.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = CitibanamexCustomer)]
#[schemars(rename = "CitibanamexCustomer")]
pub struct Customer {
    /// Full name of the customer.
    #[schema(examples("Luis Diaz Salinas"))]
    #[schemars(example = "Luis Diaz Salinas")]
    pub full_name: String,

    /// Segment to which the customer belongs.
    #[schema(examples("20"))]
    #[schemars(example = "20")]
    pub customer_segment: String,

    /// Whether today is the customer's birthday.
    #[schema(examples(true))]
    #[schemars(example = true)]
    pub birthday_today_flag: bool,
}
