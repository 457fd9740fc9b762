//! Decimal numbers, as JSON texts write them.

use bigdecimal::BigDecimal;

/// A decimal number. Two are equal if they are the same number, however they are written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Decimal(BigDecimal);

impl Decimal {
    /// Reads a number of JSON. Returns nothing for any other text.
    #[must_use]
    pub(super) fn of(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('-').unwrap_or(text);
        let number = digits.starts_with(|it: char| it.is_ascii_digit());
        number.then(|| text.parse().ok().map(Self))?
    }

    /// Whether a double can hold exactly this number, written as its shortest decimal text.
    #[must_use]
    pub(super) fn is_carried_by_a_double(&self) -> bool {
        Self::of(&format!("{:e}", self.double())).is_some_and(|it| it == *self)
    }

    /// Whether no double holds this number and another number is its closest double.
    #[must_use]
    pub(super) fn is_closest_double(&self, other: &Self) -> bool {
        !self.is_carried_by_a_double() && self.double().to_bits() == other.double().to_bits()
    }

    /// Returns the closest double, which is infinite beyond the range of doubles.
    fn double(&self) -> f64 {
        self.0.to_scientific_notation().parse().unwrap_or(f64::NAN)
    }
}

#[cfg(test)]
mod tests {
    use super::Decimal;

    fn of(text: &str) -> Decimal {
        Decimal::of(text).expect("a number")
    }

    #[test]
    fn a_number_is_one_however_it_is_written() {
        for (one, other) in [
            ("1", "1.00"),
            ("100", "1e2"),
            ("0.01", "1E-2"),
            ("-0", "0.0"),
            ("-1.5e+3", "-1500"),
            ("0", "0e99"),
        ] {
            assert_eq!(of(one), of(other));
        }
        assert_ne!(of("9007199254740993"), of("9007199254740992"));
        assert_ne!(of("1"), of("-1"));
    }

    #[test]
    fn what_a_double_carries_is_known() {
        for text in [
            "9999999999999.99",
            "999999999999999",
            "9007199254740991",
            "0.1",
            "-2147483648",
        ] {
            assert!(of(text).is_carried_by_a_double(), "{text}");
        }
        for text in [
            "9999999999999999.99",
            "9223372036854775807",
            "9007199254740993",
            "1e400",
        ] {
            assert!(!of(text).is_carried_by_a_double(), "{text}");
        }
    }

    #[test]
    fn other_values_are_no_numbers() {
        for text in [
            "\"1\"",
            "null",
            "[1]",
            "",
            "-",
            "infinity",
            "NaN",
            "1e99999999999999999999",
        ] {
            assert_eq!(Decimal::of(text), None, "{text}");
        }
    }
}
