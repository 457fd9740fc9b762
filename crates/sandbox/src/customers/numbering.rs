//! Numbers of customers, written as keys and read back.
//!
//! A numbering maps numbers one to one onto keys that look random, and maps them back.
//! So no two customers share a key, however many there are, and no index of keys is needed.

use super::dice::Dice;

/// The keys of twelve digits that begin with one that is fixed.
pub(crate) const DIGITS_11: u128 = 100_000_000_000;

/// A mapping of the numbers below a modulus onto themselves, one to one.
#[derive(Debug)]
pub struct Numbering {
    modulus: u128,
    multiplier: u128,
    /// The inverse of the multiplier.
    inverse: u128,
    shift: u128,
}

impl Numbering {
    /// The modulus is at most 2⁶⁴, so that no product is beyond 128 bits.
    pub(crate) fn new(seed: u64, purpose: &str, modulus: u128) -> Self {
        let mut dice = Dice::new(seed, purpose, 0);
        let shift = dice.wide() % modulus;
        loop {
            let multiplier = dice.wide() % modulus;
            if let Some(inverse) = inverse(multiplier, modulus) {
                return Self {
                    modulus,
                    multiplier,
                    inverse,
                    shift,
                };
            }
        }
    }

    /// The key of a number.
    pub(crate) fn key(&self, number: u64) -> u64 {
        let key = (u128::from(number) * self.multiplier + self.shift) % self.modulus;
        u64::try_from(key).unwrap_or_default()
    }

    /// The number of a key; `None` beyond the modulus.
    pub(crate) fn number(&self, key: u64) -> Option<u64> {
        let key = Some(u128::from(key)).filter(|key| *key < self.modulus)?;
        let number = (key + self.modulus - self.shift) % self.modulus * self.inverse;
        u64::try_from(number % self.modulus).ok()
    }
}

/// The inverse of a multiplier, by Euclid's algorithm; `None` if they have a common divisor.
fn inverse(multiplier: u128, modulus: u128) -> Option<u128> {
    let (mut rest, mut next) = (modulus, multiplier);
    // Both factors modulo the modulus, so that none is negative.
    let (mut factor, mut next_factor) = (0, 1);
    while next != 0 {
        let times = rest / next;
        (rest, next) = (next, rest % next);
        let less = times * next_factor % modulus;
        (factor, next_factor) = (next_factor, (factor + modulus - less) % modulus);
    }
    (rest == 1).then_some(factor)
}

/// A card number of 16 digits: a prefix of four, the key in eleven digits, and the check digit of ISO/IEC 7812-1 (Luhn).
///
/// A prefix of 9 and a country's ISO 3166-1 number is for national use (ISO/IEC 7812-1, 4.2): no card network issues it.
pub(crate) fn card_number(prefix: u16, key: u64) -> String {
    let number = format!("{prefix:04}{key:011}");
    let check = check_digit(&number);
    format!("{number}{check}")
}

/// The key in a card number, if it is one of ours.
pub(crate) fn key_of_card(prefix: u16, card: &str) -> Option<u64> {
    let key: u64 = card.get(4..15)?.parse().ok()?;
    (card_number(prefix, key) == card).then_some(key)
}

/// The check digit of a number, which reveals mistyped digits.
fn check_digit(number: &str) -> u32 {
    let digits = number.bytes().rev().enumerate();
    let sum: u32 = digits
        .map(|(place, digit)| {
            let digit = u32::from(digit - b'0');
            match place % 2 {
                0 => digit * 2 / 10 + digit * 2 % 10,
                _ => digit,
            }
        })
        .sum();
    (10 - sum % 10) % 10
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{DIGITS_11, Numbering, card_number, check_digit, inverse, key_of_card};

    proptest! {
        #[test]
        fn a_key_leads_back_to_its_number(seed: u64, number in 0..u64::MAX) {
            for modulus in [1 << 64, DIGITS_11, DIGITS_11 * 100, DIGITS_11 / 10] {
                let numbering = Numbering::new(seed, "test", modulus);
                let number = u64::try_from(u128::from(number) % modulus).expect("it is below");
                prop_assert_eq!(numbering.number(numbering.key(number)), Some(number));
            }
        }
    }

    #[test]
    fn a_key_beyond_the_modulus_is_of_nobody() {
        let numbering = Numbering::new(1, "test", 100);
        assert_eq!(numbering.number(100), None);
    }

    #[test]
    fn numbers_with_a_common_divisor_have_no_inverse() {
        assert_eq!(inverse(3, 10), Some(7));
        assert_eq!(inverse(4, 10), None);
        assert_eq!(inverse(0, 10), None);
    }

    #[test]
    fn the_check_digit_is_that_of_known_numbers() {
        // ISO/IEC 7812-1, annex B, and a test number of a card network.
        assert_eq!(check_digit("1789372997"), 4);
        assert_eq!(check_digit("411111111111111"), 1);
    }

    #[test]
    fn a_card_with_another_prefix_or_check_digit_is_not_ours() {
        let card = card_number(9484, 12_345);
        assert_eq!(key_of_card(9484, &card), Some(12_345));
        assert_eq!(key_of_card(9124, &card), None);
        let (number, check) = card.split_at(15);
        let wrong = (check.parse::<u32>().expect("a digit") + 1) % 10;
        assert_eq!(key_of_card(9484, &format!("{number}{wrong}")), None);
    }
}
