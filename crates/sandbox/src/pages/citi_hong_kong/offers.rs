//! The offers of a customer in Hong Kong, and the queries that find them.

use contract::citi::offer::OfferDetails;
use contract::citi::operations::get_offer_details::Query;

use super::offer_kinds::{KINDS, fill};
use super::promotion::{Kind, Promotion};
use super::{CardAccount, Offer};
use crate::customers::dice::Dice;

/// How many offers a customer has; the first customer has one of every kind.
const OFFERS: usize = 4;

/// The offers of a customer, in the order in which they are searched.
pub(super) fn offers(dice: &mut Dice, number: usize, accounts: &[CardAccount]) -> Vec<Offer> {
    let count = if number == 1 { KINDS.len() } else { OFFERS };
    // Neighbours have other kinds, so that a few customers show them all.
    let kinds = (0..count).map(|place| KINDS[((number - 1) * OFFERS + place) % KINDS.len()]);
    kinds
        .zip(1..)
        .map(|(kind, place)| offer(dice, kind, number, place, accounts))
        .collect()
}

fn offer(
    dice: &mut Dice,
    kind: Kind,
    number: usize,
    place: usize,
    accounts: &[CardAccount],
) -> Offer {
    let promotion = Promotion::new(dice, kind, place);
    let account = dice.below(u32::try_from(accounts.len()).unwrap_or(1)) as usize;
    let account_id = accounts.get(account).map(|it| it.account_id.clone());
    let found_by = Query {
        campaign_id: Some(promotion.campaign_id.clone()),
        wave_id: Some(promotion.wave_id.clone()),
        account_id,
        card_id: Some(format!("{:016x}", dice.wide() >> 64)),
        offer_id: Some(format!("OFR{number:06}{place:02}")),
        offer_segment_category: Some(promotion.segment.to_owned()),
        virtual_offer_flag: Some(dice.once_in(2)),
        product_code: Some(promotion.product_code.clone()),
        ..Query::default()
    };
    let mut details = OfferDetails {
        offer_type: dice.maybe(|_| promotion.offer_type.to_owned()),
        campaign_id: dice.maybe(|_| promotion.campaign_id.clone()),
        wave_id: dice.maybe(|_| promotion.wave_id.clone()),
        wave_description: dice.maybe(|_| promotion.advantages()),
        offer_start_date: dice.maybe(|_| promotion.starts),
        offer_expiry_date: dice.maybe(|_| promotion.expires),
        offer_priority: dice.maybe(|_| promotion.priority.clone()),
        offer_product_code: dice.maybe(|_| promotion.product_code.clone()),
        offer_product_description: dice.maybe(|_| promotion.product.clone()),
        offer_status: dice.maybe(|dice| dice.pick(&["NEW", "ACTIVE", "ACCEPTED"]).to_owned()),
        ..OfferDetails::default()
    };
    fill(&mut details, dice, &promotion);
    Offer { found_by, details }
}
