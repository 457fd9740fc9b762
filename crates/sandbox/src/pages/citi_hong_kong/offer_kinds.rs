//! The kinds of offers: one for each object that an offer can hold.

use contract::citi::offer::{
    CustomerActionGroup, EasyPaymentPlan, EcdOffer, MerchantRecommendationOffer, OfferDetails,
    TemplateField, YearsWithCitiRelationship,
};
use contract::scalar::LocalDateTime;
use jiff::ToSpan as _;

use super::names::{MERCHANT_CATEGORIES, SEGMENTS};
use super::promoted;
use super::promotion::{Promotion, offer_indicator, promotion_id, whole};
use crate::customers::dice::Dice;

/// Every kind, in the order of the page: its `offerType`, what product codes begin with, and what it is about.
pub(super) const KINDS: [(&str, &str, &str); 10] = [
    ("RELATIONSHIP", "REL", "years with the bank"),
    ("ECD", "ECD", "certificate of deposit"),
    ("MERCHANT", "MER", "a merchant nearby"),
    ("ACTION", "ACT", "an offer with an answer"),
    ("TEMPLATE", "TPL", "an offer from a template"),
    ("EPP", "EPP", "payment in parts"),
    ("LOP", "LOP", "loan over phone"),
    ("BT", "BAL", "balance transfer"),
    ("GENERIC", "GEN", "something else"),
    ("SEGMENT_CHANGE", "SEG", "change of segment"),
];

/// Gives an offer the object of its kind.
pub(super) fn fill(offer: &mut OfferDetails, dice: &mut Dice, it: &Promotion) {
    match it.offer_type {
        "RELATIONSHIP" => offer.years_with_citi_relationship = Some(relationship(dice, it)),
        "ECD" => offer.ecd_offer = Some(ecd(dice)),
        "MERCHANT" => offer.merchant_recommendation_offer = Some(merchant(dice, it)),
        "ACTION" => offer.customer_action_group = Some(action(dice, it)),
        "TEMPLATE" => offer.template_fields = Some(template(dice, it)),
        "EPP" => offer.easy_payment_plan = Some(easy_payment(dice)),
        "LOP" => offer.loan_over_phone_offer = Some(promoted::loan(dice, it)),
        "BT" => offer.balance_transfer_offer = Some(promoted::balance_transfer(dice, it)),
        "SEGMENT_CHANGE" => {
            offer.customer_segment_change_offer = Some(promoted::segment_change(dice, it));
        }
        _ => offer.generic_offer = Some(promoted::generic(dice, it)),
    }
}

fn ecd(dice: &mut Dice) -> EcdOffer {
    EcdOffer {
        product_security_code: dice.maybe(|dice| format!("ECD{}", dice.digits(6))),
        ..EcdOffer::default()
    }
}

fn relationship(dice: &mut Dice, it: &Promotion) -> YearsWithCitiRelationship {
    // Amounts are multiples of 10: the page says that they are rounded down to one.
    let amount = |dice: &mut Dice, most| i32::try_from(dice.below(most) * 10).unwrap_or_default();
    YearsWithCitiRelationship {
        language_code: dice.maybe(|dice| dice.pick(&["en", "zh"]).to_owned()),
        relationship_with_citi_in_years: dice
            .maybe(|dice| i32::try_from(dice.between(1, 30)).unwrap_or(1)),
        last_upgraded_customer_segment: dice.maybe(|dice| dice.word(SEGMENTS).to_owned()),
        returns_net_savings_amount: dice.maybe(|dice| amount(dice, 50_000)),
        returns_new_investment_amount: dice.maybe(|dice| amount(dice, 50_000)),
        returns_dividends_earned_amount: dice.maybe(|dice| amount(dice, 5_000)),
        returns_total_gain_amount: dice.maybe(|dice| amount(dice, 9_000)),
        current_customer_segment: dice.maybe(|_| it.segment.to_owned()),
        goal_submission_flag: dice.maybe(|dice| dice.once_in(2)),
        ..YearsWithCitiRelationship::default()
    }
}

fn merchant(dice: &mut Dice, it: &Promotion) -> MerchantRecommendationOffer {
    MerchantRecommendationOffer {
        offer_segment_category: dice.maybe(|_| it.segment.to_owned()),
        offer_segment_score: dice.maybe(|dice| dice.between(1, 100).to_string()),
        offer_rank: dice.maybe(|dice| dice.between(1, 20).to_string()),
        offer_mode: dice.maybe(|dice| dice.pick(&["Geo", "Non-Geo", "Batch"]).to_owned()),
        local_overseas_indicator: dice.maybe(|dice| dice.pick(&["LOCAL", "OVERSEAS"]).to_owned()),
        merchant_catagory: dice.maybe(|dice| dice.word(MERCHANT_CATEGORIES).to_owned()),
        ..MerchantRecommendationOffer::default()
    }
}

fn action(dice: &mut Dice, it: &Promotion) -> CustomerActionGroup {
    let hours = i64::from(dice.between(8, 21));
    let minutes = i64::from(dice.below(60));
    let time = it.starts.at(0, 0, 0, 0);
    let time = time.saturating_add(hours.hours().minutes(minutes));
    CustomerActionGroup {
        customer_action: dice.maybe(|dice| dice.pick(&["LIKE", "DISLIKE"]).to_owned()),
        customer_action_date_time: dice.maybe(|_| LocalDateTime(time)),
        ..CustomerActionGroup::default()
    }
}

fn template(dice: &mut Dice, it: &Promotion) -> Vec<TemplateField> {
    let values = [
        ("PRODUCT", it.product.clone()),
        ("EXPIRES", it.expires.to_string()),
    ];
    let field = |(key, value): (&str, String)| TemplateField {
        template_field_key: dice.maybe(|_| key.to_owned()),
        template_field_value: dice.maybe(|_| value),
        ..TemplateField::default()
    };
    values.map(field).to_vec()
}

fn easy_payment(dice: &mut Dice) -> EasyPaymentPlan {
    EasyPaymentPlan {
        promotion_id: dice.maybe(promotion_id),
        merchant_organization_number: dice.maybe(|dice| dice.digits(3)),
        merchant_number: dice.maybe(|dice| dice.digits(9)),
        offer_indicator: dice.maybe(offer_indicator),
        credit_limit_percentage: dice.maybe(|dice| whole(dice.between(20, 90))),
        epp_minimum_eligible_amount: dice.maybe(|dice| whole(dice.between(5, 20) * 100)),
        epp_maximum_eligible_amount: dice.maybe(|dice| whole(dice.between(50, 900) * 100)),
        ..EasyPaymentPlan::default()
    }
}
