//! A driver's licence, as it is sent.

use macro_rules_attribute::apply;

use crate::object::object;
use crate::scalar::AsciiText;

/// PDF417 code of a driver's licence.
#[apply(object!)]
pub struct DriversLicense {
    /// PDF417 code with the information of the driver's licence.
    pub code: AsciiText,
}
