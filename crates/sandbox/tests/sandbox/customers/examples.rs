//! The first customer of a page is the one of the page's examples.

use sandbox::pages::{Australia, Citibanamex, HongKong, Worldline};
use serde_json::{Value, json};

use super::first_json;

/// The consolidated document, whose examples are the pages'.
fn document() -> Value {
    serde_json::from_str(include_str!("../../../../../spec/openapi.json")).expect("it is JSON")
}

#[test]
fn citibanamex_has_the_customer_of_the_page() {
    let document = document();
    let example = |schema: &str, property: &str| {
        let at = format!("/components/schemas/{schema}/properties/{property}/examples/0");
        document.pointer(&at).expect("the document has it").clone()
    };
    let request = |property| example("CitibanamexCustomerSegmentRequest", property);
    let answer = |property| example("CitibanamexCustomer", property);
    let expected = json!({
        "customer_id": request("customerId"),
        "card_number": request("cardNumber"),
        "customer": {
            "fullName": answer("fullName"),
            "customerSegment": answer("customerSegment"),
            "birthdayTodayFlag": answer("birthdayTodayFlag"),
        },
    });
    assert_eq!(first_json::<Citibanamex>(), expected);
}

#[test]
fn worldline_answers_the_request_of_the_page_with_its_answer() {
    let document = document();
    let operation =
        "/paths/~1client~1v1~1{customerId}~1products~1{paymentProductId}~1customerDetails/post";
    let example = |at: &str| {
        let at = format!("{operation}/{at}/value");
        document.pointer(&at).expect("the document has it").clone()
    };
    let request = example("requestBody/content/application~1json/examples/fiscalNumber");
    let answer = example("responses/200/content/application~1json/examples/customerDetails");
    let expected = json!({
        "country_code": request["countryCode"],
        "values": request["values"],
        "details": answer,
    });
    assert_eq!(first_json::<Worldline>(), expected);
}

#[test]
fn citi_has_the_values_that_its_own_material_shows() {
    let australia = first_json::<Australia>();
    for (pointer, value) in [
        ("/profile/customerType", "INDIVIDUAL"),
        ("/profile/customerSegment", "BLUE"),
        ("/profile/addressList/0/addressType", "HOME_ADDRESS"),
        ("/profile/addressList/0/state", "QUEENSLAND"),
        ("/profile/addressList/0/countryName", "AUSTRALIA"),
        ("/profile/phones/0/phoneType", "HOME"),
    ] {
        assert_eq!(australia.pointer(pointer), Some(&json!(value)), "{pointer}");
    }
    assert_eq!(
        first_json::<HongKong>()["profile"]["customerSegment"],
        "BLUE"
    );
}
