//! Every example of the documentation fits the type that it is an example of, and is kept.

use contract::catalogue::{Operation, PROVIDERS, SCHEMAS, component_name};
use contract::citibanamex::customer_segment::{Customer, CustomerSegmentRequest};
use contract::worldline::customer_details::GetCustomerDetailsResponse;
use contract::worldline::error::ErrorResponse;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

/// Compares values: an example has its members in the page's order.
fn keeps<T: Serialize + DeserializeOwned>(example: &Value) {
    let text = example.to_string();
    let read: T = serde_json::from_str(&text).expect(&text);
    assert_eq!(json!(read), *example);
}

#[test]
fn examples_of_bodies() {
    let mut count = 0;
    for provider in PROVIDERS {
        for operation in provider.operations {
            let Operation::Documented(declare) = operation else {
                continue;
            };
            let operation = json!(declare().operation);
            let responses = operation["responses"].as_object().expect("it has some");
            let mut bodies: Vec<&Value> = responses.values().collect();
            bodies.push(&operation["requestBody"]);
            for media_type in bodies.iter().map(|it| &it["content"]["application/json"]) {
                let reference = media_type["schema"]["$ref"].as_str().unwrap_or_default();
                let noun = reference.rsplit('/').next().unwrap_or_default();
                let name = component_name(provider.group, noun);
                for (_, example) in media_type["examples"].as_object().into_iter().flatten() {
                    let schema = SCHEMAS.iter().find(|schema| schema.name() == name);
                    let schema = schema.unwrap_or_else(|| panic!("{name} is not listed"));
                    let text = example["value"].to_string();
                    let kept = (schema.returned)(&text).expect(&text);
                    let kept: Value = serde_json::from_str(&kept).expect("it is JSON");
                    assert_eq!(kept, example["value"], "{name}");
                    count += 1;
                }
            }
        }
    }
    assert!(count >= 10, "only {count} examples");
}

#[test]
fn examples_of_properties() {
    keeps::<CustomerSegmentRequest>(
        &json!({ "customerId": "321116471234", "cardNumber": "4969452123456110" }),
    );
    keeps::<Customer>(&json!({
        "fullName": "Luis Diaz Salinas", "customerSegment": "20", "birthdayTodayFlag": true
    }));
}

#[test]
fn examples_of_worldline_are_those_of_the_page() {
    // An empty language code and an absent country: nothing is added and nothing dropped.
    let written = r#"{"fiscalNumber":"0123456789012","city":"Stockholm","street":"Gustav Adolfs torg 22","zip":"111 52","firstName":"Gustav","surname":"Adolfs","emailAddress":"gustav.adolfs@stockholm.se","phoneNumber":"0123456789","languageCode":""}"#;
    let written: Value = serde_json::from_str(written).expect("it is JSON");
    keeps::<GetCustomerDetailsResponse>(&written);
    for errors in [
        json!([{
            "code": "1214", "id": "CUSTOMER_DETAILS_NOT_FOUND",
            "message": "No customer details could be found with the provided data."
        }]),
        json!([{ "code": "1070", "message": "UNKNOWN_PAYMENT_PRODUCT_ID" }]),
    ] {
        let id = "657b10da-d2f9-4088-a948-bf190ef516b1-00000311";
        keeps::<ErrorResponse>(&json!({ "errorId": id, "errors": errors }));
    }
}
