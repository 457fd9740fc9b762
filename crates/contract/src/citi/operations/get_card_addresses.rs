//! The addresses of a card account.

use serde::{Deserialize, Serialize};
use utoipa::IntoParams;

use super::OK;
use crate::citi::card_address::CardAddresses;
use crate::citi::headers::{DeviceHeaders, RandomRequestHeaders};

pub use __path_get_card_addresses as Path;

/// Whose addresses to return.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase")]
#[into_params(parameter_in = Path)]
pub struct Account {
    /// Identifier of the account, encrypted; it is not usually shown to the customer.
    pub account_id: String,
}

/// Retrieve Card Addresses
///
/// Returns the card-to, bill-to and PIN-to addresses of a card account.
///
/// The captured page ends within the response 200: properties and statuses after `addressline3` are missing here.
#[utoipa::path(
    get,
    path = "/v1/cards/accounts/{accountId}/addresses",
    operation_id = "citiGetCardAddresses",
    params(RandomRequestHeaders, DeviceHeaders, Account),
    responses(
        (
            status = 200,
            description = OK,
            body = CardAddresses,
            content_type = "application/json",
            // The page names no media type.
            extensions(("x-inferred" = json!(["media-type"]))),
        ),
    ),
    security(("citiBearer" = [])),
    // The page's own title is a broken sentence.
    extensions(("x-inferred" = json!(["title"]))),
)]
pub fn get_card_addresses() {}
