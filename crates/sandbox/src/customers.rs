//! The customers of one page: invented when somebody asks for them, and changed in memory.
//!
//! The same seed gives the same customers, on every machine and in every version.

mod change;
pub(crate) mod dice;
mod edits;
mod judge;
pub(crate) mod numbering;
mod record;
mod refused;

use std::sync::{Arc, Mutex, OnceLock, PoisonError, RwLock, RwLockReadGuard};

use dice::Dice;
use edits::Edits;

pub use change::RECORD_BYTES;
pub use record::Record;
pub use refused::{Refused, Violation};

/// How many customers of a page are kept once they are invented; the others are invented each time.
///
/// The records of one number on all pages take some 16 KiB together, so all that are kept stay below 5 MiB.
const KEPT: usize = 256;

/// The customers of one page, as they are now.
///
/// Nothing is invented before it is asked for: a start costs the same with 20 and with 100,000 customers.
#[derive(Debug)]
pub struct Customers<R: Record> {
    seed: u64,
    count: usize,
    numberings: R::Numberings,
    kept: Box<[OnceLock<Arc<R>>]>,
    edits: RwLock<Edits<R>>,
    /// Whoever holds it may change a customer.
    change: Mutex<()>,
}

/// A customer that was found by a key.
#[derive(Clone, Debug, PartialEq)]
pub struct Found<R> {
    /// Number of the customer, from 1.
    pub number: usize,
    /// The record.
    pub record: Arc<R>,
}

impl<R: Record> Customers<R> {
    /// Invents `count` customers, numbered from 1.
    ///
    /// A customer follows from the seed, the page and the number alone, however many customers there are.
    #[must_use]
    pub fn invented(seed: u64, count: usize) -> Self {
        Self {
            seed,
            count,
            numberings: R::numberings(seed),
            kept: (0..count.min(KEPT)).map(|_| OnceLock::new()).collect(),
            edits: RwLock::default(),
            change: Mutex::default(),
        }
    }

    /// Returns customer `number` as it is now, if there are so many.
    #[must_use]
    pub fn get(&self, number: usize) -> Option<Arc<R>> {
        let edited = self.edits().get(number);
        edited.or_else(|| self.as_invented(number))
    }

    /// Looks up a customer by a key.
    #[must_use]
    pub fn find(&self, key: &R::Key) -> Option<Found<R>> {
        self.found(&self.edits(), key)
    }

    /// Returns the record of a customer as JSON, in the form that [`put`](Self::put) takes.
    #[must_use]
    pub fn json(&self, number: usize) -> Option<String> {
        serde_json::to_string(&*self.get(number)?).ok()
    }

    fn found(&self, edits: &Edits<R>, key: &R::Key) -> Option<Found<R>> {
        if let Some(number) = edits.number_of(key) {
            let record = edits.get(number)?;
            return Some(Found { number, record });
        }
        let number = R::number_of(&self.numberings, key)?;
        // A changed customer has only the keys of its new record.
        let record = self.as_invented(number);
        let record = record.filter(|_| edits.get(number).is_none())?;
        // A numbering names the only possible customer; the rest of the key may be nobody's.
        let mut keys = record.keys().into_iter();
        keys.any(|(_, known)| known == *key)
            .then_some(Found { number, record })
    }

    fn as_invented(&self, number: usize) -> Option<Arc<R>> {
        if !(1..=self.count).contains(&number) {
            return None;
        }
        let invent = || {
            let dice = Dice::new(self.seed, R::PURPOSE, number as u64);
            Arc::new(R::invent(dice, &self.numberings, number))
        };
        match self.kept.get(number - 1) {
            Some(slot) => Some(Arc::clone(slot.get_or_init(invent))),
            None => Some(invent()),
        }
    }

    // Nothing panics while it holds a lock; even then, what the lock guards would be whole.
    fn edits(&self) -> RwLockReadGuard<'_, Edits<R>> {
        self.edits.read().unwrap_or_else(PoisonError::into_inner)
    }
}
