//! Samples of Flexiti.

use contract::flexiti::customer::{Customer, Language, Province, RiskRating, SecurityQuestion};
use contract::flexiti::drivers_license::DriversLicense;
use contract::flexiti::fee::{Fee, FeeType};
use contract::flexiti::interest::{
    CustomerCategory, InterestCalculation, InterestCustomer, RegularPurchase,
};
use contract::flexiti::offer_type::{OfferCategory, OfferType};
use contract::flexiti::promotional_purchase::{PromotionalPurchase, PromotionalTerm};
use serde_json::json;

use super::check;

pub(crate) fn check_all() -> Vec<&'static str> {
    let question = json!({ "id": "Q1", "text": "Where?" });
    let offer = json!({
        "plan_name": "12 months", "plan_id": 101, "offer_category": "equal_billing",
        "term_options": [6, "12"]
    });
    let fee = json!({ "description": "Fee", "amount": 39.99, "type": "Admin", "message": "Pay" });
    let term = json!({ "term": 12, "term_amount": "20.83", "apr": 0.2899, "fees": [fee] });
    let promotional = json!({ "plan_id": 101, "terms": [term, term] });
    let regular = json!({ "term_amount": 250, "air": 0.289, "fees": [fee] });
    let customer = json!({
        "available_credit": "8000.50", "air": 0.289, "first_name": "John", "last_name": "Smith",
        "customer_category_type": "preferred"
    });
    vec![
        check::<Customer>(&json!({
            "available_credit": 8000.5, "account_number": 11_223_344, "customer_id": "123456789012",
            "security_qid": question, "email": "a@example.com", "phone_number": "4165550100",
            "address_1": "1 Main", "address_2": "B", "city": "Toronto", "postal_code": "M5V 1A1",
            "province": "ON", "payment_protection": false, "risk_rating": "XXXH",
            "offer_types": [offer], "preferred_language": "fr-CA"
        })),
        check::<SecurityQuestion>(&question),
        check::<Province>(&json!("YT")),
        check::<RiskRating>(&json!("XH")),
        check::<Language>(&json!("en-CA")),
        check::<OfferType>(&offer),
        check::<OfferCategory>(&json!("deferred_payment")),
        check::<DriversLicense>(&json!({ "code": "@ANSI 636012" })),
        check::<InterestCalculation>(&json!({
            "account_number": "11223344", "amount": 250.5, "customer": customer,
            "regular_purchase": regular, "promotional_purchase": [promotional]
        })),
        check::<InterestCustomer>(&customer),
        check::<CustomerCategory>(&json!("standard")),
        check::<RegularPurchase>(&regular),
        check::<PromotionalPurchase>(&promotional),
        check::<PromotionalTerm>(&term),
        check::<Fee>(&fee),
        check::<FeeType>(&json!("Annual")),
    ]
}
