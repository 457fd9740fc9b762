//! Citi Hong Kong: a token names the customer; card accounts and offers belong to one.

mod answers;
mod names;
mod offer_kinds;
mod offers;
mod promoted;
mod promotion;

use contract::citi::address::Address;
use contract::citi::card_address::{AddressIdentifierType, CardAddress, CardAddresses};
use contract::citi::customer::CustomerProfile;
use contract::citi::offer::OfferDetails;
use contract::citi::operations::get_offer_details::Query as OfferQuery;
use contract::citi::phone::Phone;
use contract::scalar::Integer;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::citi::profile::{Names, profile};
use super::{Answered, Answers, Beyond, Link, Manner, citi};
use crate::customers::Record;
use crate::customers::dice::Dice;
use crate::customers::numbering::Numbering;
use names::{DISTRICTS, LAST_NAMES, MEN, SEGMENTS, STREETS, WOMEN};

/// A customer of Citi in Hong Kong.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct HongKong {
    /// What the profile operation answers.
    pub profile: CustomerProfile,
    /// The offers, in the order in which they are searched.
    pub offers: Vec<Offer>,
    /// The card accounts.
    pub card_accounts: Vec<CardAccount>,
}

/// An offer, with what it is found by.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Offer {
    /// What a query may say of the offer; an empty query finds it, too.
    pub found_by: OfferQuery,
    /// What the operation answers.
    pub details: OfferDetails,
}

/// A card account.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct CardAccount {
    /// Its identifier, as a path has it.
    #[schemars(length(min = 1))]
    pub account_id: String,
    /// What the operation answers.
    pub addresses: CardAddresses,
}

/// What finds a card account: its identifier.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CardAccountId(pub String);

impl Answers for HongKong {
    const MANNER: &'static Manner = &citi::MANNER;

    const OPERATIONS: &'static [Answered<Self>] = &[
        Answered::new("citiGetPartnerCustomerProfile", answers::profile),
        Answered::new("citiGetOfferDetails", answers::offer_details),
        Answered::new("citiGetCardAddresses", answers::card_addresses).beyond(Beyond::NotFound),
    ];

    const LINKS: &'static [Link] = &[Link {
        from: "citiGetOfferDetails",
        name: "sameOffer",
        description: "The offer is found by its campaign and wave.",
        to: "citiGetOfferDetails",
        parameters: &[
            ("query.campaignId", "$response.body#/campaignId"),
            ("query.waveId", "$response.body#/waveId"),
        ],
    }];
}

const NAMES: Names = Names {
    women: WOMEN,
    men: MEN,
    last: LAST_NAMES,
    segments: SEGMENTS,
};

/// How many numbers of card accounts each customer has; not all of them are used.
const ACCOUNTS: u64 = 4;

impl Record for HongKong {
    type Key = CardAccountId;
    /// Of card accounts.
    type Numberings = Numbering;

    const PAGE: &'static str = "citi-hong-kong";

    fn numberings(seed: u64) -> Numbering {
        Numbering::new(seed, "card account", 1 << 64)
    }

    fn keys(&self) -> Vec<(String, CardAccountId)> {
        let accounts = self.card_accounts.iter().enumerate();
        let key = |(place, account): (usize, &CardAccount)| {
            let id = CardAccountId(account.account_id.clone());
            (format!("/card_accounts/{place}/account_id"), id)
        };
        accounts.map(key).collect()
    }

    fn invent(mut dice: Dice, accounts: &Numbering, number: usize) -> Self {
        let kinds: &[&str] = match dice.between(1, 2) {
            1 if number > 1 => &["HOME_ADDRESS"],
            _ => &["HOME_ADDRESS", "OFFICE_ADDRESS"],
        };
        let addresses = kinds.iter().zip(1..);
        let addresses = addresses.map(|(kind, key)| address(&mut dice, kind, key));
        let addresses = addresses.collect();
        let phones = vec![phone(&mut dice, "HOME", 1), phone(&mut dice, "MOBILE", 2)];
        let profile = profile(&mut dice, number, NAMES, addresses, phones);
        let count = if number == 1 { 3 } else { dice.between(1, 3) };
        let accounts = (0..u64::from(count)).map(|place| {
            let key = accounts.key(number as u64 * ACCOUNTS + place);
            card_account(&mut dice, &format!("{key:016x}"))
        });
        let card_accounts: Vec<_> = accounts.collect();
        Self {
            profile,
            offers: offers::offers(&mut dice, number, &card_accounts),
            card_accounts,
        }
    }

    fn number_of(accounts: &Numbering, CardAccountId(id): &CardAccountId) -> Option<usize> {
        let key = u64::from_str_radix(id, 16).ok()?;
        let account = accounts.number(key)?;
        usize::try_from(account / ACCOUNTS).ok()
    }
}

fn address(dice: &mut Dice, kind: &str, key: i64) -> Address {
    let (district, territory) = dice.pick(DISTRICTS);
    let street = dice.word(STREETS);
    let line_1 = format!("Flat {}, Specimen Tower", dice.between(1, 40));
    Address {
        address_key: dice.maybe(|_| Integer(key)),
        city: dice.maybe(|_| "HONG KONG".to_owned()),
        address_type: dice.maybe(|_| kind.to_owned()),
        // Hong Kong has no postal codes; forms that ask for one get this.
        postal_code: dice.maybe(|_| "999077".to_owned()),
        address_line3: dice.maybe(|_| district.to_owned()),
        address_line2: dice.maybe(|dice| format!("{} {street}", dice.between(1, 199))),
        address_line1: dice.maybe(|_| line_1),
        state: dice.maybe(|_| territory.to_owned()),
        country_name: dice.maybe(|_| "HONG KONG".to_owned()),
        address_line4: dice.maybe(|_| "Not for delivery".to_owned()),
        ..Address::default()
    }
}

/// Hong Kong has no area codes, and keeps no numbers for fiction, but no subscriber's begins with a zero.
fn phone(dice: &mut Dice, kind: &str, key: i64) -> Phone {
    Phone {
        phone_type: dice.maybe(|_| kind.to_owned()),
        extension: dice.maybe(|dice| dice.digits(3)),
        phone_key: dice.maybe(|_| Integer(key)),
        phone_number: dice.maybe(|dice| format!("00{}", dice.digits(6))),
        phone_country_code: dice.maybe(|_| "852".to_owned()),
        ..Phone::default()
    }
}

fn card_account(dice: &mut Dice, id: &str) -> CardAccount {
    let kinds = [
        AddressIdentifierType::CardTo,
        AddressIdentifierType::BillTo,
        AddressIdentifierType::PinTo,
    ];
    let addresses = kinds.map(|kind| card_address(dice, kind)).to_vec();
    CardAccount {
        account_id: id.to_owned(),
        addresses: CardAddresses {
            address_list: dice.maybe(|_| addresses),
            ..CardAddresses::default()
        },
    }
}

fn card_address(dice: &mut Dice, kind: AddressIdentifierType) -> CardAddress {
    let (district, _) = dice.pick(DISTRICTS);
    let street = dice.word(STREETS);
    let address_type = dice.pick(&["HOME_ADDRESS", "OFFICE_ADDRESS", "MAILING_ADDRESS"]);
    let line_1 = format!("Flat {}, Specimen Tower", dice.between(1, 40));
    CardAddress {
        address_identifier_type: dice.maybe(|_| kind),
        address_type: dice.maybe(|_| address_type.to_owned()),
        address_line1: dice.maybe(|_| line_1),
        address_line2: dice.maybe(|dice| format!("{} {street}", dice.between(1, 199))),
        address_line3: dice.maybe(|_| district.to_owned()),
        ..CardAddress::default()
    }
}
