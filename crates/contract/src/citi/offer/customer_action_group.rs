//! The customer's action on an offer.

use macro_rules_attribute::apply;

use crate::object::camel_case_object;
use crate::scalar::LocalDateTime;

/// Customer's action on the offer, with its date and time.
#[apply(camel_case_object!)]
pub struct CustomerActionGroup {
    /// Whether the offer is liked or disliked; the valid values are reference data.
    #[schema(extensions(
        ("x-reference-data" = json!("/v1/utilities/referenceData/{customerAction}")),
    ))]
    pub customer_action: Option<String>,

    /// Date and time of the customer's action, in ISO 8601 and without a zone, `YYYY-MM-DDTHH:MM:SS`.
    pub customer_action_date_time: Option<LocalDateTime>,
}
