//! A customer's years with Citi.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Years of relationship with Citi, with preferred language, customer segments, amounts and goal submission.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, ToSchema, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = CitiYearsWithCitiRelationship)]
#[schemars(rename = "CitiYearsWithCitiRelationship")]
pub struct YearsWithCitiRelationship {
    /// Language preferred for communication.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language_code: Option<String>,

    /// Length of the customer's relationship with Citi, in years.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub relationship_with_citi_in_years: Option<i32>,

    /// Last upgraded customer segment; the segment decides the applicant's interest rate; the possible values are reference data.
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

    /// Total gain, realised and unrealised, fees included, rounded down to a multiple of 10.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub returns_total_gain_amount: Option<i32>,

    /// Current customer segment; the segment decides the applicant's interest rate; the possible values are reference data.
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
