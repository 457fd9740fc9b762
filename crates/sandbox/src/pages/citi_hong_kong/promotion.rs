//! What the objects of an offer share.

use contract::scalar::Double;
use jiff::ToSpan as _;
use jiff::civil::{Date, date};

use super::names::SEGMENTS;
use crate::customers::dice::Dice;

/// A kind of offer.
pub(super) type Kind = (&'static str, &'static str, &'static str);

/// The properties that several objects of an offer share.
#[derive(Clone, Debug)]
pub(super) struct Promotion {
    pub(super) offer_type: &'static str,
    pub(super) campaign_id: String,
    pub(super) wave_id: String,
    pub(super) starts: Date,
    pub(super) expires: Date,
    pub(super) priority: String,
    pub(super) product_code: String,
    pub(super) product: String,
    /// The segment that it is targeted at.
    pub(super) segment: &'static str,
}

impl Promotion {
    /// The promotion of the `place`-th offer of a customer, from 1: no two of a customer have one campaign.
    pub(super) fn new(dice: &mut Dice, (name, code, words): Kind, place: usize) -> Self {
        let starts = date(2026, 1, 1).saturating_add(i64::from(dice.between(0, 364)).days());
        Self {
            offer_type: name,
            campaign_id: format!("CMP{:03}{place:02}", dice.below(1000)),
            wave_id: format!("W{:02}", dice.between(1, 12)),
            starts,
            expires: starts.saturating_add(i64::from(dice.between(90, 730)).days()),
            priority: place.to_string(),
            product_code: format!("{}{:03}", code, dice.below(1000)),
            product: format!("Specimen product: {words}"),
            segment: dice.word(SEGMENTS),
        }
    }

    /// A sentence that praises it.
    pub(super) fn advantages(&self) -> String {
        format!("{}, for the sake of the example", self.product)
    }
}

pub(super) fn promotion_id(dice: &mut Dice) -> String {
    format!("PRM{}", dice.digits(6))
}

pub(super) fn offer_indicator(dice: &mut Dice) -> String {
    dice.pick(&["RATE", "FEE", "HYBRID"]).to_owned()
}

pub(super) fn whole(number: u32) -> Double {
    Double(number.into())
}
