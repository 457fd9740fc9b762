//! The formulas against what every loan has in common.

use proptest::prelude::*;
use rust_decimal::Decimal;

use super::{deferred, instalment};

/// Any amount that `number (18,2)` holds, from zero.
fn amount() -> impl Strategy<Value = Decimal> {
    let cents = prop_oneof![
        0..1_000_i64,
        0..10_000_000_i64,
        0..=999_999_999_999_999_999_i64
    ];
    cents.prop_map(|cents| Decimal::new(cents, 2))
}

/// Any rate that `number (5,4)` holds, from zero.
fn rate() -> impl Strategy<Value = Decimal> {
    let parts = prop_oneof![Just(0_i64), 1..10_i64, 0..5_000_i64, 0..=99_999_i64];
    parts.prop_map(|parts| Decimal::new(parts, 4))
}

fn months() -> impl Strategy<Value = u32> {
    prop_oneof![1..=60_u32, 1..=999_u32]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn the_parts_pay_the_amount_back(amount in amount(), rate in rate(), months in months()) {
        let part = instalment(amount, rate, months).expect("it is within a decimal");
        prop_assert!(part * Decimal::from(months) >= amount);
        prop_assert!(part.scale() <= 2);
    }

    #[test]
    fn without_interest_the_parts_pay_back_less_than_a_cent_each_too_much(
        amount in amount(),
        months in months(),
    ) {
        let count = Decimal::from(months);
        let part = instalment(amount, Decimal::ZERO, months).expect("it is within a decimal");
        let more = part * count - amount;
        prop_assert!(more >= Decimal::ZERO && more < count * Decimal::new(1, 2));
        prop_assert_eq!(deferred(amount, Decimal::ZERO, months), Some(amount));
    }

    #[test]
    fn an_amount_that_divides_is_divided_exactly(cents in 0..1_000_000_000_i64, months in months()) {
        let part = Decimal::new(cents, 2);
        let amount = part * Decimal::from(months);
        prop_assert_eq!(instalment(amount, Decimal::ZERO, months), Some(part));
    }

    #[test]
    fn more_or_dearer_money_never_costs_less(
        amounts in (amount(), amount()),
        rates in (rate(), rate()),
        months in months(),
    ) {
        let (less, more) = (amounts.0.min(amounts.1), amounts.0.max(amounts.1));
        let (low, high) = (rates.0.min(rates.1), rates.0.max(rates.1));
        for formula in [instalment, deferred] {
            prop_assert!(formula(less, low, months) <= formula(more, low, months));
            prop_assert!(formula(less, low, months) <= formula(less, high, months));
        }
    }

    #[test]
    fn one_cent_and_one_step_of_the_rate_never_cost_less(
        amount in amount(),
        rate in rate(),
        months in months(),
    ) {
        let (cent, step) = (Decimal::new(1, 2), Decimal::new(1, 4));
        for formula in [instalment, deferred] {
            prop_assert!(formula(amount, rate, months) <= formula(amount + cent, rate, months));
            prop_assert!(formula(amount, rate, months) <= formula(amount, rate + step, months));
        }
    }

    /// What the arithmetic adds beyond its digits is taken off before it is rounded up.
    #[test]
    fn a_part_that_is_exact_is_not_rounded_up(hundreds in 1..10_000_000_i64, steps in 1..800_i64) {
        let amount = Decimal::from(hundreds * 100);
        let rate = Decimal::new(steps * 12, 4);
        let owed = amount + Decimal::new(hundreds * steps, 2);
        prop_assert_eq!(instalment(amount, rate, 1), Some(owed));
    }

    #[test]
    fn one_part_is_what_one_later_payment_is(amount in amount(), rate in rate()) {
        prop_assert_eq!(instalment(amount, rate, 1), deferred(amount, rate, 1));
    }

    /// The balance, month by month: what is left after the last part is a rounding of each part, with its interest.
    #[test]
    fn a_balance_carried_month_by_month_comes_out_at_zero(
        cents in 1..100_000_000_i64,
        parts in 0..6_000_i64,
        months in 1..=60_u32,
    ) {
        let (amount, rate) = (Decimal::new(cents, 2), Decimal::new(parts, 4));
        let monthly = rate / Decimal::from(12);
        let part = instalment(amount, rate, months).expect("it is within a decimal");
        let (mut owed, mut rounding) = (amount, Decimal::ZERO);
        for _ in 0..months {
            owed = (owed + owed * monthly - part).round_dp(16);
            rounding = (rounding + rounding * monthly + Decimal::new(1, 2)).round_dp(16);
        }
        let noise = Decimal::new(1, 8);
        prop_assert!(owed <= noise, "{owed} is left");
        prop_assert!(owed >= -rounding - noise, "{owed} is paid too much");
    }
}

#[test]
fn a_known_loan_costs_what_tables_say() {
    // 1,000.00 at 12 percent over 12 months: 88.8488 a month, as any table of annuities has it.
    let part = instalment(Decimal::from(1000), Decimal::new(12, 2), 12);
    assert_eq!(part, Some(Decimal::new(8_885, 2)));
    let once = deferred(Decimal::from(1000), Decimal::new(12, 2), 6);
    assert_eq!(once, Some(Decimal::new(106_000, 2)));
}

#[test]
fn nothing_is_calculated_below_zero() {
    let (one, minus) = (Decimal::ONE, Decimal::NEGATIVE_ONE);
    for formula in [instalment, deferred] {
        assert_eq!(formula(minus, one, 12), None);
        assert_eq!(formula(one, minus, 12), None);
    }
}
