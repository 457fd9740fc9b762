//! The keys of customers 1 to 3, as the documentation has them.

use std::fmt::Write as _;

use contract::scalar::Number;
use sandbox::licence;
use sandbox::pages::{Citibanamex, Flexiti, HongKong, Worldline};
use serde_json::json;

use super::customers;

const README: &str = include_str!("../../../README.md");

#[test]
fn the_keys_of_customers_1_to_3_are_those_of_the_documentation() {
    let mut rows = String::new();
    let mut row = |title: &str, key: &str, of: &dyn Fn(usize) -> String| {
        let cells = [1, 2, 3].map(|number| format!("`{}`", of(number)));
        writeln!(rows, "| {title} | {key} | {} |", cells.join(" | ")).expect("a string takes it");
    };
    let hong_kong = |number| {
        customers::<HongKong>()
            .get(number)
            .expect("there are three")
    };
    row("Citi Hong Kong", "`accountId`", &|number| {
        hong_kong(number).card_accounts[0].account_id.clone()
    });
    row(
        "Citi Hong Kong",
        "`campaignId` of the first offer",
        &|number| {
            let offers = hong_kong(number).offers.clone();
            offers[0].found_by.campaign_id.clone().unwrap_or_default()
        },
    );
    let citibanamex = |number| {
        customers::<Citibanamex>()
            .get(number)
            .expect("there are three")
    };
    row("Citibanamex", "`customerId`", &|number| {
        citibanamex(number).customer_id.to_string()
    });
    row("Citibanamex", "`cardNumber`", &|number| {
        citibanamex(number).card_number.to_string()
    });
    let worldline = |number| {
        customers::<Worldline>()
            .get(number)
            .expect("there are three")
    };
    row("Worldline", "`countryCode`", &|number| {
        worldline(number).country_code.clone()
    });
    row("Worldline", "`values`", &|number| {
        let values = &worldline(number).values;
        let pair = |it: &_| {
            let it = json!(it);
            format!("{}={}", it["key"], it["value"]).replace('"', "")
        };
        values.iter().map(pair).collect::<Vec<_>>().join(", ")
    });
    let flexiti = |number| customers::<Flexiti>().get(number).expect("there are three");
    row("Flexiti", "`vcc_number`", &|number| {
        flexiti(number).vcc_number.clone()
    });
    row("Flexiti", "`account_number`", &|number| {
        text(flexiti(number).customer.account_number.as_ref())
    });
    row("Flexiti", "`customer_id`", &|number| {
        text(flexiti(number).customer.customer_id.as_ref())
    });
    let code = licence::write(&flexiti(1).licence);
    let body = json!({ "code": code }).to_string();
    for shown in rows.lines().chain([&*body]) {
        assert!(README.contains(shown), "the README lacks:\n{shown}");
    }
}

fn text<const P: u32>(number: Option<&Number<P, 0>>) -> String {
    number.map(|it| it.value().to_string()).unwrap_or_default()
}
