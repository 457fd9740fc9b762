//! What the records of all pages have in common: a page, keys, and how they are invented.

use std::fmt::Debug;
use std::hash::Hash;

use schemars::JsonSchema;
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::dice::Dice;

/// The record of a customer, with the keys that find it.
pub trait Record:
    Clone + Debug + PartialEq + Serialize + DeserializeOwned + JsonSchema + Send + Sync + 'static
{
    /// What finds a customer of this page.
    type Key: Clone + Debug + Eq + Hash + Ord + Send + Sync;

    /// How numbers of customers become keys.
    type Numberings: Debug + Send + Sync;

    /// The page whose customers these are.
    const PAGE: &'static str;

    /// What the choices are drawn for; another text here would give everybody other customers.
    const PURPOSE: &'static str = Self::PAGE;

    /// The numberings of a seed.
    fn numberings(seed: u64) -> Self::Numberings;

    /// The keys of this record, each with its place in the record as a JSON pointer.
    fn keys(&self) -> Vec<(String, Self::Key)>;

    /// Invents customer `number`, from 1.
    fn invent(dice: Dice, numberings: &Self::Numberings, number: usize) -> Self;

    /// The number of the customer who was invented with this key, whether or not there are so many.
    fn number_of(numberings: &Self::Numberings, key: &Self::Key) -> Option<usize>;

    /// What is wrong with a record whose values are each valid: a JSON pointer and what was expected.
    fn flaws(&self) -> Vec<(&'static str, String)> {
        Vec::new()
    }
}
