//! Choices of one customer, drawn from the seed.

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng as _, SeedableRng as _};

/// The choices of one customer, or of one numbering.
///
/// `ChaCha8` gives the same numbers on every machine and in every version.
#[derive(Debug)]
pub struct Dice {
    rng: ChaCha8Rng,
    /// Whether every optional value is there: the first customer of a page shows them all.
    all: bool,
}

impl Dice {
    /// The choices of a seed, a purpose and a number; a change of one gives other choices.
    pub(crate) fn new(seed: u64, purpose: &str, number: u64) -> Self {
        let mut key = [0; 32];
        key[..8].copy_from_slice(&seed.to_le_bytes());
        let name = purpose.bytes().take(24);
        key[8..]
            .iter_mut()
            .zip(name)
            .for_each(|(to, from)| *to = from);
        let mut rng = ChaCha8Rng::from_seed(key);
        rng.set_stream(number);
        Self {
            rng,
            all: number == 1,
        }
    }

    /// A number from zero to the one before `end`.
    pub(crate) fn below(&mut self, end: u32) -> u32 {
        let scaled = u64::from(self.rng.next_u32()) * u64::from(end);
        u32::try_from(scaled >> 32).unwrap_or_default()
    }

    /// A number from `first` to `last`, both included.
    pub(crate) fn between(&mut self, first: u32, last: u32) -> u32 {
        first + self.below(last - first + 1)
    }

    /// A number of 128 bits, to choose a numbering by.
    pub(crate) fn wide(&mut self) -> u128 {
        u128::from(self.rng.next_u64()) << 64 | u128::from(self.rng.next_u64())
    }

    /// True in one of `times` cases.
    pub(crate) fn once_in(&mut self, times: u32) -> bool {
        self.below(times) == 0
    }

    /// One of these.
    pub(crate) fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        let end = u32::try_from(from.len()).unwrap_or(u32::MAX);
        from[self.below(end) as usize]
    }

    /// One word of a list such as `Anne, Claire, Jade`.
    pub(crate) fn word(&mut self, list: &'static str) -> &'static str {
        let words: Vec<_> = list.split(", ").collect();
        self.pick(&words)
    }

    /// So many digits.
    pub(crate) fn digits(&mut self, count: usize) -> String {
        let digit = |_| char::from_digit(self.below(10), 10).unwrap_or('0');
        (0..count).map(digit).collect()
    }

    /// A value that may be absent: there in three of four cases, and always for the first customer.
    ///
    /// The value is drawn in either case, so that later choices do not depend on this one.
    pub(crate) fn maybe<T>(&mut self, value: impl FnOnce(&mut Self) -> T) -> Option<T> {
        let there = !self.once_in(4) || self.all;
        let value = value(self);
        there.then_some(value)
    }
}

#[cfg(test)]
mod tests {
    use super::Dice;

    fn thrown(seed: u64, purpose: &str, number: u64) -> u128 {
        Dice::new(seed, purpose, number).wide()
    }

    #[test]
    fn the_same_seed_gives_the_same_on_every_machine() {
        assert_eq!(thrown(1, "a", 1), thrown(1, "a", 1));
        // Fixed: another value here is another set of customers for everybody.
        assert_eq!(
            thrown(1, "customers", 2),
            206_357_537_925_404_986_393_680_476_657_469_219_152
        );
    }

    #[test]
    fn seed_purpose_and_number_all_matter() {
        let first = thrown(1, "a", 1);
        assert_ne!(first, thrown(2, "a", 1));
        assert_ne!(first, thrown(1, "b", 1));
        assert_ne!(first, thrown(1, "a", 2));
    }

    #[test]
    fn a_number_between_two_can_be_either() {
        let mut dice = Dice::new(1, "between", 1);
        let mut seen = [false; 3];
        for _ in 0..100 {
            seen[dice.between(0, 2) as usize] = true;
        }
        assert_eq!(seen, [true; 3]);
    }
}
