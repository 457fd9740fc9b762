//! Customers of Flexiti; its page has no examples.

use contract::flexiti::customer::{Customer, Language, Province, RiskRating, SecurityQuestion};
use contract::flexiti::interest::CustomerCategory;
use contract::flexiti::offer_type::{OfferCategory, OfferType};
use contract::scalar::{Ascii, Number};
use jiff::ToSpan as _;
use jiff::civil::date;
use rust_decimal::Decimal;

use super::dice::Dice;
use super::lists::canada::{
    CITIES, City, FIRST_NAMES, LAST_NAMES, MIDDLE_NAMES, QUESTIONS, STREETS,
};
use super::numbering::{self, Numberings};
use super::record::{FlexitiKey, Record};
use super::{Flexiti, Source};
use crate::licence::{self, Licence};

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
        let first_name = dice.pick(FIRST_NAMES);
        let last_name = dice.pick(LAST_NAMES);
        let home = Home::invent(&mut dice, &city);
        let risk = risk(&mut dice);
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
            first_name: ascii(first_name),
            last_name: ascii(last_name),
            category: risk.category,
            air: decimal(Decimal::new(risk.air, 4)),
            authorization: decimal(Decimal::new(authorization.into(), 2)),
            licence: invented_licence(&mut dice, &city, &home, first_name, last_name),
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
                offer_types: dice.maybe(plans),
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

/// Where a customer lives.
#[derive(Debug)]
struct Home {
    line_1: String,
    postal_code: String,
}

impl Home {
    fn invent(dice: &mut Dice, city: &City) -> Self {
        let street = dice.pick(STREETS);
        let line_1 = format!("{} {street}", dice.between(1, 999));
        let letter = dice.pick(&['A', 'B', 'C', 'E', 'G', 'H', 'J', 'K', 'L', 'M']);
        let (first, last) = (dice.below(10), dice.below(10));
        let postal_code = format!("{} {first}{letter}{last}", city.postal_area);
        Self {
            line_1,
            postal_code,
        }
    }
}

/// How much a customer is trusted, and what follows from it.
#[derive(Debug)]
struct Risk {
    rating: RiskRating,
    category: CustomerCategory,
    /// In ten-thousandths.
    air: i64,
}

/// The page relates categories to ratings and does not say how; that low is preferred and medium premium is the sandbox's own.
fn risk(dice: &mut Dice) -> Risk {
    let (rating, category, air) = match dice.below(6) {
        0 => (RiskRating::Low, CustomerCategory::Preferred, 1499),
        1 => (RiskRating::Medium, CustomerCategory::Premium, 1999),
        2 => (RiskRating::High, CustomerCategory::Standard, 2499),
        3 => (RiskRating::ExtraHigh, CustomerCategory::Standard, 2799),
        4 => (
            RiskRating::DoubleExtraHigh,
            CustomerCategory::Standard,
            2999,
        ),
        _ => (
            RiskRating::TripleExtraHigh,
            CustomerCategory::Standard,
            3199,
        ),
    };
    Risk {
        rating,
        category,
        air,
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

/// The plans of the sandbox: number, name, category and terms in months.
const PLANS: [(i64, &str, OfferCategory, &[i64]); 4] = [
    (110, "Equal payments", OfferCategory::EqualBilling, &[6, 12]),
    (
        120,
        "Equal payments, long",
        OfferCategory::EqualBilling,
        &[24, 36, 60],
    ),
    (210, "Pay later", OfferCategory::DeferredPayment, &[3, 6]),
    (220, "Pay much later", OfferCategory::DeferredPayment, &[12]),
];

fn plans(dice: &mut Dice) -> Vec<OfferType> {
    let first = dice.below(2) as usize;
    let last = dice.between(2, 4) as usize;
    let plan = |(id, name, category, terms): &(i64, &str, OfferCategory, &[i64])| OfferType {
        plan_name: dice.maybe(|_| ascii(name)),
        plan_id: Some(decimal(Decimal::from(*id))),
        offer_category: Some(category.clone()),
        term_options: Some(
            terms
                .iter()
                .map(|term| decimal(Decimal::from(*term)))
                .collect(),
        ),
    };
    PLANS[first..last].iter().map(plan).collect()
}

fn invented_licence(
    dice: &mut Dice,
    city: &City,
    home: &Home,
    first_name: &str,
    last_name: &str,
) -> Licence {
    let birth = date(1950, 1, 1).saturating_add(i64::from(dice.below(55 * 365)).days());
    let expiry = date(2027, 1, 1).saturating_add(i64::from(dice.below(5 * 365)).days());
    let middle_name = dice.pick(MIDDLE_NAMES);
    let province = city.province.as_str();
    Licence {
        first_name: first_name.to_owned(),
        middle_name: dice.maybe(|_| middle_name.to_owned()),
        last_name: last_name.to_owned(),
        dob: birth,
        address_1: home.line_1.clone(),
        city: city.name.to_owned(),
        province: province.to_owned(),
        postal_code: home.postal_code.clone(),
        govid_type: "DL".to_owned(),
        govid_issuedby: province.to_owned(),
        govid_number: format!("SPECIMEN{}", dice.digits(7)),
        govid_expiry: expiry,
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
