//! What the relationship with Citi has brought the customer.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Length of the customer's relationship with Citi, and what it has returned.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, ToSchema, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = CitiYearsWithCitiRelationship)]
#[schemars(rename = "CitiYearsWithCitiRelationship")]
pub struct YearsWithCitiRelationship {
    /// Language in which the customer prefers to be addressed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language_code: Option<String>,

    /// Length of the relationship with Citi, in years.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub relationship_with_citi_in_years: Option<i32>,

    /// Segment that the customer was last upgraded to, which decides the interest rate; the possible values are reference data.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(extensions(
        ("x-reference-data" = json!("/v1/utilities/referenceData/{customerSegment}")),
    ))]
    #[schemars(extend("x-reference-data" = "/v1/utilities/referenceData/{customerSegment}"))]
    pub last_upgraded_customer_segment: Option<String>,

    /// Net amount saved, rounded down to a multiple of 10.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub returns_net_savings_amount: Option<i32>,

    /// Amount newly invested, rounded down to a multiple of 10.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub returns_new_investment_amount: Option<i32>,

    /// Dividends earned, rounded down to a multiple of 10.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub returns_dividends_earned_amount: Option<i32>,

    /// Total gain, realised and unrealised, with fees, rounded down to a multiple of 10.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub returns_total_gain_amount: Option<i32>,

    /// Segment that the customer is in now, which decides the interest rate; the possible values are reference data.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(extensions(
        ("x-reference-data" = json!("/v1utilities/referenceData/{customerSegment}")),
    ))]
    #[schemars(extend("x-reference-data" = "/v1utilities/referenceData/{customerSegment}"))]
    pub current_customer_segment: Option<String>,

    /// Whether the customer has already submitted goals for the next financial year.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub goal_submission_flag: Option<bool>,
}
