//! What is our judgement.

use super::Inferred;

/// Every aspect of a property that is our judgement.
pub const INFERRED: &[Inferred] = &[
    inferred_type("CitiCardAddresses", "addressList"),
    inferred_type("CitiOfferDetails", "yearsWithCitiRelationship"),
    inferred_type("CitiOfferDetails", "ecdOffer"),
    inferred_type("CitiOfferDetails", "merchantRecommendationOffer"),
    inferred_type("CitiOfferDetails", "customerActionGroup"),
    inferred_type("CitiOfferDetails", "templateFields"),
    inferred_type("CitiOfferDetails", "easyPaymentPlan"),
    inferred_type("CitiOfferDetails", "loanOverPhoneOffer"),
    inferred_type("CitiOfferDetails", "balanceTransferOffer"),
    inferred_type("CitiOfferDetails", "genericOffer"),
    inferred_type("CitiOfferDetails", "customerSegmentChangeOffer"),
    inferred_type("FlexitiCustomer", "security_qid"),
    inferred_type("FlexitiCustomer", "offer_types"),
    inferred_type("FlexitiOfferType", "term_options"),
];

const fn inferred_type(schema: &'static str, property: &'static str) -> Inferred {
    Inferred {
        schema,
        property,
        aspect: "type",
    }
}
