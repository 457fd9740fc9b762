//! The keys of customers 1 to 3, as the documentation has them.

use sandbox::customers::Record;
use sandbox::licence;
use sandbox::pages::{Citibanamex, Flexiti, HongKong, Worldline};
use serde_json::{Value, json};

use super::{customers, first};

const README: &str = include_str!("../../../README.md");

/// Sees that the README has the row of a key.
#[track_caller]
fn row<R: Record>(title: &str, key: &str, of: impl Fn(&Value) -> String) {
    let cells = [1, 2, 3].map(|number| {
        let record = customers::<R>().get(number).expect("there are three");
        format!("`{}`", of(&json!(*record)).replace('"', ""))
    });
    let row = format!("| {title} | {key} | {} |", cells.join(" | "));
    assert!(README.contains(&row), "the README lacks:\n{row}");
}

#[test]
fn the_keys_of_customers_1_to_3_are_those_of_the_documentation() {
    row::<HongKong>("Citi Hong Kong", "`accountId`", |record| {
        record["card_accounts"][0]["account_id"].to_string()
    });
    let key = "`campaignId` of the first offer";
    row::<HongKong>("Citi Hong Kong", key, |record| {
        record["offers"][0]["found_by"]["campaignId"].to_string()
    });
    for (key, name) in [
        ("`customerId`", "customer_id"),
        ("`cardNumber`", "card_number"),
    ] {
        row::<Citibanamex>("Citibanamex", key, |record| record[name].to_string());
    }
    row::<Worldline>("Worldline", "`countryCode`", |record| {
        record["country_code"].to_string()
    });
    row::<Worldline>("Worldline", "`values`", |record| {
        let values = record["values"].as_array().expect("an array").iter();
        let pairs = values.map(|pair| format!("{}={}", pair["key"], pair["value"]));
        pairs.collect::<Vec<_>>().join(", ")
    });
    row::<Flexiti>("Flexiti", "`vcc_number`", |record| {
        record["vcc_number"].to_string()
    });
    for name in ["account_number", "customer_id"] {
        let key = format!("`{name}`");
        row::<Flexiti>("Flexiti", &key, |record| {
            record["customer"][name].to_string()
        });
    }
    let code = licence::write(&first::<Flexiti>().licence);
    let body = json!({ "code": code }).to_string();
    assert!(README.contains(&body), "the README lacks:\n{body}");
}
