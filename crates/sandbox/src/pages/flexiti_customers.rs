//! Flexiti customers: found by one of three numbers; the page has no examples.

mod answers;
pub mod interest;
pub mod licence;
mod names;
mod papers;
mod plans;
mod risk;

use contract::flexiti::customer::{Customer, Language, Province, SecurityQuestion};
use contract::flexiti::interest::CustomerCategory;
use contract::scalar::{Ascii, Number};
use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Answered, Answers, Beyond, Link};
use crate::customers::Record;
use crate::customers::dice::Dice;
use crate::customers::numbering::{self, DIGITS_11, Numbering};
use licence::Licence;
use names::{CITIES, FIRST_NAMES, LAST_NAMES, MEN, QUESTIONS, WOMEN};
use papers::Home;

/// A customer of Flexiti.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Flexiti {
    /// Number of the card (VCC) that finds the customer.
    #[schemars(regex(pattern = "^[0-9]{1,19}$"))]
    pub vcc_number: String,
    /// First name.
    pub first_name: Ascii<80>,
    /// Last name.
    pub last_name: Ascii<130>,
    /// Category that goes with the risk rating.
    pub category: CustomerCategory,
    /// The `air` of the customer, a yearly rate as a coefficient.
    #[schemars(range(min = 0))]
    pub air: Number<5, 4>,
    /// Amount of the purchase that is calculated: the page documents no request that could state it.
    #[schemars(range(min = 0))]
    pub authorization: Number<18, 2>,
    /// The driver's licence, as its barcode says it.
    pub licence: Licence,
    /// What the lookup answers; its account number and customer identifier find the customer.
    pub customer: Customer,
}

/// What finds a customer; two of the keys are numbers, because the page says that they are.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FlexitiKey {
    /// Number of the card (VCC).
    Vcc(String),
    /// Account number.
    AccountNumber(u64),
    /// Identifier of the customer.
    CustomerId(u64),
}

/// How customers become keys.
#[derive(Debug)]
pub struct Numberings {
    vcc: Numbering,
    account: Numbering,
    customer: Numbering,
}

/// The client for which the first request was made.
const CLIENT: (&str, &str) = ("path.client_id", "$request.path.client_id");

impl Answers for Flexiti {
    const OPERATIONS: &'static [Answered<Self>] = &[
        Answered::new("flexitiLookUpCustomer", answers::look_up).beyond(Beyond::NotFound),
        Answered::new("flexitiScanDriversLicense", answers::scan_licence).beyond(Beyond::Body(
            "What the barcode says.",
            "SandboxDriversLicence",
            || schemars::schema_for!(Licence).to_value(),
        )),
        Answered::new("flexitiCalculateInterest", answers::calculate_interest)
            .beyond(Beyond::NotFound),
    ];

    const LINKS: &'static [Link] = &[
        Link {
            from: "flexitiLookUpCustomer",
            name: "sameCustomer",
            description: "The customer is found by identifier.",
            to: "flexitiLookUpCustomer",
            parameters: &[CLIENT, ("query.customer_id", "$response.body#/customer_id")],
        },
        Link {
            from: "flexitiLookUpCustomer",
            name: "interest",
            description: "What a purchase on the customer's account costs.",
            to: "flexitiCalculateInterest",
            parameters: &[
                CLIENT,
                ("path.account_number", "$response.body#/account_number"),
            ],
        },
    ];
}

/// For national use in Canada, 124.
const CARD_PREFIX: u16 = 9124;

/// Account numbers begin with 7 and have 14 digits.
const ACCOUNTS: u64 = 70_000_000_000_000;
/// Identifiers of customers begin with 5 and have 12 digits.
const CUSTOMERS: u64 = 500_000_000_000;

impl Record for Flexiti {
    type Key = FlexitiKey;
    type Numberings = Numberings;

    const PAGE: &'static str = "flexiti-customers";
    const PURPOSE: &'static str = "flexiti";

    fn numberings(seed: u64) -> Numberings {
        Numberings {
            vcc: Numbering::new(seed, "vcc", DIGITS_11),
            account: Numbering::new(seed, "account", DIGITS_11 * 100),
            customer: Numbering::new(seed, "flexiti customer", DIGITS_11),
        }
    }

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

    fn invent(mut dice: Dice, numberings: &Numberings, number: usize) -> Self {
        let key = number as u64;
        let city = CITIES[dice.below(u32::try_from(CITIES.len()).unwrap_or(1)) as usize].clone();
        let first_name = dice.word(FIRST_NAMES);
        let is_woman = FIRST_NAMES
            .split(", ")
            .step_by(2)
            .any(|it| it == first_name);
        let given = (first_name, if is_woman { WOMEN } else { MEN });
        let last_name = dice.word(LAST_NAMES);
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
            first_name: ascii(first_name),
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
                    CUSTOMERS + numberings.customer.key(key),
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
                ..Customer::default()
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
                numberings.customer.number(key)
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
        ..SecurityQuestion::default()
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
