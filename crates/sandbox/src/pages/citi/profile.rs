//! Profiles: names, emails and segments; the addresses and phones come from the folder of the page.

use contract::citi::address::Address;
use contract::citi::customer::{CustomerName, CustomerParticulars, CustomerProfile};
use contract::citi::email::Email;
use contract::citi::phone::Phone;
use contract::scalar::Integer;

use crate::customers::dice::Dice;

/// The names that the customers of a page have.
#[derive(Clone, Copy, Debug)]
pub(in crate::pages) struct Names {
    pub(in crate::pages) women: Given,
    pub(in crate::pages) men: Given,
    pub(in crate::pages) last: &'static str,
    pub(in crate::pages) segments: &'static str,
}

/// First and middle names that go together.
#[derive(Clone, Copy, Debug)]
pub(in crate::pages) struct Given {
    pub(in crate::pages) first: &'static str,
    pub(in crate::pages) middle: &'static str,
}

/// How women and men are addressed.
const PREFIXES: [(bool, &str); 8] = [
    (true, "MS"),
    (true, "MS"),
    (true, "MRS"),
    (true, "DR"),
    (false, "MR"),
    (false, "MR"),
    (false, "MR"),
    (false, "DR"),
];

/// The profile of a customer whose addresses and phones the page's folder has chosen.
///
/// The first customer has the values that Citi's own material shows: an individual of the segment `BLUE`.
pub(in crate::pages) fn profile(
    dice: &mut Dice,
    number: usize,
    names: Names,
    addresses: Vec<Address>,
    phones: Vec<Phone>,
) -> CustomerProfile {
    let segment = dice.word(names.segments);
    let segment = if number == 1 { "BLUE" } else { segment };
    let customer_segment = dice.maybe(|_| segment.to_owned());
    // The basic profile needs at least one of the two.
    let partner = dice.maybe(|_| format!("PARTNER_{segment}"));
    let partner_customer_segment = match customer_segment {
        Some(_) => partner,
        None => Some(format!("PARTNER_{segment}")),
    };
    CustomerProfile {
        emails: dice.maybe(|dice| emails(dice, number)),
        customer_type: dice.maybe(|_| "INDIVIDUAL".to_owned()),
        customer_particulars: dice.maybe(|dice| particulars(dice, number, names)),
        customer_segment,
        partner_customer_segment,
        address_list: dice.maybe(|_| addresses),
        phones: dice.maybe(|_| phones),
        ..Default::default()
    }
}

fn emails(dice: &mut Dice, number: usize) -> Vec<Email> {
    let count = dice.between(1, 2);
    let email = |key| Email {
        email_address: dice.maybe(|_| match key {
            1 => format!("customer.{number}@example.com"),
            _ => format!("customer.{number}.work@example.org"),
        }),
        preferred_email_flag: dice.maybe(|_| key == 1),
        email_key: dice.maybe(|_| Integer(key)),
        ..Default::default()
    };
    (1..=i64::from(count)).map(email).collect()
}

fn particulars(dice: &mut Dice, number: usize, names: Names) -> CustomerParticulars {
    let (woman, prefix) = dice.pick(&PREFIXES);
    // Few men have the suffix JR; the first customer does, to show it.
    let junior = dice.once_in(8);
    let (woman, prefix, junior) = match number {
        1 => (false, "MR", true),
        _ => (woman, prefix, junior && !woman),
    };
    let given = if woman { names.women } else { names.men };
    CustomerParticulars {
        names: dice.maybe(|dice| vec![name(dice, given, names)]),
        prefix: dice.maybe(|_| prefix.to_owned()),
        suffix: dice.maybe(|_| "JR".to_owned()).filter(|_| junior),
        ..Default::default()
    }
}

fn name(dice: &mut Dice, given: Given, names: Names) -> CustomerName {
    let first = dice.word(given.first);
    let middle = dice.word(given.middle);
    let last = dice.word(names.last);
    let first_name = dice.maybe(|_| first.to_owned());
    let middle_name = dice.maybe(|_| middle.to_owned());
    // The full name holds exactly the names that the customer has.
    let full = match middle_name {
        Some(_) => format!("{first} {middle} {last}"),
        None => format!("{first} {last}"),
    };
    CustomerName {
        name_type: dice.maybe(|_| "LEGAL_NAME".to_owned()),
        first_name,
        last_name: dice.maybe(|_| last.to_owned()),
        middle_name,
        full_name: dice.maybe(|_| full),
        ..Default::default()
    }
}
