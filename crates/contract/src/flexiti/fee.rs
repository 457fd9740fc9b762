//! A fee of a purchase.

use macro_rules_attribute::apply;

use crate::listed_values::listed_values;
use crate::object::object;
use crate::scalar::{Ascii, Number};

/// Fee of a purchase.
#[apply(object!)]
pub struct Fee {
    /// Label of the fee, as the customer sees it.
    pub description: Option<Ascii<50>>,

    /// Amount of the fee, a money amount with at most 2 decimals.
    pub amount: Option<Number<18, 2>>,

    /// Kind of fee.
    pub r#type: Option<FeeType>,

    /// Information that is needed to notify the customer. For a promotional purchase, the law obliges the merchant to display it to the customer.
    pub message: Option<Ascii<1000>>,
}

listed_values! {
    /// Kind of fee.
    pub enum FeeType within Ascii<20> {
        /// Administration fee.
        Admin = "Admin",
        /// Annual fee.
        Annual = "Annual",
    }
}
