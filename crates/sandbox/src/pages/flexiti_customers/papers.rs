//! The home of a customer of Flexiti, and the licence that shows it.

use jiff::ToSpan as _;
use jiff::civil::date;

use super::licence::Licence;
use super::names::{City, STREETS};
use crate::customers::dice::Dice;

/// Where a customer lives.
#[derive(Debug)]
pub(super) struct Home {
    pub(super) line_1: String,
    pub(super) postal_code: String,
}

impl Home {
    pub(super) fn invent(dice: &mut Dice, city: &City) -> Self {
        let street = dice.word(STREETS);
        let line_1 = format!("{} {street}", dice.between(1, 999));
        let letter = dice.pick(&['A', 'B', 'C', 'E', 'G', 'H', 'J', 'K', 'L', 'M']);
        let (first, last) = (dice.below(10), dice.below(10));
        let postal_code = format!("{} {first}{letter}{last}", city.postal_area);
        Self {
            line_1,
            postal_code,
        }
    }
}

/// The licence of a customer with such a name.
pub(super) fn invent(
    dice: &mut Dice,
    city: &City,
    home: &Home,
    (first_name, middle_names): (&str, &'static str),
    last_name: &str,
) -> Licence {
    let birth = date(1950, 1, 1).saturating_add(i64::from(dice.below(55 * 365)).days());
    let expiry = date(2027, 1, 1).saturating_add(i64::from(dice.below(5 * 365)).days());
    let middle_name = dice.word(middle_names);
    let province = city.province.as_str();
    Licence {
        first_name: first_name.to_owned(),
        middle_name: dice.maybe(|_| middle_name.to_owned()),
        last_name: last_name.to_owned(),
        dob: birth,
        address_1: home.line_1.clone(),
        city: city.name.to_owned(),
        province: province.to_owned(),
        postal_code: home.postal_code.clone(),
        govid_type: "DL".to_owned(),
        govid_issuedby: province.to_owned(),
        govid_number: format!("SPECIMEN{}", dice.digits(7)),
        govid_expiry: expiry,
    }
}
