//! Records: the same after they were written, and the first of them without gaps.

use std::collections::BTreeSet;

use sandbox::customers::Record;
use sandbox::pages::{Australia, Flexiti, HongKong};
use serde_json::Value;

use super::seen::seen;
use super::{all, first_json};

const README: &str = include_str!("../../../README.md");

fn lacking<'a>(name: &str, values: impl IntoIterator<Item = &'a Value>) -> Vec<String> {
    let values = values.into_iter().map(|value| (name, value));
    seen(values).absent.into_iter().collect()
}

#[test]
fn the_first_customers_of_citi_and_flexiti_lack_what_the_readme_says() {
    assert!(README.contains(
        "For customer 1 of Citi and Flexiti every optional property is present, with three \
         exceptions: Hong Kong has no area codes, a mobile in Australia has neither area code nor \
         extension, and an offer has only the object of its kind."
    ));
    let none: [&str; 0] = [];
    let hong_kong = first_json::<HongKong>();
    assert_eq!(
        lacking("CitiCustomerProfile", [&hong_kong["profile"]]),
        ["CitiPhone.areaCode"]
    );
    let accounts = hong_kong["card_accounts"].as_array().expect("it has some");
    let addresses = accounts.iter().map(|it| &it["addresses"]);
    assert_eq!(lacking("CitiCardAddresses", addresses), none);
    let mut australia = first_json::<Australia>();
    let profile = &mut australia["profile"];
    let lacks = lacking("CitiCustomerProfile", [&*profile]);
    assert_eq!(lacks, ["CitiPhone.areaCode", "CitiPhone.extension"]);
    let phones = profile["phones"].as_array_mut().expect("it has some");
    phones.retain(|phone| phone["phoneType"] != "MOBILE");
    assert_eq!(lacking("CitiCustomerProfile", [&*profile]), none);
    let flexiti = first_json::<Flexiti>();
    assert_eq!(lacking("FlexitiCustomer", [&flexiti["customer"]]), none);
    assert!(flexiti["licence"]["middle_name"].is_string());
}

#[test]
fn the_first_customer_has_an_offer_of_every_kind_each_with_its_object_alone() {
    let hong_kong = first_json::<HongKong>();
    let offers = hong_kong["offers"].as_array().expect("it has some");
    let details: Vec<_> = offers.iter().map(|it| &it["details"]).collect();
    let is_object = |value: &Value| value.is_object() || value.is_array();
    let mut objects = BTreeSet::new();
    for details in &details {
        let members = details.as_object().expect("it is an object").iter();
        let own: Vec<_> = members.filter(|(_, value)| is_object(value)).collect();
        assert_eq!(own.len(), 1);
        objects.insert(own[0].0.clone());
    }
    assert_eq!(objects.len(), details.len());
    // Nothing else is lacking, neither beside the objects nor in them.
    let lacking = lacking("CitiOfferDetails", details.iter().copied());
    let expected = objects.iter().map(|it| format!("CitiOfferDetails.{it}"));
    assert_eq!(lacking, expected.collect::<Vec<_>>());
}

#[test]
fn a_record_is_the_same_after_it_was_written_and_read() {
    fn check<R: Record>() {
        const COUNT: usize = 60;
        for record in all::<R>(COUNT) {
            let written = serde_json::to_string(&*record).expect("a record is JSON");
            let read: R = serde_json::from_str(&written).expect("a record is read again");
            assert_eq!(read, *record);
        }
    }
    with_every_record!(check());
}
