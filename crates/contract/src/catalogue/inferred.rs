//! What is our judgement.

use super::{Inferred, InferredParameter};

/// Every aspect of a property that is our judgement, beside those that its scalar marks itself: see [`Number`](crate::scalar::Number).
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
];

/// Every aspect of a parameter that is our judgement.
pub const INFERRED_PARAMETERS: &[InferredParameter] = &[
    type_of("citibanamexRetrieveCustomerSegment", "client_id"),
    type_of("citibanamexRetrieveCustomerSegment", "uuid"),
    type_of("citibanamexRetrieveCustomerSegment", "Accept-Language"),
    type_of("citibanamexRetrieveCustomerSegment", "countryCode"),
    type_of("citibanamexRetrieveCustomerSegment", "businessCode"),
    type_of("citibanamexRetrieveCustomerSegment", "ChannelId"),
    type_of("citibanamexRetrieveCustomerSegment", "sid"),
    type_of("flexitiLookUpCustomer", "vcc_number"),
    type_of("flexitiLookUpCustomer", "account_number"),
    type_of("flexitiLookUpCustomer", "customer_id"),
    type_of("flexitiCalculateInterest", "account_number"),
];

const fn inferred_type(schema: &'static str, property: &'static str) -> Inferred {
    Inferred {
        schema,
        property,
        aspect: "type",
    }
}

const fn type_of(operation: &'static str, parameter: &'static str) -> InferredParameter {
    InferredParameter {
        operation,
        parameter,
        aspect: "type",
    }
}
