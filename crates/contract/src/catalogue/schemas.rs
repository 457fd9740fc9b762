//! The named types, and the scalars that a document writes in place.

use super::Schema;
use crate::citi::{address, card_address, customer, email, error, offer, phone};
use crate::citibanamex::customer_segment;
use crate::flexiti::{drivers_license, fee, interest, offer_type, promotional_purchase};
use crate::worldline::customer_details;
use crate::{citibanamex, flexiti, scalar, worldline};

/// Every named type of the documents, each after those that hold it.
pub const SCHEMAS: &[Schema] = &[
    Schema::of::<error::Error>("citi"),
    Schema::of::<error::ErrorType>("citi"),
    Schema::of::<customer::CustomerProfile>("citi"),
    Schema::of::<customer::CustomerBasic>("citi"),
    Schema::of::<customer::CustomerParticulars>("citi"),
    Schema::of::<customer::CustomerName>("citi"),
    Schema::of::<email::CustomerEmails>("citi"),
    Schema::of::<email::Email>("citi"),
    Schema::of::<address::CustomerAddresses>("citi"),
    Schema::of::<address::Address>("citi"),
    Schema::of::<phone::Phone>("citi"),
    Schema::of::<card_address::CardAddresses>("citi"),
    Schema::of::<card_address::CardAddress>("citi"),
    Schema::of::<card_address::AddressIdentifierType>("citi"),
    Schema::of::<offer::OfferDetails>("citi"),
    Schema::of::<offer::YearsWithCitiRelationship>("citi"),
    Schema::of::<offer::EcdOffer>("citi"),
    Schema::of::<offer::MerchantRecommendationOffer>("citi"),
    Schema::of::<offer::CustomerActionGroup>("citi"),
    Schema::of::<offer::TemplateField>("citi"),
    Schema::of::<offer::EasyPaymentPlan>("citi"),
    Schema::of::<offer::LoanOverPhoneOffer>("citi"),
    Schema::of::<offer::BalanceTransferOffer>("citi"),
    Schema::of::<offer::GenericOffer>("citi"),
    Schema::of::<offer::CustomerSegmentChangeOffer>("citi"),
    Schema::of::<citibanamex::error::Error>("citibanamex"),
    Schema::of::<citibanamex::error::ErrorType>("citibanamex"),
    Schema::of::<customer_segment::CustomerSegmentRequest>("citibanamex"),
    Schema::of::<customer_segment::CustomerSegment>("citibanamex"),
    Schema::of::<customer_segment::Customer>("citibanamex"),
    Schema::of::<worldline::error::ErrorResponse>("worldline"),
    Schema::of::<worldline::error::ApiError>("worldline"),
    Schema::of::<worldline::error::ErrorCategory>("worldline"),
    Schema::of::<customer_details::GetCustomerDetailsRequest>("worldline"),
    Schema::of::<customer_details::KeyValuePair>("worldline"),
    Schema::of::<customer_details::GetCustomerDetailsResponse>("worldline"),
    Schema::of::<flexiti::customer::Customer>("flexiti"),
    Schema::of::<flexiti::customer::SecurityQuestion>("flexiti"),
    Schema::of::<flexiti::customer::Province>("flexiti"),
    Schema::of::<flexiti::customer::RiskRating>("flexiti"),
    Schema::of::<flexiti::customer::Language>("flexiti"),
    Schema::of::<offer_type::OfferType>("flexiti"),
    Schema::of::<offer_type::OfferCategory>("flexiti"),
    Schema::of::<drivers_license::DriversLicense>("flexiti"),
    Schema::of::<interest::InterestCalculation>("flexiti"),
    Schema::of::<interest::InterestCustomer>("flexiti"),
    Schema::of::<interest::CustomerCategory>("flexiti"),
    Schema::of::<interest::RegularPurchase>("flexiti"),
    Schema::of::<promotional_purchase::PromotionalPurchase>("flexiti"),
    Schema::of::<promotional_purchase::PromotionalTerm>("flexiti"),
    Schema::of::<fee::Fee>("flexiti"),
    Schema::of::<fee::FeeType>("flexiti"),
];

/// The scalars that [`SCHEMAS`] refer to and that a document writes in place.
pub const SCALARS: &[Schema] = &[
    Schema::of::<scalar::Integer>(""),
    Schema::of::<scalar::Double>(""),
    Schema::of::<scalar::LocalDateTime>(""),
    Schema::of::<scalar::AsciiText>(""),
    Schema::of::<scalar::Ascii<10>>(""),
    Schema::of::<scalar::Ascii<50>>(""),
    Schema::of::<scalar::Ascii<80>>(""),
    Schema::of::<scalar::Ascii<100>>(""),
    Schema::of::<scalar::Ascii<130>>(""),
    Schema::of::<scalar::Ascii<250>>(""),
    Schema::of::<scalar::Ascii<1000>>(""),
    Schema::of::<scalar::Number<3, 0>>(""),
    Schema::of::<scalar::Number<5, 4>>(""),
    Schema::of::<scalar::Number<12, 0>>(""),
    Schema::of::<scalar::Number<14, 0>>(""),
    Schema::of::<scalar::Number<18, 2>>(""),
];
