//! Details of an offer; one file for each object that it holds.

pub mod balance_transfer_offer;
pub mod customer_action_group;
pub mod customer_segment_change_offer;
pub mod easy_payment_plan;
pub mod ecd_offer;
pub mod generic_offer;
pub mod loan_over_phone_offer;
pub mod merchant_recommendation_offer;
pub mod template_field;
pub mod years_with_citi_relationship;

use jiff::civil::Date;
use macro_rules_attribute::apply;

use crate::object::camel_case_object;
use crate::scalar::civil_date;

pub use balance_transfer_offer::BalanceTransferOffer;
pub use customer_action_group::CustomerActionGroup;
pub use customer_segment_change_offer::CustomerSegmentChangeOffer;
pub use easy_payment_plan::EasyPaymentPlan;
pub use ecd_offer::EcdOffer;
pub use generic_offer::GenericOffer;
pub use loan_over_phone_offer::LoanOverPhoneOffer;
pub use merchant_recommendation_offer::MerchantRecommendationOffer;
pub use template_field::TemplateField;
pub use years_with_citi_relationship::YearsWithCitiRelationship;

/// Details of an offer.
#[apply(camel_case_object!)]
pub struct OfferDetails {
    /// Kind of offer; the valid values are reference data.
    #[schema(extensions(("x-reference-data" = json!("/v1/utilities/referenceData/{offerType}"))))]
    pub offer_type: Option<String>,

    /// Unique identifier of the campaign that is offered to the channel.
    pub campaign_id: Option<String>,

    /// Unique identifier of the promotion, within the campaign that is offered to the channel.
    pub wave_id: Option<String>,

    /// Description of the advantages of taking the product under this offer.
    pub wave_description: Option<String>,

    /// Day on which the promotion starts, an ISO 8601 date, `YYYY-MM-DD`.
    #[serde(default, deserialize_with = "civil_date")]
    pub offer_start_date: Option<Date>,

    /// Day on which the promotion expires, an ISO 8601 date, `YYYY-MM-DD`.
    #[serde(default, deserialize_with = "civil_date")]
    pub offer_expiry_date: Option<Date>,

    /// Preferred position of the offer in a sorted list, in case the bank wants to prioritise or focus on the offers of a specific campaign.
    pub offer_priority: Option<String>,

    /// Unique code of the product that is offered to the applicant.
    pub offer_product_code: Option<String>,

    /// Description of the offered product.
    pub offer_product_description: Option<String>,

    /// Years of relationship with Citi, with preferred language, customer segments, amounts and goal submission.
    pub years_with_citi_relationship: Option<YearsWithCitiRelationship>,

    /// Offer of an Electronic Certificate of Deposit (ECD).
    pub ecd_offer: Option<EcdOffer>,

    /// Status of the offer; the possible values are reference data.
    #[schema(extensions(("x-reference-data" = json!("/v1/utilities/referenceData/{offerStatus}"))))]
    pub offer_status: Option<String>,

    /// Merchant recommendation, as an offer.
    pub merchant_recommendation_offer: Option<MerchantRecommendationOffer>,

    /// Customer's action on the offer, with its date and time.
    pub customer_action_group: Option<CustomerActionGroup>,

    /// Template variables, each a key with a value.
    // An array is our inference: one pair of key and value would not fill a template.
    pub template_fields: Option<Vec<TemplateField>>,

    /// Offer of an Easy Payment Plan (EPP).
    pub easy_payment_plan: Option<EasyPaymentPlan>,

    /// Offer of a loan over phone (LOP).
    pub loan_over_phone_offer: Option<LoanOverPhoneOffer>,

    /// Offer of a balance transfer.
    pub balance_transfer_offer: Option<BalanceTransferOffer>,

    /// Generic offer of a product.
    pub generic_offer: Option<GenericOffer>,

    /// Offer about a change of the customer's segment.
    pub customer_segment_change_offer: Option<CustomerSegmentChangeOffer>,
}

/// Declares an offer of one kind: what all kinds have in common, then what this one adds.
macro_rules! offer {
    ($(#[$meta:meta])* pub struct $name:ident { $($fields:tt)* }) => {
        $crate::object::camel_case_object! {
            $(#[$meta])*
            pub struct $name {
                /// Kind of offer; the valid values are reference data.
                #[schema(extensions(("x-reference-data" = json!("/v1/utilities/referenceData/{offerType}"))))]
                pub offer_type: Option<String>,

                /// Unique identifier of the campaign that is offered to the channel.
                pub campaign_id: Option<String>,

                /// Unique identifier of the promotion, within the campaign that is offered to the channel.
                pub wave_id: Option<String>,

                /// Description of the advantages of taking the product under this offer.
                pub wave_description: Option<String>,

                /// Day on which the promotion starts, an ISO 8601 date, `YYYY-MM-DD`.
                #[serde(default, deserialize_with = "crate::scalar::civil_date")]
                pub offer_start_date: Option<jiff::civil::Date>,

                /// Day on which the promotion ends, an ISO 8601 date, `YYYY-MM-DD`.
                #[serde(default, deserialize_with = "crate::scalar::civil_date")]
                pub offer_expiry_date: Option<jiff::civil::Date>,

                /// Preferred position of the offer in a sorted list, in case the bank wants to prioritise or focus on the offers of a specific campaign.
                pub offer_priority: Option<String>,

                /// Unique code of the product.
                pub product_code: Option<String>,

                /// Detailed description of the offered product.
                pub product_description: Option<String>,

                $($fields)*
            }
        }
    };
}

pub(crate) use offer;
