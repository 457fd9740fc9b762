//! Citibanamex segments: the first customer is the one of the page's examples.

mod answers;
mod names;

use contract::citibanamex::customer_segment::Customer;
use contract::citibanamex::error::Error;
use contract::scalar::Digits;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{Answered, Answers, Manner};
use crate::answer::Refusal;
use crate::customers::Record;
use crate::customers::dice::Dice;
use crate::customers::numbering::{self, DIGITS_11, Numbering};
use names::{FIRST_NAMES, LAST_NAMES, SEGMENTS};

/// A customer of Citibanamex.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Citibanamex {
    /// Identifier that finds the customer.
    pub customer_id: Digits<12>,
    /// Number of a card that finds the customer.
    pub card_number: Digits<16>,
    /// What the operation answers.
    pub customer: Customer,
}

/// What finds a customer.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CitibanamexKey {
    /// The `customerId` of a request.
    CustomerId(Digits<12>),
    /// The `cardNumber` of a request.
    CardNumber(Digits<16>),
}

/// How customers become keys.
#[derive(Debug)]
pub struct Numberings {
    customer: Numbering,
    card: Numbering,
}

impl Answers for Citibanamex {
    const OPERATIONS: &'static [Answered<Self>] = &[Answered::new(
        "citibanamexRetrieveCustomerSegment",
        answers::segment,
    )];

    const MANNER: &'static Manner = &Manner {
        error: Some("CitibanamexError"),
        // citibanamex-segments, line 7.
        requires_accept: true,
        body: refused,
        ..super::PLAIN
    };
}

/// A row of the page with the field that is to blame.
fn refused(row: Option<&Value>, refusal: &Refusal) -> Option<Vec<u8>> {
    let mut error = Error::deserialize(row?).ok()?;
    error.location = refusal.first_field();
    serde_json::to_vec(&error).ok()
}

/// Identifiers begin with 9, unlike the page's example.
const CUSTOMER_ID_PREFIX: &str = "9";

/// For national use in Mexico, 484.
const CARD_PREFIX: u16 = 9484;

impl Record for Citibanamex {
    type Key = CitibanamexKey;
    type Numberings = Numberings;

    const PAGE: &'static str = "citibanamex-segments";
    const PURPOSE: &'static str = "citibanamex";

    fn numberings(seed: u64) -> Numberings {
        Numberings {
            customer: Numbering::new(seed, "citibanamex customer", DIGITS_11),
            card: Numbering::new(seed, "citibanamex card", DIGITS_11),
        }
    }

    fn keys(&self) -> Vec<(String, CitibanamexKey)> {
        let customer_id = CitibanamexKey::CustomerId(self.customer_id.clone());
        let card_number = CitibanamexKey::CardNumber(self.card_number.clone());
        vec![
            ("/customer_id".to_owned(), customer_id),
            ("/card_number".to_owned(), card_number),
        ]
    }

    fn invent(mut dice: Dice, numberings: &Numberings, number: usize) -> Self {
        if number == 1 {
            return documented();
        }
        let number = number as u64;
        let customer_id = numberings.customer.key(number);
        let customer_id = format!("{CUSTOMER_ID_PREFIX}{customer_id:011}");
        let card_number = numberings.card.key(number);
        let card_number = numbering::card_number(CARD_PREFIX, card_number);
        let names = [
            dice.word(FIRST_NAMES),
            dice.word(LAST_NAMES),
            dice.word(LAST_NAMES),
        ];
        Self {
            customer_id: digits(&customer_id),
            card_number: digits(&card_number),
            customer: Customer {
                full_name: names.join(" "),
                customer_segment: dice.word(SEGMENTS).to_owned(),
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
                numberings.customer.number(key.parse().ok()?)?
            }
            CitibanamexKey::CustomerId(_) => return None,
            CitibanamexKey::CardNumber(card) => {
                let key = numbering::key_of_card(CARD_PREFIX, card.as_str())?;
                numberings.card.number(key)?
            }
        };
        // The first has the page's keys, not those of the numbering.
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
