//! Profile, offers and card accounts of the customer that the token names.

use contract::citi::operations::{
    get_card_addresses, get_offer_details, get_partner_customer_profile,
};

use super::{HongKong, Offer};
use crate::answer::{Answer, Fault};
use crate::asked::Asked;
use crate::checks::Wrong;
use crate::customers::Customers;

/// Returns the profile; if the query names a kind of address, with only those addresses.
pub(super) fn profile(customers: &Customers<HongKong>, asked: Asked) -> Answer {
    let query: get_partner_customer_profile::Query = match asked.parameters() {
        Ok(query) => query,
        Err(answer) => return answer,
    };
    let Some(customer) = customers.get(asked.customer) else {
        return Answer::refused(Fault::NotFound);
    };
    let Some(kind) = query.address_type else {
        return Answer::ok(&customer.profile);
    };
    let mut profile = customer.profile.clone();
    if let Some(addresses) = &mut profile.address_list {
        addresses.retain(|address| address.address_type.as_deref() == Some(&kind));
    }
    Answer::ok(&profile)
}

/// Returns the first offer that the query finds, or 204.
pub(super) fn offer_details(customers: &Customers<HongKong>, asked: Asked) -> Answer {
    let query: get_offer_details::Query = match asked.parameters() {
        Ok(query) => query,
        Err(answer) => return answer,
    };
    let customer = customers.get(asked.customer);
    let offers = customer.iter().flat_map(|customer| &customer.offers);
    match offers.into_iter().find(|offer| finds(&query, offer)) {
        Some(offer) => Answer::ok(&offer.details),
        None => Answer::NoContent,
    }
}

/// Whether an offer agrees with everything in a query.
fn finds(query: &get_offer_details::Query, offer: &Offer) -> bool {
    fn agrees<T: PartialEq>(asked: Option<&T>, of_offer: Option<&T>) -> bool {
        asked.is_none() || asked == of_offer
    }
    let of_offer = &offer.found_by;
    agrees(query.campaign_id.as_ref(), of_offer.campaign_id.as_ref())
        && agrees(query.wave_id.as_ref(), of_offer.wave_id.as_ref())
        && agrees(query.account_id.as_ref(), of_offer.account_id.as_ref())
        && agrees(query.card_id.as_ref(), of_offer.card_id.as_ref())
        && agrees(query.offer_id.as_ref(), of_offer.offer_id.as_ref())
        && agrees(
            query.offer_segment_category.as_ref(),
            of_offer.offer_segment_category.as_ref(),
        )
        && agrees(
            query.virtual_offer_flag.as_ref(),
            of_offer.virtual_offer_flag.as_ref(),
        )
        && agrees(query.product_code.as_ref(), of_offer.product_code.as_ref())
}

/// Returns the addresses of a card account of the customer.
pub(super) fn card_addresses(customers: &Customers<HongKong>, asked: Asked) -> Answer {
    let account: get_card_addresses::Account = match asked.parameters() {
        Ok(account) => account,
        Err(answer) => return answer,
    };
    let customer = customers.get(asked.customer);
    let mut accounts = customer.iter().flat_map(|customer| &customer.card_accounts);
    match accounts.find(|known| known.account_id == account.account_id) {
        Some(account) => Answer::ok(&account.addresses),
        None => Answer::refused_for(
            Fault::NotFound,
            Wrong::parameter("accountId", "expected a card account of the customer"),
        ),
    }
}
