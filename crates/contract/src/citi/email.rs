//! Email addresses of a customer.

use macro_rules_attribute::apply;

use crate::object::camel_case_object;
use crate::scalar::Integer;

/// Email addresses of a customer.
#[apply(camel_case_object!)]
pub struct CustomerEmails {
    /// The customer's email addresses.
    pub emails: Option<Vec<Email>>,
}

/// One email address of a customer.
#[apply(camel_case_object!)]
pub struct Email {
    /// Email address of the customer.
    pub email_address: Option<String>,

    /// Whether this is the preferred email address.
    pub preferred_email_flag: Option<bool>,

    /// Unique identifier of this email address.
    pub email_key: Option<Integer>,
}
