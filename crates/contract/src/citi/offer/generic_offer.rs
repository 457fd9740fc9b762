//! The generic offer.

use macro_rules_attribute::apply;

use super::offer;

/// Generic offer of a product.
#[apply(offer!)]
pub struct GenericOffer {}
