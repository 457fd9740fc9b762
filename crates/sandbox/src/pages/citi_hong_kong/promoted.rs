//! The objects of an offer that repeat its promotion.

use contract::citi::offer::{
    BalanceTransferOffer, CustomerSegmentChangeOffer, GenericOffer, LoanOverPhoneOffer,
};
use contract::scalar::Double;
use serde_json::Value;

use super::names::SEGMENTS;
use super::promotion::{Promotion, offer_indicator, promotion_id, whole};
use crate::customers::dice::Dice;

/// An object of an offer that repeats the promotion, with its own properties added.
macro_rules! promoted {
    ($object:ident, $dice:ident, $it:ident, { $($own:tt)* }) => {
        $object {
            offer_type: $dice.maybe(|_| $it.offer_type.to_owned()),
            campaign_id: $dice.maybe(|_| $it.campaign_id.clone()),
            wave_id: $dice.maybe(|_| $it.wave_id.clone()),
            wave_description: $dice.maybe(|_| $it.advantages()),
            offer_start_date: $dice.maybe(|_| $it.starts),
            offer_expiry_date: $dice.maybe(|_| $it.expires),
            offer_priority: $dice.maybe(|_| $it.priority.clone()),
            product_code: $dice.maybe(|_| $it.product_code.clone()),
            product_description: $dice.maybe(|_| $it.product.clone()),
            $($own)*
            ..$object::default()
        }
    };
}

pub(super) fn loan(dice: &mut Dice, it: &Promotion) -> LoanOverPhoneOffer {
    promoted!(LoanOverPhoneOffer, dice, it, {
        promotion_id: dice.maybe(promotion_id),
        offer_indicator: dice.maybe(offer_indicator),
        tenor_and_interest_details: dice.maybe(tenors),
        credit_limit_percentage: dice.maybe(|dice| whole(dice.between(20, 90))),
        monthly_flat_rate: dice.maybe(|dice| hundredths(dice.between(11, 98))),
        lop_minimum_eligible_amount: dice.maybe(|dice| whole(dice.between(5, 20) * 1000)),
        lop_maximum_eligible_amount: dice.maybe(|dice| whole(dice.between(50, 900) * 1000)),
        lop_indicator: dice.maybe(|dice| dice.pick(&["LOP", "ADVANCE_LOP"]).to_owned()),
    })
}

pub(super) fn balance_transfer(dice: &mut Dice, it: &Promotion) -> BalanceTransferOffer {
    promoted!(BalanceTransferOffer, dice, it, {
        promotion_id: dice.maybe(promotion_id),
        offer_indicator: dice.maybe(offer_indicator),
        eligble_loan_amount: dice.maybe(|dice| whole(dice.between(30, 300) * 1000)),
        tenor_and_interest_details: dice.maybe(tenors),
        credit_limit_percentage: dice.maybe(|dice| whole(dice.between(20, 90))),
        bt_minimum_eligible_amount: dice.maybe(|dice| whole(dice.between(5, 20) * 1000)),
        bt_maximum_eligible_amount: dice.maybe(|dice| whole(dice.between(50, 900) * 1000)),
    })
}

pub(super) fn generic(dice: &mut Dice, it: &Promotion) -> GenericOffer {
    promoted!(GenericOffer, dice, it, {})
}

pub(super) fn segment_change(dice: &mut Dice, it: &Promotion) -> CustomerSegmentChangeOffer {
    promoted!(CustomerSegmentChangeOffer, dice, it, {
        current_customer_segment: dice.maybe(|_| it.segment.to_owned()),
        previous_customer_segment: dice.maybe(|dice| dice.word(SEGMENTS).to_owned()),
        customer_segment_change_date: dice.maybe(|_| it.starts),
        target_trb_difference_amount: dice.maybe(|dice| whole(dice.between(1, 500) * 1000)),
        segment_change_offer_code: dice.maybe(|dice| format!("SC{}", dice.digits(2))),
    })
}

/// The page does not document the items, so a sentence is the safest guess.
fn tenors(dice: &mut Dice) -> Vec<Value> {
    let item =
        |months: u32| Value::from(format!("{months} months at {} percent", dice.between(2, 9)));
    [12, 24].map(item).to_vec()
}

/// So many hundredths, fewer than a hundred, without the rounding of a binary fraction.
fn hundredths(number: u32) -> Double {
    let text = format!("0.{number:02}");
    Double(text.parse().unwrap_or_else(|_| 0.into()))
}
