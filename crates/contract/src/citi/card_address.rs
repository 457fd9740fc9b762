//! Addresses of a card account: card-to, bill-to and PIN-to.

use macro_rules_attribute::apply;

use crate::listed_values::listed_values;
use crate::object::camel_case_object;

/// Addresses of a card account.
#[apply(camel_case_object!)]
pub struct CardAddresses {
    /// The card account's card-to, bill-to and PIN-to addresses.
    pub address_list: Option<Vec<CardAddress>>,
}

/// One address of a card account.
// The page is cut after the third line; a fourth is not supposed.
#[apply(camel_case_object!)]
pub struct CardAddress {
    /// Which address of the card account it is: the card-to, the bill-to or the PIN-to address; the values are reference data as well.
    pub address_identifier_type: Option<AddressIdentifierType>,

    /// Kind of address; the valid values are reference data.
    #[schema(extensions(("x-reference-data" = json!("/utilities/referenceData/{addressType}"))))]
    pub address_type: Option<String>,

    /// Line 1 of the mailing address.
    #[serde(rename = "addressline1")]
    pub address_line1: Option<String>,

    /// Line 2 of the mailing address.
    #[serde(rename = "addressline2")]
    pub address_line2: Option<String>,

    /// Line 3 of the mailing address.
    #[serde(rename = "addressline3")]
    pub address_line3: Option<String>,
}

listed_values! {
    /// Type of an address identifier.
    #[extension("x-reference-data" = "/utilities/referenceData/{addressIndentifierType}")]
    pub enum AddressIdentifierType {
        /// The card-to address.
        CardTo = "CARD_TO",
        /// The bill-to address.
        BillTo = "BILL_TO",
        /// The PIN-to address.
        PinTo = "PIN_TO",
    }
}
