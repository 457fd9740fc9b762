//! Numbers of JSON texts as their decimal digits say.

/// A decimal number: two of them are equal if they are the same number, however they are written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decimal {
    negative: bool,
    /// The significant digits, without zeros at either end; none for zero.
    digits: String,
    /// The power of ten that the digits, as an integer, are multiplied by.
    exponent: i64,
    /// The closest double, as its bits.
    double: u64,
}

impl Decimal {
    /// Reads a number of JSON; nothing else is one.
    #[must_use]
    pub fn of(text: &str) -> Option<Self> {
        let first = text.bytes().next()?;
        if first != b'-' && !first.is_ascii_digit() {
            return None;
        }
        let double: f64 = text.parse().ok()?;
        let (negative, rest) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let (mantissa, exponent) = rest.split_once(['e', 'E']).unwrap_or((rest, "0"));
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let digits = format!("{whole}{fraction}");
        let exponent: i64 = exponent.parse().ok()?;
        let exponent = exponent.checked_sub(i64::try_from(fraction.len()).ok()?)?;
        let kept = digits.trim_end_matches('0');
        let exponent = exponent.checked_add(i64::try_from(digits.len() - kept.len()).ok()?)?;
        let kept = kept.trim_start_matches('0');
        let zero = kept.is_empty();
        Some(Self {
            negative: negative && !zero,
            digits: kept.to_owned(),
            exponent: if zero { 0 } else { exponent },
            double: if zero { 0 } else { double.to_bits() },
        })
    }

    /// Whether a double comes back from its shortest decimal text as this very number.
    #[must_use]
    pub fn is_carried_by_a_double(&self) -> bool {
        let shortest = format!("{:e}", f64::from_bits(self.double));
        Self::of(&shortest).is_some_and(|it| it == *self)
    }

    /// Whether another number is the closest double of this one, and no double is this one.
    #[must_use]
    pub fn is_closest_double(&self, other: &Self) -> bool {
        !self.is_carried_by_a_double() && self.double == other.double
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
