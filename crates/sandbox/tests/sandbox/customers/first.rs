//! `first-customers.csv`: values that find the first customer of a page, where the page gives no example.

use sandbox::pages::{Flexiti, HongKong};
use sandbox::{Page, licence};
use serde_json::json;

use super::first;
use crate::ask::ask;

const FILE: &str = include_str!("../../../first-customers.csv");

/// The rows as page, place, name and value.
fn rows() -> Vec<[String; 4]> {
    let mut file = csv::Reader::from_reader(FILE.as_bytes());
    let header = file.headers().expect("a header");
    assert_eq!(header, vec!["page", "place", "name", "value"]);
    let rows = file.deserialize().map(|row| row.expect("four cells"));
    rows.collect()
}

fn value(page: &str, place: &str, name: &str) -> String {
    let rows = rows().into_iter();
    let mut found = rows.filter(|row| row[..3] == [page, place, name]);
    let [.., value] = found.next().expect("the file has the row");
    assert!(found.next().is_none(), "{page} has {place} {name} twice");
    value
}

#[test]
fn every_row_is_of_a_documented_parameter_or_body() {
    let pages = Page::all().expect("every page has its documents");
    for [page, place, name, _] in rows() {
        let page = pages.iter().find(|it| it.id == page).expect("a page");
        let quoted = json!(name).to_string();
        assert!(page.document.contains(&quoted), "{} {name}", page.id);
        assert!(["header", "path", "query", "body"].contains(&&*place));
    }
}

#[test]
fn the_values_find_the_first_customers() {
    let account = value("citi-hong-kong", "path", "accountId");
    let accounts = format!("GET /citi-hong-kong/v1/cards/accounts/{account}/addresses");
    let first_account = first::<HongKong>().card_accounts[0].clone();
    assert_eq!(
        ask(&accounts).answer().body(),
        json!(first_account.addresses)
    );

    let segment = ask("POST /citibanamex-segments/v1/customers/segments/retrieve");
    let segment = ["countryCode", "businessCode", "ChannelId"]
        .into_iter()
        .fold(segment, |ask, name| {
            ask.with(name, value("citibanamex-segments", "header", name))
        });
    let segment = segment.body(r#"{"customerId":"321116471234"}"#).answer();
    assert_eq!(segment.status, 200, "{}", segment.text);

    let customer = value("worldline-connect", "path", "customerId");
    let details =
        format!("POST /worldline-connect/client/v1/{customer}/products/9000/customerDetails");
    let body = r#"{"countryCode":"SE","values":[{"key":"fiscalNumber","value":"012345678901"}]}"#;
    assert_eq!(ask(&details).body(body).answer().status, 200);

    let flexiti = first::<Flexiti>();
    let account = value("flexiti-customers", "query", "account_number");
    let client = "/flexiti-customers/client-id/app";
    let found = ask(&format!(
        "GET {client}/customers/lookup?account_number={account}"
    ));
    assert_eq!(found.answer().body(), json!(flexiti.customer));
    let account = value("flexiti-customers", "path", "account_number");
    let costs = ask(&format!(
        "POST {client}/accounts/{account}/calculate-interest"
    ))
    .answer();
    assert_eq!(costs.body(), json!(sandbox::interest::calculate(&flexiti)));
    let code = value("flexiti-customers", "body", "code");
    assert_eq!(code, licence::write(&flexiti.licence));
    let scanned = ask(&format!("POST {client}/customers/driverslicense"));
    let scanned = scanned.body(json!({ "code": code }).to_string()).answer();
    assert_eq!(scanned.body(), json!(flexiti.licence));
}
