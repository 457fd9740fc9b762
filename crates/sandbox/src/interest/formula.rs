//! The formulas: of amounts, rates and months, without a customer.

#[cfg(test)]
mod tests;

use rust_decimal::{Decimal, RoundingStrategy};

/// Digits that are kept before an amount is rounded to cents.
///
/// A power is exact to 28 decimals, and a quotient by what is left of it to 22 digits: of 20, all are right.
const DIGITS: u32 = 20;

/// One of `months` equal parts that pay back an amount with interest, rounded up to the cent.
///
/// `None` below zero, or beyond what a decimal holds.
pub(super) fn instalment(amount: Decimal, rate: Decimal, months: u32) -> Option<Decimal> {
    if amount < Decimal::ZERO || rate < Decimal::ZERO {
        return None;
    }
    let months = Decimal::from(months);
    let monthly = rate / Decimal::from(12);
    if monthly.is_zero() {
        return amount.checked_div(months).map(up);
    }
    let discounted = power(Decimal::ONE / (Decimal::ONE + monthly), months)?;
    let interest = amount.checked_mul(monthly)?;
    interest.checked_div(Decimal::ONE - discounted).map(up)
}

/// An amount that is paid once after so many months, with simple interest, rounded up to the cent.
///
/// `None` below zero, or beyond what a decimal holds.
pub(super) fn deferred(amount: Decimal, rate: Decimal, months: u32) -> Option<Decimal> {
    if amount < Decimal::ZERO || rate < Decimal::ZERO {
        return None;
    }
    // The division comes last, so that what is whole stays whole.
    let twelfths = Decimal::from(12) + rate * Decimal::from(months);
    let owed = amount.checked_mul(twelfths)?;
    owed.checked_div(Decimal::from(12)).map(up)
}

/// The share of a customer's rate that a plan of equal parts takes.
pub(super) fn equal_share(months: u32) -> Decimal {
    match months {
        0..=6 => Decimal::ZERO,
        7..=12 => Decimal::new(25, 2),
        13..=24 => Decimal::new(50, 2),
        _ => Decimal::new(75, 2),
    }
}

/// The share of a customer's rate that a plan of a later payment takes.
pub(super) fn deferred_share(months: u32) -> Decimal {
    match months {
        0..=6 => Decimal::ZERO,
        _ => Decimal::new(50, 2),
    }
}

/// A base to the power of a whole number, by squares.
fn power(mut base: Decimal, exponent: Decimal) -> Option<Decimal> {
    let mut exponent = u32::try_from(exponent).ok()?;
    let mut power = Decimal::ONE;
    while exponent > 0 {
        if exponent % 2 == 1 {
            power = power.checked_mul(base)?;
        }
        exponent /= 2;
        if exponent > 0 {
            base = base.checked_mul(base)?;
        }
    }
    Some(power)
}

/// An amount rounded up to the cent, after what the arithmetic added beyond its digits is taken off.
fn up(amount: Decimal) -> Decimal {
    let amount = amount.round_sf(DIGITS).unwrap_or(amount);
    amount.round_dp_with_strategy(2, RoundingStrategy::AwayFromZero)
}
