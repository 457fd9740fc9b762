//! The invented customers of each source: what the operations answer with.
//!
//! The same seed gives the same customers, on every machine and in every version.
//! The first customer of a source is the one of its page's examples, where the page has them.

mod australia;
mod citibanamex;
mod dice;
mod flexiti;
mod hong_kong;
mod invented;
mod lists;
mod numbering;
mod profile;
mod record;
pub mod worldline;

use contract::citi::card_address::CardAddresses;
use contract::citi::customer::CustomerProfile;
use contract::citi::offer::OfferDetails;
use contract::citi::operations::get_offer_details::Query as OfferQuery;
use contract::citibanamex::customer_segment::Customer as SegmentCustomer;
use contract::flexiti::customer::Customer as FlexitiCustomer;
use contract::flexiti::interest::CustomerCategory;
use contract::scalar::{Ascii, Digits, Number};
use contract::worldline::customer_details::{GetCustomerDetailsResponse, KeyValuePair};
use serde::{Deserialize, Serialize};

use crate::licence::Licence;

pub use crate::source::{Source, UnknownSource};
pub use invented::Customers;
pub use numbering::Numberings;
pub use record::{CardAccountId, CitibanamexKey, FlexitiKey, NoKey, Record, WorldlineKey};

/// A customer of Citi in Hong Kong.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct HongKong {
    /// What the profile operation answers.
    pub profile: CustomerProfile,
    /// The offers, in the order in which they are searched.
    pub offers: Vec<Offer>,
    /// The card accounts.
    pub card_accounts: Vec<CardAccount>,
}

/// An offer, with what it is found by.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Offer {
    /// What a query has to say of the offer, where it says it; a query that says nothing finds it.
    pub found_by: OfferQuery,
    /// What the operation answers.
    pub details: OfferDetails,
}

/// A card account.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CardAccount {
    /// Its identifier, as a path has it.
    pub account_id: String,
    /// What the operation answers.
    pub addresses: CardAddresses,
}

/// A customer of Citi in Australia.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Australia {
    /// What the operations answer, in whole or in part.
    pub profile: CustomerProfile,
}

/// A customer of Citibanamex.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Citibanamex {
    /// Identifier that finds the customer.
    pub customer_id: Digits<12>,
    /// Number of a card that finds the customer.
    pub card_number: Digits<16>,
    /// What the operation answers.
    pub customer: SegmentCustomer,
}

/// A customer whom a payment product of Worldline looks up.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Worldline {
    /// Country whose lookup fields find the customer.
    pub country_code: String,
    /// The lookup fields with their values; all of them have to be sent.
    pub values: Vec<KeyValuePair>,
    /// What the operation answers.
    pub details: GetCustomerDetailsResponse,
}

/// A customer of Flexiti.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Flexiti {
    /// Number of the card (VCC) that finds the customer.
    pub vcc_number: String,
    /// First name.
    pub first_name: Ascii<80>,
    /// Last name.
    pub last_name: Ascii<130>,
    /// Category that goes with the risk rating.
    pub category: CustomerCategory,
    /// The `air` of the customer, a yearly rate as a coefficient.
    pub air: Number<5, 4>,
    /// Amount of the purchase that is to be calculated: the page documents no request that would say it.
    pub authorization: Number<18, 2>,
    /// The driver's licence, as its barcode says it.
    pub licence: Licence,
    /// What the lookup answers; its account number and customer identifier find the customer.
    pub customer: FlexitiCustomer,
}
