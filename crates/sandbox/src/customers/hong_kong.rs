//! Customers of Citi in Hong Kong, with their card accounts and offers.

mod offer_kinds;
mod offers;

use contract::citi::address::Address;
use contract::citi::card_address::{AddressIdentifierType, CardAddress, CardAddresses};
use contract::citi::phone::Phone;
use contract::scalar::Integer;

use super::dice::Dice;
use super::lists::hong_kong::{DISTRICTS, LAST_NAMES, MEN, SEGMENTS, STREETS, WOMEN};
use super::numbering::Numberings;
use super::profile::{Names, profile};
use super::record::{CardAccountId, Record};
use super::{CardAccount, HongKong, Source};

const NAMES: Names = Names {
    women: WOMEN,
    men: MEN,
    last: LAST_NAMES,
    segments: SEGMENTS,
};

/// As many numbers of card accounts belong to each customer; not all of them are used.
const ACCOUNTS: u64 = 4;

impl Record for HongKong {
    type Key = CardAccountId;

    const SOURCE: Source = Source::HongKong;

    fn keys(&self) -> Vec<(String, CardAccountId)> {
        let accounts = self.card_accounts.iter().enumerate();
        let key = |(place, account): (usize, &CardAccount)| {
            let id = CardAccountId(account.account_id.clone());
            (format!("/card_accounts/{place}/account_id"), id)
        };
        accounts.map(key).collect()
    }

    fn invent(seed: u64, numberings: &Numberings, number: usize) -> Self {
        let mut dice = Dice::new(seed, Self::SOURCE.as_str(), number as u64);
        let kinds: &[&str] = match dice.between(1, 2) {
            1 if number > 1 => &["HOME_ADDRESS"],
            _ => &["HOME_ADDRESS", "OFFICE_ADDRESS"],
        };
        let addresses = kinds.iter().zip(1..);
        let addresses = addresses.map(|(kind, key)| address(&mut dice, kind, key));
        let addresses = addresses.collect();
        let phones = vec![phone(&mut dice, "HOME", 1), phone(&mut dice, "MOBILE", 2)];
        let profile = profile(&mut dice, number, NAMES, addresses, phones);
        let accounts = if number == 1 { 3 } else { dice.between(1, 3) };
        let accounts = (0..u64::from(accounts)).map(|place| {
            let key = number as u64 * ACCOUNTS + place;
            let key = numberings.card_account.key(key);
            card_account(&mut dice, &format!("{key:016x}"))
        });
        let card_accounts: Vec<_> = accounts.collect();
        Self {
            profile,
            offers: offers::offers(&mut dice, number, &card_accounts),
            card_accounts,
        }
    }

    fn number_of(numberings: &Numberings, CardAccountId(id): &CardAccountId) -> Option<usize> {
        let key = u64::from_str_radix(id, 16).ok()?;
        let account = numberings.card_account.number(key)?;
        usize::try_from(account / ACCOUNTS).ok()
    }
}

fn address(dice: &mut Dice, kind: &str, key: i64) -> Address {
    let (district, territory) = dice.pick(DISTRICTS);
    let street = dice.pick(STREETS);
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
    }
}

/// Hong Kong has no area codes, and keeps no numbers for fiction, but no subscriber's begins with a zero.
fn phone(dice: &mut Dice, kind: &str, key: i64) -> Phone {
    Phone {
        phone_type: dice.maybe(|_| kind.to_owned()),
        area_code: None,
        extension: dice.maybe(|dice| dice.digits(3)),
        phone_key: dice.maybe(|_| Integer(key)),
        phone_number: dice.maybe(|dice| format!("00{}", dice.digits(6))),
        phone_country_code: dice.maybe(|_| "852".to_owned()),
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
        },
    }
}

fn card_address(dice: &mut Dice, kind: AddressIdentifierType) -> CardAddress {
    let (district, _) = dice.pick(DISTRICTS);
    let street = dice.pick(STREETS);
    let address_type = dice.pick(&["HOME_ADDRESS", "OFFICE_ADDRESS", "MAILING_ADDRESS"]);
    let line_1 = format!("Flat {}, Specimen Tower", dice.between(1, 40));
    CardAddress {
        address_identifier_type: dice.maybe(|_| kind),
        address_type: dice.maybe(|_| address_type.to_owned()),
        address_line1: dice.maybe(|_| line_1),
        address_line2: dice.maybe(|dice| format!("{} {street}", dice.between(1, 199))),
        address_line3: dice.maybe(|_| district.to_owned()),
    }
}
