//! Customers of Citibanamex: the first is the one of the page's examples.

use contract::citibanamex::customer_segment::Customer;
use contract::scalar::Digits;

use super::dice::Dice;
use super::lists::mexico::{FIRST_NAMES, LAST_NAMES, SEGMENTS};
use super::numbering::{self, Numberings};
use super::record::{CitibanamexKey, Record};
use super::{Citibanamex, Source};

/// Identifiers begin with 9, and so not like the page's example.
const CUSTOMER_ID_PREFIX: &str = "9";

/// For national use in Mexico, 484.
const CARD_PREFIX: u16 = 9484;

impl Record for Citibanamex {
    type Key = CitibanamexKey;

    const SOURCE: Source = Source::Citibanamex;

    fn keys(&self) -> Vec<(String, CitibanamexKey)> {
        let customer_id = CitibanamexKey::CustomerId(self.customer_id.clone());
        let card_number = CitibanamexKey::CardNumber(self.card_number.clone());
        vec![
            ("/customer_id".to_owned(), customer_id),
            ("/card_number".to_owned(), card_number),
        ]
    }

    fn invent(seed: u64, numberings: &Numberings, number: usize) -> Self {
        if number == 1 {
            return documented();
        }
        let number = number as u64;
        let mut dice = Dice::new(seed, Self::SOURCE.as_str(), number);
        let customer_id = numberings.citibanamex_customer.key(number);
        let customer_id = format!("{CUSTOMER_ID_PREFIX}{customer_id:011}");
        let card_number = numberings.citibanamex_card.key(number);
        let card_number = numbering::card_number(CARD_PREFIX, card_number);
        let names = [
            dice.pick(FIRST_NAMES),
            dice.pick(LAST_NAMES),
            dice.pick(LAST_NAMES),
        ];
        Self {
            customer_id: digits(&customer_id),
            card_number: digits(&card_number),
            customer: Customer {
                full_name: names.join(" "),
                customer_segment: dice.pick(SEGMENTS).to_owned(),
                birthday_today_flag: dice.once_in(5),
            },
        }
    }

    fn number_of(numberings: &Numberings, key: &CitibanamexKey) -> Option<usize> {
        let first = documented();
        if first.keys().iter().any(|(_, known)| known == key) {
            return Some(1);
        }
        let number = match key {
            CitibanamexKey::CustomerId(id) if id.as_str().len() == 12 => {
                let key = id.as_str().strip_prefix(CUSTOMER_ID_PREFIX)?;
                numberings.citibanamex_customer.number(key.parse().ok()?)?
            }
            CitibanamexKey::CustomerId(_) => return None,
            CitibanamexKey::CardNumber(card) => {
                let key = numbering::key_of_card(CARD_PREFIX, card.as_str())?;
                numberings.citibanamex_card.number(key)?
            }
        };
        // The first has keys of the page's, none of the numbering's.
        usize::try_from(number).ok().filter(|number| *number > 1)
    }
}

/// The customer of the page's examples: citibanamex-segments, the rows of the request and of the answer.
fn documented() -> Citibanamex {
    Citibanamex {
        customer_id: digits("321116471234"),
        card_number: digits("4969452123456110"),
        customer: Customer {
            full_name: "Luis Diaz Salinas".to_owned(),
            customer_segment: "20".to_owned(),
            birthday_today_flag: true,
        },
    }
}

fn digits<const N: usize>(text: &str) -> Digits<N> {
    Digits::try_from(text).expect("what is invented keeps the contract's bounds")
}
