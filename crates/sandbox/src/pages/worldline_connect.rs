//! Worldline Connect: the first customer is the one of the page's examples.

mod answers;
mod countries;
mod errors;

use contract::worldline::customer_details::{GetCustomerDetailsResponse, KeyValuePair};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Answered, Answers, Manner};
use crate::customers::Record;
use crate::customers::dice::Dice;
use crate::customers::numbering::{DIGITS_11, Numbering};
use countries::{COUNTRIES, Country};

/// A customer that a payment product of Worldline looks up.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Worldline {
    /// Country whose lookup fields find the customer.
    pub country_code: String,
    /// The lookup fields with their values; all of them have to be sent.
    pub values: Vec<KeyValuePair>,
    /// What the operation answers.
    pub details: GetCustomerDetailsResponse,
}

/// What finds a customer: a country and its lookup fields with their values.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WorldlineKey {
    country: String,
    /// Sorted by the names of the fields, so that the order of a request does not matter.
    values: Vec<(String, String)>,
}

impl WorldlineKey {
    /// The key that a request states; a pair without a key or a value is ignored.
    #[must_use]
    pub fn new(country: &str, values: &[KeyValuePair]) -> Self {
        let stated = values.iter();
        let stated = stated.filter_map(|pair| Some((pair.key.clone()?, pair.value.clone()?)));
        let mut values: Vec<_> = stated.collect();
        values.sort_unstable();
        values.dedup();
        Self {
            country: country.to_owned(),
            values,
        }
    }

    /// The value of one lookup field.
    fn value(&self, field: &str) -> Option<&str> {
        let mut values = self.values.iter();
        let (_, value) = values.find(|(key, _)| key == field)?;
        Some(value)
    }
}

impl Answers for Worldline {
    const OPERATIONS: &'static [Answered<Self>] = &[Answered::new(
        "worldlineGetCustomerDetails",
        answers::customer_details,
    )];

    const MANNER: &'static Manner = &Manner {
        error: Some("WorldlineErrorResponse"),
        without_a_row: true,
        before_customer: "v1Client:",
        body: errors::body,
        ..super::PLAIN
    };
}

/// The lookup field that every country asks for.
const FISCAL_NUMBER: &str = "fiscalNumber";

/// Fiscal numbers have twelve digits and begin with two zeros: nobody's year of birth does, nor the page's example.
const FISCAL_NUMBER_PREFIX: &str = "00";

/// The countries that have customers, each with the fields that have to be sent to find one.
///
/// The page leaves both to the configuration of the payment product (`usedForLookup`); these are the sandbox's own.
fn lookup_fields() -> impl Iterator<Item = (&'static str, &'static [&'static str])> {
    COUNTRIES
        .iter()
        .map(|country| (country.code, country.lookup))
}

impl Record for Worldline {
    type Key = WorldlineKey;
    /// Of fiscal numbers.
    type Numberings = Numbering;

    const PAGE: &'static str = "worldline-connect";
    const PURPOSE: &'static str = "worldline";

    fn numberings(seed: u64) -> Numbering {
        Numbering::new(seed, "fiscal number", DIGITS_11 / 10)
    }

    fn keys(&self) -> Vec<(String, WorldlineKey)> {
        let key = WorldlineKey::new(&self.country_code, &self.values);
        vec![("/values".to_owned(), key)]
    }

    fn invent(mut dice: Dice, fiscal_numbers: &Numbering, number: usize) -> Self {
        if number == 1 {
            return documented();
        }
        // By turns, so that the first few are of every country.
        let country = COUNTRIES[(number - 1) % COUNTRIES.len()];
        let fiscal_number = fiscal_numbers.key(number as u64);
        let fiscal_number = format!("{FISCAL_NUMBER_PREFIX}{fiscal_number:010}");
        let (city, zip) = dice.pick(country.cities);
        let values = country.lookup.iter().map(|field| match *field {
            FISCAL_NUMBER => pair(field, &fiscal_number),
            _ => pair(field, zip),
        });
        Self {
            country_code: country.code.to_owned(),
            values: values.collect(),
            details: details(&mut dice, country, city, zip, &fiscal_number),
        }
    }

    fn number_of(fiscal_numbers: &Numbering, key: &WorldlineKey) -> Option<usize> {
        if documented().keys().iter().any(|(_, known)| known == key) {
            return Some(1);
        }
        let fiscal_number = key.value(FISCAL_NUMBER).filter(|text| text.len() == 12)?;
        let number = fiscal_number.strip_prefix(FISCAL_NUMBER_PREFIX)?;
        let number = fiscal_numbers.number(number.parse().ok()?)?;
        usize::try_from(number).ok().filter(|number| *number > 1)
    }

    fn flaws(&self) -> Vec<(&'static str, String)> {
        let country = COUNTRIES.iter().find(|it| it.code == self.country_code);
        let Some(country) = country else {
            let codes: Vec<_> = COUNTRIES.iter().map(|it| it.code).collect();
            return vec![("/country_code", format!("one of {}", codes.join(", ")))];
        };
        let keys = self.values.iter();
        let keys = keys.map(|it| it.key.as_deref().filter(|_| it.value.is_some()));
        let mut keys: Vec<_> = keys.collect();
        keys.sort_unstable();
        let mut lookup: Vec<_> = country.lookup.iter().copied().map(Some).collect();
        lookup.sort_unstable();
        if keys == lookup {
            return Vec::new();
        }
        let fields = country.lookup.join(", ");
        let expected = format!("the lookup fields of {}, each once: {fields}", country.code);
        vec![("/values", expected)]
    }
}

fn details(
    dice: &mut Dice,
    country: Country,
    city: &str,
    zip: &str,
    fiscal_number: &str,
) -> GetCustomerDetailsResponse {
    let first_name = dice.word(country.first_names);
    let surname = dice.word(country.surnames);
    GetCustomerDetailsResponse {
        city: dice.maybe(|_| city.to_owned()),
        country: dice.maybe(|_| country.code.to_owned()),
        email_address: dice.maybe(|dice| format!("customer.{}@example.com", dice.digits(5))),
        first_name: dice.maybe(|_| first_name.to_owned()),
        fiscal_number: dice.maybe(|_| fiscal_number.to_owned()),
        language_code: dice.maybe(|_| country.language.to_owned()),
        phone_number: dice.maybe(|dice| {
            let (prefix, first, last) = dice.pick(country.phones);
            format!("{prefix}{}", dice.between(first, last))
        }),
        street: dice.maybe(|dice| {
            let street = dice.word(country.streets);
            format!("{street} {}", dice.between(1, 199))
        }),
        surname: dice.maybe(|_| surname.to_owned()),
        zip: dice.maybe(|_| zip.to_owned()),
        ..GetCustomerDetailsResponse::default()
    }
}

/// The customer of the page's examples: worldline-connect, request and response.
///
/// The fiscal number of the response has a digit more than that of the request, on the page as here.
fn documented() -> Worldline {
    let text = |text: &str| Some(text.to_owned());
    Worldline {
        country_code: "SE".to_owned(),
        values: vec![pair(FISCAL_NUMBER, "012345678901")],
        details: GetCustomerDetailsResponse {
            city: text("Stockholm"),
            email_address: text("gustav.adolfs@stockholm.se"),
            first_name: text("Gustav"),
            fiscal_number: text("0123456789012"),
            language_code: text(""),
            phone_number: text("0123456789"),
            street: text("Gustav Adolfs torg 22"),
            surname: text("Adolfs"),
            zip: text("111 52"),
            ..GetCustomerDetailsResponse::default()
        },
    }
}

fn pair(key: &str, value: &str) -> KeyValuePair {
    KeyValuePair {
        key: Some(key.to_owned()),
        value: Some(value.to_owned()),
        ..KeyValuePair::default()
    }
}
