//! The merchant recommendation.

use macro_rules_attribute::apply;

use crate::object::camel_case_object;

/// Merchant recommendation, as an offer.
#[apply(camel_case_object!)]
pub struct MerchantRecommendationOffer {
    /// Segment into which the offer is classified, so that usage managers can target it at a specific group of customers; the valid values are reference data.
    #[schema(extensions(
        ("x-reference-data" = json!("/v1/utilities/referenceData/{offerSegmentCategory}")),
    ))]
    pub offer_segment_category: Option<String>,

    /// Score that the offer system gives the offer, from 1 to 100.
    pub offer_segment_score: Option<String>,

    /// Rank that the offer system derives from segment and ranking.
    pub offer_rank: Option<String>,

    /// Classification of the offer: `Geo`, `Non-Geo` or `Batch`; the valid values are reference data.
    #[schema(extensions(("x-reference-data" = json!("/v1/utilities/referenceData/{offerMode}"))))]
    pub offer_mode: Option<String>,

    /// Whether the offer is local or overseas; the valid values are reference data.
    #[schema(extensions(
        ("x-reference-data" = json!("/v1/utilities/referenceData/{localOverseasIndicator}")),
    ))]
    pub local_overseas_indicator: Option<String>,

    /// Category to which the merchant in the repository is tagged; the valid values are reference data.
    #[schema(extensions(
        ("x-reference-data" = json!("/v1/utilities/referenceData/{merchantCategory}")),
    ))]
    pub merchant_catagory: Option<String>,
}
