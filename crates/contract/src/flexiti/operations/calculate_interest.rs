//! The interest of a purchase.

use serde::{Deserialize, Serialize};
use utoipa::IntoParams;

use crate::flexiti::interest::InterestCalculation;
use crate::flexiti::parameters::Client;

pub use __path_calculate_interest as Path;

/// Whose purchase it is.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, IntoParams)]
#[into_params(parameter_in = Path)]
pub struct Account {
    /// Account number of the customer.
    // A number in the bodies; that it is text in an address is our judgement, listed in `catalogue::INFERRED_PARAMETERS`.
    pub account_number: String,
}

/// Calculate Interest
///
/// Returns the amounts, the `air` or `apr`, and the fees of a purchase, as a regular one and under each promotional plan.
///
/// The request is not documented.
#[utoipa::path(
    post,
    path = "/client-id/{client_id}/accounts/{account_number}/calculate-interest",
    operation_id = "flexitiCalculateInterest",
    params(Client, Account),
    responses(
        (
            status = 200,
            description = "The result of the calculation.",
            body = InterestCalculation,
            content_type = "application/json",
            // The page says "Success Response" and no number.
            extensions(("x-inferred" = json!(["listed"]))),
        ),
    ),
    security(("flexitiBearer" = [])),
    // The vendor's sources disagree about the method.
    extensions(("x-inferred" = json!(["method", "title"]))),
)]
pub fn calculate_interest() {}
