//! A customer, by one of three numbers.

use macro_rules_attribute::apply;
use serde::{Deserialize, Serialize};
use utoipa::IntoParams;

use crate::flexiti::customer::Customer;
use crate::flexiti::parameters::Client;
use crate::object::skip_none;

pub use __path_look_up_customer as Path;

/// Which customer is meant: one of the three is given.
// Two of them are numbers in the bodies; that all are text in an address is our judgement, listed in `catalogue::INFERRED_PARAMETERS`.
#[apply(skip_none!)]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Query {
    /// Number of the customer's Flexiti Card (VCC), in place of the other two.
    pub vcc_number: Option<String>,

    /// Account number of the customer, in place of the other two.
    pub account_number: Option<String>,

    /// Identifier of the customer, in place of the other two.
    pub customer_id: Option<String>,
}

/// Look Up a Customer
///
/// Looks up a customer by card number, account number or customer ID.
#[utoipa::path(
    get,
    path = "/client-id/{client_id}/customers/lookup",
    operation_id = "flexitiLookUpCustomer",
    params(Client, Query),
    responses(
        (
            status = 200,
            description = "The customer.",
            body = Customer,
            content_type = "application/json",
            // The page says "Success Response" and no number.
            extensions(("x-inferred" = json!(["listed"]))),
        ),
    ),
    security(("flexitiBearer" = [])),
    extensions(("x-inferred" = json!(["title"]))),
)]
pub fn look_up_customer() {}
