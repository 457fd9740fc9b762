//! The offer of an electronic certificate of deposit.

use macro_rules_attribute::apply;

use crate::object::camel_case_object;

/// Offer of an Electronic Certificate of Deposit (ECD).
#[apply(camel_case_object!)]
pub struct EcdOffer {
    /// Security code of the product, if the offer of an Electronic Certificate of Deposit (ECD) has one.
    pub product_security_code: Option<String>,
}
