//! A customer's years with Citi.

use macro_rules_attribute::apply;

use crate::object::camel_case_object;

/// Years of relationship with Citi, with preferred language, customer segments, amounts and goal submission.
#[apply(camel_case_object!)]
pub struct YearsWithCitiRelationship {
    /// Language preferred for communication.
    pub language_code: Option<String>,

    /// Length of the customer's relationship with Citi, in years.
    pub relationship_with_citi_in_years: Option<i32>,

    /// Last upgraded customer segment. The segment decides each applicant's interest rate, and different target customers have different rates. The possible values are reference data.
    #[schema(extensions(
        ("x-reference-data" = json!("/v1/utilities/referenceData/{customerSegment}")),
    ))]
    pub last_upgraded_customer_segment: Option<String>,

    /// Net amount saved, rounded down to a multiple of 10.
    pub returns_net_savings_amount: Option<i32>,

    /// Amount newly invested, rounded down to a multiple of 10.
    pub returns_new_investment_amount: Option<i32>,

    /// Dividends earned, rounded down to a multiple of 10.
    pub returns_dividends_earned_amount: Option<i32>,

    /// Total gain, realised and unrealised, fees included, rounded down to a multiple of 10.
    pub returns_total_gain_amount: Option<i32>,

    /// Current customer segment. The segment decides each applicant's interest rate, and different target customers have different rates. The possible values are reference data.
    #[schema(extensions(
        ("x-reference-data" = json!("/v1utilities/referenceData/{customerSegment}")),
    ))]
    pub current_customer_segment: Option<String>,

    /// Whether the customer has already submitted goals for the next financial year.
    pub goal_submission_flag: Option<bool>,
}
