//! Citi Australia: the profile of the customer whom the token names, and its parts.

use contract::citi::address::CustomerAddresses;
use contract::citi::customer::CustomerBasic;
use contract::citi::email::CustomerEmails;

use crate::answer::{Answer, Fault};
use crate::asked::Asked;
use crate::customers::Australia;

/// The whole profile.
pub(super) fn profile(asked: Asked) -> Answer {
    match asked.store.get::<Australia>(asked.customer) {
        Some(customer) => Answer::ok(&customer.profile),
        None => Answer::refused(Fault::NotFound),
    }
}

/// The addresses of the profile; 404 if it has none: "Empty resource".
pub(super) fn addresses(asked: Asked) -> Answer {
    let customer = asked.store.get::<Australia>(asked.customer);
    let addresses = customer.and_then(|customer| customer.profile.address_list.clone());
    match addresses {
        Some(addresses) => Answer::ok(&CustomerAddresses {
            address_list: Some(addresses),
        }),
        None => Answer::refused(Fault::NotFound),
    }
}

/// Particulars and segment of the profile.
pub(super) fn basic(asked: Asked) -> Answer {
    let Some(customer) = asked.store.get::<Australia>(asked.customer) else {
        return Answer::refused(Fault::NotFound);
    };
    let profile = &customer.profile;
    Answer::ok(&CustomerBasic {
        customer_type: profile.customer_type.clone(),
        customer_particulars: profile.customer_particulars.clone(),
        customer_segment: profile.customer_segment.clone(),
        partner_customer_segment: profile.partner_customer_segment.clone(),
    })
}

/// The email addresses of the profile; the page documents no 404, so there may be none of them.
pub(super) fn emails(asked: Asked) -> Answer {
    match asked.store.get::<Australia>(asked.customer) {
        Some(customer) => Answer::ok(&CustomerEmails {
            emails: customer.profile.emails.clone(),
        }),
        None => Answer::refused(Fault::NotFound),
    }
}
