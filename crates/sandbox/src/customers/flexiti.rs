//! Customers of Flexiti; its page has no examples.

mod papers;
mod plans;
mod risk;

use contract::flexiti::customer::{Customer, Language, Province, SecurityQuestion};
use contract::scalar::{Ascii, Number};
use rust_decimal::Decimal;

use super::dice::Dice;
use super::lists::canada::{CITIES, FIRST_NAMES, LAST_NAMES, QUESTIONS};
use super::numbering::{self, Numberings};
use super::record::{FlexitiKey, Record};
use super::{Flexiti, Source};
use crate::licence;
use papers::Home;

/// For national use in Canada, 124.
const CARD_PREFIX: u16 = 9124;

/// Account numbers begin with 7, and have so 14 digits.
const ACCOUNTS: u64 = 70_000_000_000_000;
/// Identifiers of customers begin with 5, and have so 12 digits.
const CUSTOMERS: u64 = 500_000_000_000;

impl Record for Flexiti {
    type Key = FlexitiKey;

    const SOURCE: Source = Source::Flexiti;

    fn keys(&self) -> Vec<(String, FlexitiKey)> {
        let vcc = FlexitiKey::Vcc(self.vcc_number.clone());
        let account = self.customer.account_number.as_ref().and_then(whole);
        let account = account.map(FlexitiKey::AccountNumber);
        let customer = self.customer.customer_id.as_ref().and_then(whole);
        let customer = customer.map(FlexitiKey::CustomerId);
        let keys = [
            ("/vcc_number", Some(vcc)),
            ("/customer/account_number", account),
            ("/customer/customer_id", customer),
        ];
        let stated = keys.into_iter();
        stated
            .filter_map(|(place, key)| Some((place.to_owned(), key?)))
            .collect()
    }

    fn invent(seed: u64, numberings: &Numberings, number: usize) -> Self {
        let key = number as u64;
        let mut dice = Dice::new(seed, Self::SOURCE.as_str(), key);
        let city = CITIES[dice.below(u32::try_from(CITIES.len()).unwrap_or(1)) as usize].clone();
        let given = dice.pick(FIRST_NAMES);
        let last_name = dice.pick(LAST_NAMES);
        let home = Home::invent(&mut dice, &city);
        let risk = risk::risk(&mut dice);
        let available = dice.between(50_000, 1_500_000);
        // One purchase in eight is beyond the credit.
        let most = if dice.once_in(8) {
            available * 2
        } else {
            available
        };
        let authorization = dice.between(5_000, most);
        Self {
            vcc_number: numbering::card_number(CARD_PREFIX, numberings.vcc.key(key)),
            first_name: ascii(given.0),
            last_name: ascii(last_name),
            category: risk.category,
            air: decimal(Decimal::new(risk.air, 4)),
            authorization: decimal(Decimal::new(authorization.into(), 2)),
            licence: papers::invent(&mut dice, &city, &home, given, last_name),
            customer: Customer {
                available_credit: Some(decimal(Decimal::new(available.into(), 2))),
                account_number: Some(decimal(Decimal::from(
                    ACCOUNTS + numberings.account.key(key),
                ))),
                customer_id: Some(decimal(Decimal::from(
                    CUSTOMERS + numberings.flexiti_customer.key(key),
                ))),
                security_qid: dice.maybe(question),
                email: dice.maybe(|_| ascii(&format!("customer.{number}@example.com"))),
                phone_number: dice.maybe(|dice| {
                    let line = dice.between(100, 199);
                    ascii(&format!("{}5550{line}", city.area_code))
                }),
                address_1: dice.maybe(|_| ascii(&home.line_1)),
                address_2: dice.maybe(|dice| ascii(&format!("Unit {}", dice.between(1, 60)))),
                city: dice.maybe(|_| ascii(city.name)),
                postal_code: dice.maybe(|_| ascii(&home.postal_code)),
                province: dice.maybe(|_| city.province.clone()),
                payment_protection: dice.maybe(|dice| dice.once_in(2)),
                risk_rating: dice.maybe(|_| risk.rating),
                offer_types: dice.maybe(plans::plans),
                preferred_language: dice.maybe(|_| match city.province {
                    Province::Quebec => Language::French,
                    _ => Language::English,
                }),
            },
        }
    }

    fn number_of(numberings: &Numberings, key: &FlexitiKey) -> Option<usize> {
        let number = match key {
            FlexitiKey::Vcc(card) => {
                let key = numbering::key_of_card(CARD_PREFIX, card)?;
                numberings.vcc.number(key)
            }
            FlexitiKey::AccountNumber(number) => {
                numberings.account.number(number.checked_sub(ACCOUNTS)?)
            }
            FlexitiKey::CustomerId(number) => {
                let key = number.checked_sub(CUSTOMERS)?;
                numberings.flexiti_customer.number(key)
            }
        };
        usize::try_from(number?).ok()
    }

    fn flaws(&self) -> Vec<(&'static str, String)> {
        let code = licence::write(&self.licence);
        match licence::read(&code) {
            Ok(read) if read == self.licence => Vec::new(),
            _ => vec![("/licence", "a licence that its barcode can say".to_owned())],
        }
    }
}

fn question(dice: &mut Dice) -> SecurityQuestion {
    let place = dice.below(u32::try_from(QUESTIONS.len()).unwrap_or(1));
    let text = QUESTIONS[place as usize];
    SecurityQuestion {
        id: dice.maybe(|_| ascii(&(place + 1).to_string())),
        text: dice.maybe(|_| ascii(text)),
    }
}

/// The value of a number without decimals.
fn whole<const P: u32>(number: &Number<P, 0>) -> Option<u64> {
    u64::try_from(number.value()).ok()
}

fn ascii<const N: usize>(text: &str) -> Ascii<N> {
    Ascii::try_from(text).expect("what is invented keeps the contract's bounds")
}

fn decimal<const P: u32, const S: u32>(value: Decimal) -> Number<P, S> {
    Number::try_from(value).expect("what is invented keeps the contract's bounds")
}
