//! The risk rating of a customer of Flexiti.

use contract::flexiti::customer::RiskRating;
use contract::flexiti::interest::CustomerCategory;

use crate::customers::dice::Dice;

/// The risk rating of a customer, and what follows from it.
#[derive(Debug)]
pub(super) struct Risk {
    pub(super) rating: RiskRating,
    pub(super) category: CustomerCategory,
    /// In ten-thousandths.
    pub(super) air: i64,
}

/// The page relates categories to ratings without saying how; the pairs here are the sandbox's own.
pub(super) fn risk(dice: &mut Dice) -> Risk {
    let (rating, category, air) = match dice.below(6) {
        0 => (RiskRating::Low, CustomerCategory::Preferred, 1499),
        1 => (RiskRating::Medium, CustomerCategory::Premium, 1999),
        2 => (RiskRating::High, CustomerCategory::Standard, 2499),
        3 => (RiskRating::ExtraHigh, CustomerCategory::Standard, 2799),
        4 => (
            RiskRating::DoubleExtraHigh,
            CustomerCategory::Standard,
            2999,
        ),
        _ => (
            RiskRating::TripleExtraHigh,
            CustomerCategory::Standard,
            3199,
        ),
    };
    Risk {
        rating,
        category,
        air,
    }
}
