//! Customers of Citi in Australia.

use contract::citi::address::Address;
use contract::citi::phone::Phone;
use contract::scalar::Integer;

use super::dice::Dice;
use super::lists::australia::{CITIES, LAST_NAMES, MEN, MOBILES, SEGMENTS, STREETS, WOMEN};
use super::numbering::Numberings;
use super::profile::{Names, profile};
use super::record::{NoKey, Record};
use super::{Australia, Source};

const NAMES: Names = Names {
    women: WOMEN,
    men: MEN,
    last: LAST_NAMES,
    segments: SEGMENTS,
};

impl Record for Australia {
    type Key = NoKey;

    const SOURCE: Source = Source::Australia;

    fn keys(&self) -> Vec<(String, NoKey)> {
        Vec::new()
    }

    fn invent(seed: u64, _: &Numberings, number: usize) -> Self {
        let mut dice = Dice::new(seed, Self::SOURCE.as_str(), number as u64);
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

    fn number_of(_: &Numberings, key: &NoKey) -> Option<usize> {
        match *key {}
    }
}

fn address(
    dice: &mut Dice,
    (city, state, postal_code, _): (&str, &str, &str, &str),
    kind: &str,
    key: i64,
) -> Address {
    let street = dice.pick(STREETS);
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
    }
}

fn mobile(dice: &mut Dice) -> Phone {
    Phone {
        phone_type: Some("MOBILE".to_owned()),
        area_code: None,
        extension: None,
        phone_key: dice.maybe(|_| Integer(2)),
        phone_number: Some(dice.pick(MOBILES).to_owned()),
        phone_country_code: dice.maybe(|_| "61".to_owned()),
    }
}
