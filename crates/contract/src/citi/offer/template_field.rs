//! Template variables of an offer.

use macro_rules_attribute::apply;

use crate::object::camel_case_object;

/// One template variable: its key and its value.
#[apply(camel_case_object!)]
pub struct TemplateField {
    /// Key of the template variable.
    pub template_field_key: Option<String>,

    /// Value of the template variable.
    pub template_field_value: Option<String>,
}
