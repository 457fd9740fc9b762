//! Customers whom Worldline looks up: the first is the one of the page's examples.

use contract::worldline::customer_details::{GetCustomerDetailsResponse, KeyValuePair};

use super::dice::Dice;
use super::lists::europe::{COUNTRIES, Country};
use super::numbering::Numberings;
use super::record::{Record, WorldlineKey};
use super::{Source, Worldline};

/// What finds every customer, beside what else its country asks for.
const FISCAL_NUMBER: &str = "fiscalNumber";

/// Fiscal numbers of twelve digits begin with two zeros: of nobody's year of birth, and not like the page's example.
const FISCAL_NUMBER_PREFIX: &str = "00";

/// The countries that have customers, each with the fields that have to be sent to find one.
///
/// The page leaves both to the configuration of the payment product (`usedForLookup`); these are the sandbox's own.
pub fn lookup_fields() -> impl Iterator<Item = (&'static str, &'static [&'static str])> {
    COUNTRIES
        .iter()
        .map(|country| (country.code, country.lookup))
}

impl Record for Worldline {
    type Key = WorldlineKey;

    const SOURCE: Source = Source::Worldline;

    fn keys(&self) -> Vec<(String, WorldlineKey)> {
        let key = WorldlineKey::new(&self.country_code, &self.values);
        vec![("/values".to_owned(), key)]
    }

    fn invent(seed: u64, numberings: &Numberings, number: usize) -> Self {
        if number == 1 {
            return documented();
        }
        // By turns, so that the first few are of every country.
        let country = COUNTRIES[(number - 1) % COUNTRIES.len()];
        let number = number as u64;
        let mut dice = Dice::new(seed, Self::SOURCE.as_str(), number);
        let fiscal_number = numberings.fiscal_number.key(number);
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

    fn number_of(numberings: &Numberings, key: &WorldlineKey) -> Option<usize> {
        if documented().keys().iter().any(|(_, known)| known == key) {
            return Some(1);
        }
        let fiscal_number = key.value(FISCAL_NUMBER).filter(|text| text.len() == 12)?;
        let number = fiscal_number.strip_prefix(FISCAL_NUMBER_PREFIX)?;
        let number = numberings.fiscal_number.number(number.parse().ok()?)?;
        usize::try_from(number).ok().filter(|number| *number > 1)
    }

    fn flaws(&self) -> Vec<(&'static str, String)> {
        let country = COUNTRIES.iter().find(|it| it.code == self.country_code);
        let Some(country) = country else {
            let codes: Vec<_> = COUNTRIES.iter().map(|it| it.code).collect();
            return vec![("/country_code", format!("one of {}", codes.join(", ")))];
        };
        let mut keys: Vec<_> = self.values.iter().map(|it| it.key.as_deref()).collect();
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
    let first_name = dice.pick(country.first_names);
    let surname = dice.pick(country.surnames);
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
            let street = dice.pick(country.streets);
            format!("{street} {}", dice.between(1, 199))
        }),
        surname: dice.maybe(|_| surname.to_owned()),
        zip: dice.maybe(|_| zip.to_owned()),
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
            country: None,
            email_address: text("gustav.adolfs@stockholm.se"),
            first_name: text("Gustav"),
            fiscal_number: text("0123456789012"),
            language_code: text(""),
            phone_number: text("0123456789"),
            street: text("Gustav Adolfs torg 22"),
            surname: text("Adolfs"),
            zip: text("111 52"),
        },
    }
}

fn pair(key: &str, value: &str) -> KeyValuePair {
    KeyValuePair {
        key: Some(key.to_owned()),
        value: Some(value.to_owned()),
    }
}
