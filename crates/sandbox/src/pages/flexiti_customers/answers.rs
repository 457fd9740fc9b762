//! Customers by number, licences by barcode, and the interest of a purchase.

use contract::flexiti::drivers_license::DriversLicense;
use contract::flexiti::operations::{calculate_interest, look_up_customer};

use super::{Flexiti, FlexitiKey, interest, licence};
use crate::answer::{Answer, Fault, Refusal};
use crate::asked::Asked;
use crate::checks::Wrong;
use crate::customers::Customers;

/// Returns the customer that one of three numbers names.
pub(super) fn look_up(customers: &Customers<Flexiti>, asked: Asked) -> Answer {
    let query: look_up_customer::Query = match asked.parameters() {
        Ok(query) => query,
        Err(answer) => return answer,
    };
    let (name, key) = match (query.vcc_number, query.account_number, query.customer_id) {
        (Some(number), None, None) => ("vcc_number", Some(FlexitiKey::Vcc(number))),
        (None, Some(digits), None) => (
            "account_number",
            number(&digits).map(FlexitiKey::AccountNumber),
        ),
        (None, None, Some(digits)) => ("customer_id", number(&digits).map(FlexitiKey::CustomerId)),
        _ => {
            let expected = "expected one of `vcc_number`, `account_number` and `customer_id`";
            return Answer::refused_for(Fault::Invalid, Wrong::parameter("vcc_number", expected));
        }
    };
    if let Some(found) = key.and_then(|key| customers.find(&key)) {
        return Answer::ok(&found.record.customer);
    }
    let wrong = Wrong::parameter(name, "expected the number of a customer");
    Answer::refused_for(Fault::NotFound, wrong)
}

/// The number that a text writes in digits alone.
fn number(text: &str) -> Option<u64> {
    let digits = text.bytes().all(|byte| byte.is_ascii_digit());
    digits.then(|| text.parse().ok()).flatten()
}

/// Reads the barcode of a driver's licence.
pub(super) fn scan_licence(_: &Customers<Flexiti>, asked: Asked) -> Answer {
    let scanned: DriversLicense = match asked.body() {
        Ok(scanned) => scanned,
        Err(answer) => return answer,
    };
    match licence::read(scanned.code.as_str()) {
        Ok(licence) => Answer::ok(&licence),
        Err(flaws) => {
            let wrong = flaws
                .iter()
                .map(|flaw| Wrong::property("code", flaw.to_string()));
            Answer::Refused(Refusal::of(Fault::Invalid, wrong.collect()))
        }
    }
}

/// Calculates the customer's purchase.
pub(super) fn calculate_interest(customers: &Customers<Flexiti>, asked: Asked) -> Answer {
    let account: calculate_interest::Account = match asked.parameters() {
        Ok(account) => account,
        Err(answer) => return answer,
    };
    let key = number(&account.account_number).map(FlexitiKey::AccountNumber);
    if let Some(found) = key.and_then(|key| customers.find(&key)) {
        return Answer::ok(&interest::calculate(&found.record));
    }
    let wrong = Wrong::parameter("account_number", "expected the number of an account");
    Answer::refused_for(Fault::NotFound, wrong)
}
