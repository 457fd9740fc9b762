//! Whom a key finds before and after a change.

use contract::scalar::Digits;
use sandbox::customers::Customers;
use sandbox::pages::{Citibanamex, CitibanamexKey, Flexiti, FlexitiKey, HongKong};

use super::{invented, put, record, violations};

fn by_id(customers: &Customers<Citibanamex>, id: &str) -> Option<usize> {
    let id = Digits::try_from(id).expect("it is an identifier");
    let found = customers.find(&CitibanamexKey::CustomerId(id));
    found.map(|found| found.number)
}

#[test]
fn a_changed_key_finds_the_customer_and_the_former_one_nobody() {
    let customers = invented::<Citibanamex>();
    let former = record(&customers, 2)["customer_id"].clone();
    let former = former.as_str().expect("it is a text");
    put(&customers, 2, "/customer_id", "123").expect("it is free");
    assert_eq!(by_id(&customers, "123"), Some(2));
    assert_eq!(by_id(&customers, former), None);
    put(&customers, 2, "/customer_id", "124").expect("it is free");
    assert_eq!(by_id(&customers, "123"), None);
    assert_eq!(by_id(&customers, "124"), Some(2));
    customers.restore(2).expect("it is free");
    assert_eq!(by_id(&customers, "124"), None);
    assert_eq!(by_id(&customers, former), Some(2));
}

#[test]
fn a_key_of_another_customer_is_refused() {
    let customers = invented::<Citibanamex>();
    let card = |number, card| put(&customers, number, "/card_number", card);
    let is_taken = |refused| {
        let violations = violations(refused);
        assert_eq!(violations.len(), 1);
        assert_eq!(violations[0].0, "/card_number");
    };
    let taken = record(&customers, 3)["card_number"].clone();
    is_taken(card(2, taken.clone()));
    // A customer keeps its own.
    let own = record(&customers, 2)["card_number"].clone();
    card(2, own).expect("it is its own");
    // A changed key is taken, too.
    card(3, "42".into()).expect("it is free");
    is_taken(card(2, "42".into()));
    // And the former one is free.
    card(2, taken).expect("it is free now");
    let refused = customers.restore(3).expect_err("customer 2 has its card");
    assert_eq!(
        refused.to_string(),
        "expected the keys that the customer was invented with to be free, but found that another \
         customer has one: citibanamex-segments/2; change or restore that one first"
    );
    customers.restore(2).expect("nobody has its keys");
    customers.restore(3).expect("its keys are free again");
}

#[test]
fn a_key_that_a_record_has_twice_is_refused() {
    let customers = invented::<HongKong>();
    let accounts = record(&customers, 1)["card_accounts"].clone();
    let place = "/card_accounts/1/account_id";
    let refused = put(&customers, 1, place, accounts[0]["account_id"].clone());
    assert_eq!(violations(refused)[0].0, place);
}

#[test]
fn a_number_is_the_same_key_however_it_is_written() {
    let customers = invented::<Flexiti>();
    let with_account = |number: usize, account: &str| {
        let text = customers.json(number).expect("there is one");
        let own = record(&customers, number)["customer"]["account_number"].to_string();
        customers.put(number, text.replace(&own, account).as_bytes())
    };
    with_account(2, "12345.0").expect("it is a number");
    let found = customers.find(&FlexitiKey::AccountNumber(12345));
    assert_eq!(found.map(|found| found.number), Some(2));
    let refused = violations(with_account(3, "1.2345e4"));
    assert_eq!(refused[0].0, "/customer/account_number");
}
