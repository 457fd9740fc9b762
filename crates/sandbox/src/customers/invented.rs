//! All customers of a seed, invented when somebody asks for them.

use std::sync::{Arc, OnceLock};

use super::numbering::Numberings;
use super::record::Record;
use crate::source::with_sources;

/// So many customers of a source are kept once they are invented; the others are invented each time.
///
/// The records of one number in all five sources take some 16 KiB together: all that are kept stay below 5 MiB.
const KEPT: usize = 256;

/// The invented customers of every source.
///
/// Nothing is invented before it is asked for: a start costs the same with 20 and with 100,000 customers.
#[derive(Debug)]
pub struct Customers {
    seed: u64,
    count: usize,
    numberings: Numberings,
    kept: All,
}

type Slots<R> = Box<[OnceLock<Arc<R>>]>;

/// A record that has a place among those of all sources.
pub trait Placed: Sized {
    /// The place of those that are kept.
    fn slots(all: &All) -> &[OnceLock<Arc<Self>>];
}

/// Declares what holds the customers that are kept, of every source.
macro_rules! all {
    ([$($record:ident: $place:ident),+]) => {
        /// The customers of each source that are kept.
        #[derive(Debug)]
        pub struct All {
            $($place: Slots<$crate::customers::$record>,)+
        }

        impl All {
            fn new(count: usize) -> Self {
                Self {
                    $($place: slots(count),)+
                }
            }
        }

        $(impl Placed for $crate::customers::$record {
            fn slots(all: &All) -> &[OnceLock<Arc<Self>>] {
                &all.$place
            }
        })+
    };
}

with_sources!(all!());

impl Customers {
    /// As many customers of each source as `count` says, numbered from 1.
    ///
    /// Customer N of a source follows from the seed, the source and N alone: it is the same however many there are.
    #[must_use]
    pub fn invented(seed: u64, count: usize) -> Self {
        Self {
            seed,
            count,
            numberings: Numberings::new(seed),
            kept: All::new(count.min(KEPT)),
        }
    }

    /// What the customers follow from.
    #[must_use]
    pub fn seed(&self) -> u64 {
        self.seed
    }

    /// How many customers each source has.
    #[must_use]
    pub fn count(&self) -> usize {
        self.count
    }

    /// Customer `number` as invented, if there are so many.
    #[must_use]
    pub fn get<R: Record>(&self, number: usize) -> Option<Arc<R>> {
        if !(1..=self.count).contains(&number) {
            return None;
        }
        let invent = || Arc::new(R::invent(self.seed, &self.numberings, number));
        match R::slots(&self.kept).get(number - 1) {
            Some(slot) => Some(Arc::clone(slot.get_or_init(invent))),
            None => Some(invent()),
        }
    }

    /// The customer who was invented with this key, if there are so many.
    #[must_use]
    pub fn number_of<R: Record>(&self, key: &R::Key) -> Option<usize> {
        let number = R::number_of(&self.numberings, key)?;
        // A numbering says who it can be at most: the rest of the key may be of nobody.
        let record = self.get::<R>(number)?;
        let mut keys = record.keys().into_iter();
        keys.any(|(_, known)| known == *key).then_some(number)
    }
}

fn slots<R>(count: usize) -> Slots<R> {
    (0..count).map(|_| OnceLock::new()).collect()
}
