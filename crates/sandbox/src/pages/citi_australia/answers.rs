//! The profile of the customer that the token names, and its parts.

use contract::citi::address::CustomerAddresses;
use contract::citi::customer::CustomerBasic;
use contract::citi::email::CustomerEmails;

use super::Australia;
use crate::answer::{Answer, Fault};
use crate::asked::Asked;
use crate::customers::Customers;

/// Returns the whole profile.
pub(super) fn profile(customers: &Customers<Australia>, asked: Asked) -> Answer {
    match customers.get(asked.customer) {
        Some(customer) => Answer::ok(&customer.profile),
        None => Answer::refused(Fault::NotFound),
    }
}

/// Returns the addresses of the profile, or 404 ("Empty resource") if it has none.
pub(super) fn addresses(customers: &Customers<Australia>, asked: Asked) -> Answer {
    let customer = customers.get(asked.customer);
    let addresses = customer.and_then(|customer| customer.profile.address_list.clone());
    match addresses {
        Some(addresses) => Answer::ok(&CustomerAddresses {
            address_list: Some(addresses),
            ..CustomerAddresses::default()
        }),
        None => Answer::refused(Fault::NotFound),
    }
}

/// Returns particulars and segment of the profile.
pub(super) fn basic(customers: &Customers<Australia>, asked: Asked) -> Answer {
    let Some(customer) = customers.get(asked.customer) else {
        return Answer::refused(Fault::NotFound);
    };
    let profile = &customer.profile;
    Answer::ok(&CustomerBasic {
        customer_type: profile.customer_type.clone(),
        customer_particulars: profile.customer_particulars.clone(),
        customer_segment: profile.customer_segment.clone(),
        partner_customer_segment: profile.partner_customer_segment.clone(),
        ..CustomerBasic::default()
    })
}

/// Returns the email addresses of the profile; the list may be missing, since the page documents no 404.
pub(super) fn emails(customers: &Customers<Australia>, asked: Asked) -> Answer {
    match customers.get(asked.customer) {
        Some(customer) => Answer::ok(&CustomerEmails {
            emails: customer.profile.emails.clone(),
            ..CustomerEmails::default()
        }),
        None => Answer::refused(Fault::NotFound),
    }
}
