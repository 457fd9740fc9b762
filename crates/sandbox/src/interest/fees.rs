//! Fees, in the language that the customer prefers.

use contract::flexiti::customer::Language;
use contract::flexiti::fee::{Fee, FeeType};
use contract::flexiti::interest::CustomerCategory;
use contract::flexiti::offer_type::OfferType;
use contract::scalar::Ascii;
use rust_decimal::Decimal;

use super::money;
use crate::customers::Flexiti;

/// A term of more months than these has an administration fee.
const FREE_MONTHS: u32 = 6;

/// The annual fee of regular credit, if there is one.
pub(super) fn annual(customer: &Flexiti) -> Vec<Fee> {
    let amount = match customer.category {
        CustomerCategory::Preferred => return Vec::new(),
        CustomerCategory::Premium => Decimal::new(2_900, 2),
        _ => Decimal::new(4_900, 2),
    };
    let (description, message) = match language(customer) {
        Language::French => (
            "Frais annuels",
            format!("Des frais annuels de {amount} s'appliquent au credit courant."),
        ),
        _ => (
            "Annual fee",
            format!("An annual fee of {amount} applies to regular credit."),
        ),
    };
    vec![fee(FeeType::Annual, description, amount, message)]
}

/// The administration fee of a term, if there is one.
pub(super) fn administration(customer: &Flexiti, plan: &OfferType, months: u32) -> Vec<Fee> {
    let purchase = customer.authorization.value();
    if months <= FREE_MONTHS || purchase <= Decimal::ZERO {
        return Vec::new();
    }
    let (least, most) = (Decimal::new(500, 2), Decimal::new(9_900, 2));
    let percent = Decimal::new(1, 2);
    let mut amount = (purchase * percent).round_dp(2).clamp(least, most);
    amount.rescale(2);
    let plan = plan.plan_id.as_ref().map(|id| id.value().to_string());
    let plan = plan.unwrap_or_default();
    let (description, message) = match language(customer) {
        Language::French => (
            "Frais d'administration",
            format!(
                "Des frais d'administration de {amount} s'appliquent au plan {plan} sur {months} mois."
            ),
        ),
        _ => (
            "Administration fee",
            format!(
                "An administration fee of {amount} applies to plan {plan} over {months} months."
            ),
        ),
    };
    vec![fee(FeeType::Admin, description, amount, message)]
}

/// The page's default is English.
fn language(customer: &Flexiti) -> Language {
    let preferred = customer.customer.preferred_language.clone();
    preferred.unwrap_or(Language::English)
}

fn fee(kind: FeeType, description: &str, amount: Decimal, message: String) -> Fee {
    Fee {
        description: Ascii::try_from(description).ok(),
        amount: money(amount),
        r#type: Some(kind),
        message: Ascii::try_from(message).ok(),
    }
}
