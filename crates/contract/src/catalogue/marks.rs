//! What is our judgement, and what is only likely.

use super::{InferredParameter, Mark, PropertyMark};

/// Every aspect of a property that is our judgement, or only likely, beside those that its scalar marks itself: see [`Number`](crate::scalar::Number).
pub const MARKS: &[PropertyMark] = &[
    inferred_type("CitiCardAddresses", "addressList"),
    inferred_type("CitiCardAddress", "addressline3"),
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
    likely("CitiCustomerAddresses", "addressList", "type"),
    likely("CitiCustomerBasic", "customerParticulars", "type"),
    likely("CitiCustomerEmails", "emails", "type"),
    likely("CitiCustomerParticulars", "names", "type"),
    likely("CitiCustomerProfile", "emails", "type"),
    likely("CitiCustomerProfile", "customerParticulars", "type"),
    likely("CitiCustomerProfile", "addressList", "type"),
    likely("CitiCustomerProfile", "phones", "type"),
    likely("CitiCustomerName", "nameType", "listed"),
    likely("CitiCustomerName", "nameType", "type"),
    likely("CitiCustomerName", "nameType", "description"),
    likely("CitiCustomerName", "firstName", "listed"),
    likely("CitiCustomerName", "firstName", "type"),
    likely("CitiCustomerName", "firstName", "description"),
    likely("CitiCustomerName", "lastName", "listed"),
    likely("CitiCustomerName", "lastName", "type"),
    likely("CitiCustomerName", "lastName", "description"),
    likely("CitiCustomerName", "middleName", "listed"),
    likely("CitiCustomerName", "middleName", "type"),
    likely("CitiCustomerName", "middleName", "description"),
    likely("CitiCustomerName", "fullName", "listed"),
    likely("CitiCustomerName", "fullName", "type"),
    likely("CitiCustomerName", "fullName", "description"),
];

/// Every aspect of a parameter that is our judgement.
pub const INFERRED_PARAMETERS: &[InferredParameter] = &[
    type_of("flexitiLookUpCustomer", "vcc_number"),
    type_of("flexitiLookUpCustomer", "account_number"),
    type_of("flexitiLookUpCustomer", "customer_id"),
    type_of("flexitiCalculateInterest", "account_number"),
    inferred("flexitiLookUpCustomer", "client_id", "type"),
    inferred("flexitiLookUpCustomer", "client_id", "max-length"),
    inferred("flexitiLookUpCustomer", "client_id", "pattern"),
    inferred("flexitiCalculateInterest", "client_id", "type"),
    inferred("flexitiCalculateInterest", "client_id", "max-length"),
    inferred("flexitiCalculateInterest", "client_id", "pattern"),
];

const fn inferred_type(schema: &'static str, property: &'static str) -> PropertyMark {
    PropertyMark {
        mark: Mark::Inferred,
        schema,
        property,
        aspect: "type",
    }
}

const fn likely(
    schema: &'static str,
    property: &'static str,
    aspect: &'static str,
) -> PropertyMark {
    PropertyMark {
        mark: Mark::Likely,
        schema,
        property,
        aspect,
    }
}

const fn type_of(operation: &'static str, parameter: &'static str) -> InferredParameter {
    inferred(operation, parameter, "type")
}

const fn inferred(
    operation: &'static str,
    parameter: &'static str,
    aspect: &'static str,
) -> InferredParameter {
    InferredParameter {
        operation,
        parameter,
        aspect,
    }
}
