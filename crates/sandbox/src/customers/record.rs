//! What the records of all sources have in common: a source, keys, and being invented.

use std::fmt::Debug;
use std::hash::Hash;

use contract::scalar::Digits;
use contract::worldline::customer_details::KeyValuePair;
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::Source;
use super::invented::Placed;
use super::numbering::Numberings;

/// A record of a customer, with the keys that find it.
pub trait Record:
    Placed + Clone + Debug + PartialEq + Serialize + DeserializeOwned + Send + Sync + 'static
{
    /// What finds a customer of this source.
    type Key: Clone + Debug + Eq + Hash + Ord + Send + Sync;

    /// The source whose customers these are.
    const SOURCE: Source;

    /// The keys of this record: each with its place in the record, a JSON pointer.
    fn keys(&self) -> Vec<(String, Self::Key)>;

    /// Customer `number`, from 1, as the seed has it.
    fn invent(seed: u64, numberings: &Numberings, number: usize) -> Self;

    /// The number of the customer who was invented with this key, whether or not there are so many.
    fn number_of(numberings: &Numberings, key: &Self::Key) -> Option<usize>;

    /// What is wrong with a record although each of its values is right by itself: a JSON pointer and what was expected.
    fn flaws(&self) -> Vec<(&'static str, String)> {
        Vec::new()
    }
}

/// What finds a card account in Hong Kong: its identifier.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CardAccountId(pub String);

/// Nothing finds a customer in Australia but the credentials.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NoKey {}

/// What finds a customer of Citibanamex.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CitibanamexKey {
    /// The `customerId` of a request.
    CustomerId(Digits<12>),
    /// The `cardNumber` of a request.
    CardNumber(Digits<16>),
}

/// What finds a customer of Worldline: a country and its lookup fields with their values.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WorldlineKey {
    country: String,
    /// In the order of the fields' names, so that the order of a request does not matter.
    values: Vec<(String, String)>,
}

impl WorldlineKey {
    /// The key that a request states; a pair that lacks its key or its value states nothing.
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
    #[must_use]
    pub(super) fn value(&self, field: &str) -> Option<&str> {
        let mut values = self.values.iter();
        let (_, value) = values.find(|(key, _)| key == field)?;
        Some(value)
    }
}

/// What finds a customer of Flexiti; the two numbers as numbers, because the page says that they are.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FlexitiKey {
    /// Number of the card (VCC).
    Vcc(String),
    /// Account number.
    AccountNumber(u64),
    /// Identifier of the customer.
    CustomerId(u64),
}
