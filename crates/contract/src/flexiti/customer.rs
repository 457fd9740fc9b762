//! A customer, as the lookup returns it.

use macro_rules_attribute::apply;

use super::offer_type::OfferType;
use crate::listed_values::listed_values;
use crate::object::object;
use crate::scalar::{Ascii, AsciiText, Number};

/// A customer: account, contact, risk and the promotional plans on offer.
#[apply(object!)]
pub struct Customer {
    /// Credit that the customer has left to spend (open to buy), a money amount with at most 2 decimals.
    pub available_credit: Option<Number<18, 2>>,

    /// Account number of the customer, at most 14 digits; it is not the number of the Flexiti Card (VCC).
    pub account_number: Option<Number<14, 0>>,

    /// Identifier of the customer, at most 12 digits; it is not the account number.
    pub customer_id: Option<Number<12, 0>>,

    /// The customer's security question.
    pub security_qid: Option<SecurityQuestion>,

    /// Email address of the customer.
    pub email: Option<Ascii<100>>,

    /// Mobile phone number of the customer.
    pub phone_number: Option<Ascii<10>>,

    /// Line 1 of the customer's address.
    pub address_1: Option<Ascii<250>>,

    /// Line 2 of the customer's address.
    pub address_2: Option<Ascii<100>>,

    /// City of the customer's address.
    pub city: Option<Ascii<100>>,

    /// Postal code of the customer's address.
    pub postal_code: Option<Ascii<10>>,

    /// Province of the customer's address, two characters, such as ON for Ontario.
    pub province: Option<Province>,

    /// Whether the customer holds insurance on the account.
    pub payment_protection: Option<bool>,

    /// Risk rating of the customer, from low (`L`) to XXX-high (`XXXH`).
    pub risk_rating: Option<RiskRating>,

    /// Promotional plans that are available to the customer.
    pub offer_types: Option<Vec<OfferType>>,

    /// Language that the customer prefers, as a locale.
    #[schema(default = "en-CA")]
    #[schemars(extend("default" = "en-CA"))]
    pub preferred_language: Option<Language>,
}

/// Security question of a customer.
#[apply(object!)]
pub struct SecurityQuestion {
    /// Identifier of the customer's security question; the Customer Lookup service provides it.
    pub id: Option<AsciiText>,

    /// The customer's security question.
    pub text: Option<AsciiText>,
}

listed_values! {
    /// Province of a customer, in two letters.
    pub enum Province within Ascii<2> {
        /// Alberta.
        Alberta = "AB",
        /// British Columbia.
        BritishColumbia = "BC",
        /// Manitoba.
        Manitoba = "MB",
        /// New Brunswick.
        NewBrunswick = "NB",
        /// Newfoundland and Labrador.
        NewfoundlandAndLabrador = "NL",
        /// Nova Scotia.
        NovaScotia = "NS",
        /// Northwest Territories.
        NorthwestTerritories = "NT",
        /// Nunavut.
        Nunavut = "NU",
        /// Ontario.
        Ontario = "ON",
        /// Prince Edward Island.
        PrinceEdwardIsland = "PE",
        /// Quebec.
        Quebec = "QC",
        /// Saskatchewan.
        Saskatchewan = "SK",
        /// Yukon.
        Yukon = "YT",
    }
}

listed_values! {
    /// Risk rating of a customer.
    pub enum RiskRating with enumDescriptions within Ascii<4> {
        /// Low.
        Low = "L",
        /// Medium.
        Medium = "M",
        /// High.
        High = "H",
        /// X-high.
        ExtraHigh = "XH",
        /// XX-high.
        DoubleExtraHigh = "XXH",
        /// XXX-high.
        TripleExtraHigh = "XXXH",
    }
}

listed_values! {
    /// Language, as a locale.
    pub enum Language within Ascii<5> {
        /// English of Canada.
        English = "en-CA",
        /// French of Canada.
        French = "fr-CA",
    }
}
