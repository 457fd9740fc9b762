//! How each source answers a request that is as documented, from its customers.

mod citi_australia;
mod citi_hong_kong;
mod citibanamex;
mod flexiti;
mod worldline;

use crate::asked::Answers;

/// Every documented operation with what answers it.
const ANSWERS: &[(&str, Answers)] = &[
    ("citiGetPartnerCustomerProfile", citi_hong_kong::profile),
    ("citiGetOfferDetails", citi_hong_kong::offer_details),
    ("citiGetCardAddresses", citi_hong_kong::card_addresses),
    ("citiGetCustomerProfile", citi_australia::profile),
    ("citiGetCustomerAddresses", citi_australia::addresses),
    ("citiGetCustomerBasic", citi_australia::basic),
    ("citiGetCustomerEmails", citi_australia::emails),
    ("citibanamexRetrieveCustomerSegment", citibanamex::segment),
    ("worldlineGetCustomerDetails", worldline::customer_details),
    ("flexitiLookUpCustomer", flexiti::look_up),
    ("flexitiScanDriversLicense", flexiti::scan_licence),
    ("flexitiCalculateInterest", flexiti::calculate_interest),
];

/// The operations that may find nothing although their pages document no 404.
const FINDS_NOTHING: &[&str] = &[
    "citiGetCardAddresses",
    "flexitiLookUpCustomer",
    "flexitiCalculateInterest",
];

/// Whether an operation answers 404 although its page does not say so.
#[must_use]
pub(crate) fn may_find_nothing(id: &str) -> bool {
    FINDS_NOTHING.contains(&id)
}

/// What answers an operation, by its operation id.
#[must_use]
pub(crate) fn answers(id: &str) -> Option<Answers> {
    let found = ANSWERS.iter().find(|(known, _)| *known == id);
    found.map(|(_, answers)| *answers)
}
