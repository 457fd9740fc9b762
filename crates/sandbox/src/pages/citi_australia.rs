//! Citi Australia: customers are found by their token alone.

mod answers;
mod names;

use contract::citi::address::Address;
use contract::citi::customer::CustomerProfile;
use contract::citi::phone::Phone;
use contract::scalar::Integer;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::citi::profile::{Names, profile};
use super::{Answered, Answers, Manner, citi};
use crate::customers::Record;
use crate::customers::dice::Dice;
use names::{CITIES, LAST_NAMES, MEN, MOBILES, SEGMENTS, STREETS, WOMEN};

/// A customer of Citi in Australia.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Australia {
    /// What the operations answer, in whole or in part.
    pub profile: CustomerProfile,
}

/// No key finds a customer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NoKey {}

impl Answers for Australia {
    const MANNER: &'static Manner = &citi::MANNER;

    const OPERATIONS: &'static [Answered<Self>] = &[
        Answered::new("citiGetCustomerProfile", answers::profile),
        Answered::new("citiGetCustomerAddresses", answers::addresses),
        Answered::new("citiGetCustomerBasic", answers::basic),
        Answered::new("citiGetCustomerEmails", answers::emails),
    ];
}

const NAMES: Names = Names {
    women: WOMEN,
    men: MEN,
    last: LAST_NAMES,
    segments: SEGMENTS,
};

impl Record for Australia {
    type Key = NoKey;
    type Numberings = ();

    const PAGE: &'static str = "citi-australia";

    fn numberings(_: u64) {}

    fn keys(&self) -> Vec<(String, NoKey)> {
        Vec::new()
    }

    fn invent(mut dice: Dice, (): &(), number: usize) -> Self {
        // The first lives in Queensland, as in Citi's own material.
        let home = if number == 1 {
            CITIES[0]
        } else {
            dice.pick(CITIES)
        };
        let kinds: &[&str] = match dice.between(1, 2) {
            1 if number > 1 => &["HOME_ADDRESS"],
            _ => &["HOME_ADDRESS", "OFFICE_ADDRESS"],
        };
        let addresses = kinds.iter().zip(1..);
        let addresses = addresses.map(|(kind, key)| address(&mut dice, home, kind, key));
        let addresses = addresses.collect();
        let phones = vec![landline(&mut dice, home.3), mobile(&mut dice)];
        Self {
            profile: profile(&mut dice, number, NAMES, addresses, phones),
        }
    }

    fn number_of((): &(), key: &NoKey) -> Option<usize> {
        match *key {}
    }

    fn flaws(&self) -> Vec<(&'static str, String)> {
        let profile = &self.profile;
        if profile.customer_segment.is_some() || profile.partner_customer_segment.is_some() {
            return Vec::new();
        }
        // The page demands one of the two of the basic profile, which is a part of the whole one.
        let expected = "an object with the property \"partnerCustomerSegment\"";
        vec![("/profile", expected.to_owned())]
    }
}

fn address(
    dice: &mut Dice,
    (city, state, postal_code, _): (&str, &str, &str, &str),
    kind: &str,
    key: i64,
) -> Address {
    let street = dice.word(STREETS);
    let line_1 = format!("{} {street}", dice.between(1, 299));
    Address {
        address_key: dice.maybe(|_| Integer(key)),
        city: dice.maybe(|_| city.to_owned()),
        address_type: dice.maybe(|_| kind.to_owned()),
        postal_code: dice.maybe(|_| postal_code.to_owned()),
        address_line3: dice.maybe(|_| "Specimen Estate".to_owned()),
        address_line2: dice.maybe(|dice| format!("Unit {}", dice.between(1, 40))),
        address_line1: dice.maybe(|_| line_1),
        state: dice.maybe(|_| state.to_owned()),
        country_name: dice.maybe(|_| "AUSTRALIA".to_owned()),
        address_line4: dice.maybe(|_| "Not for delivery".to_owned()),
        ..Address::default()
    }
}

fn landline(dice: &mut Dice, area_code: &str) -> Phone {
    let block = dice.pick(&["5550", "7010"]);
    Phone {
        phone_type: dice.maybe(|_| "HOME".to_owned()),
        area_code: dice.maybe(|_| area_code.to_owned()),
        extension: dice.maybe(|dice| dice.digits(3)),
        phone_key: dice.maybe(|_| Integer(1)),
        phone_number: dice.maybe(|dice| format!("{block}{}", dice.digits(4))),
        phone_country_code: dice.maybe(|_| "61".to_owned()),
        ..Phone::default()
    }
}

fn mobile(dice: &mut Dice) -> Phone {
    Phone {
        phone_type: Some("MOBILE".to_owned()),
        phone_key: dice.maybe(|_| Integer(2)),
        phone_number: Some(dice.word(MOBILES).to_owned()),
        phone_country_code: dice.maybe(|_| "61".to_owned()),
        ..Phone::default()
    }
}
