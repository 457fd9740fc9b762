//! Whom a key finds before and after a change.

use contract::scalar::{Digits, Number};
use rust_decimal::Decimal;
use sandbox::customers::{
    CardAccountId, Citibanamex, CitibanamexKey, Flexiti, FlexitiKey, HongKong, Record as _, Source,
    Worldline, WorldlineKey,
};
use sandbox::state::{Refused, Store};

use crate::{in_memory, put, record};

fn by_id(store: &Store, id: &str) -> Option<usize> {
    let id = Digits::try_from(id).expect("it is an identifier");
    let found = store.find::<Citibanamex>(&CitibanamexKey::CustomerId(id));
    found.map(|found| found.number)
}

#[test]
fn every_documented_key_finds_its_customer() {
    let store = in_memory();
    for number in 1..=20 {
        let citibanamex = store.get::<Citibanamex>(number).expect("there is one");
        for key in [
            CitibanamexKey::CustomerId(citibanamex.customer_id.clone()),
            CitibanamexKey::CardNumber(citibanamex.card_number.clone()),
        ] {
            let found = store.find::<Citibanamex>(&key).expect("it is found");
            assert_eq!((found.number, found.record), (number, citibanamex.clone()));
        }
        let worldline = store.get::<Worldline>(number).expect("there is one");
        let key = WorldlineKey::new(&worldline.country_code, &worldline.values);
        let found = store.find::<Worldline>(&key).expect("it is found");
        assert_eq!(found.number, number);
        let flexiti = store.get::<Flexiti>(number).expect("there is one");
        let whole = |number: Decimal| u64::try_from(number).expect("it is whole");
        let account = flexiti.customer.account_number.as_ref().map(Number::value);
        let customer = flexiti.customer.customer_id.as_ref().map(Number::value);
        for key in [
            FlexitiKey::Vcc(flexiti.vcc_number.clone()),
            FlexitiKey::AccountNumber(whole(account.expect("it is there"))),
            FlexitiKey::CustomerId(whole(customer.expect("it is there"))),
        ] {
            let found = store.find::<Flexiti>(&key).expect("it is found");
            assert_eq!(found.number, number);
        }
        let hong_kong = store.get::<HongKong>(number).expect("there is one");
        for account in &hong_kong.card_accounts {
            let key = CardAccountId(account.account_id.clone());
            let found = store.find::<HongKong>(&key).expect("it is found");
            assert_eq!(found.number, number);
        }
    }
    assert_eq!(by_id(&store, "000000000000"), None);
}

#[test]
fn a_changed_key_finds_the_customer_and_the_former_one_nobody() {
    let store = in_memory();
    let former = record(&store, Source::Citibanamex, 2)["customer_id"].clone();
    let former = former.as_str().expect("it is a text");
    put(&store, Source::Citibanamex, 2, "/customer_id", "123").expect("it is free");
    assert_eq!(by_id(&store, "123"), Some(2));
    assert_eq!(by_id(&store, former), None);
    put(&store, Source::Citibanamex, 2, "/customer_id", "124").expect("it is free");
    assert_eq!(by_id(&store, "123"), None);
    assert_eq!(by_id(&store, "124"), Some(2));
    store.restore(Source::Citibanamex, 2).expect("it is free");
    assert_eq!(by_id(&store, "124"), None);
    assert_eq!(by_id(&store, former), Some(2));
}

/// The places of the violations of a refused change.
fn places(refused: Result<(), Refused>) -> Vec<String> {
    match refused {
        Err(Refused::Invalid { violations, .. }) => {
            violations.into_iter().map(|it| it.place).collect()
        }
        other => panic!("expected violations, but found {other:?}"),
    }
}

#[test]
fn a_key_of_another_customer_is_refused() {
    let store = in_memory();
    let taken = record(&store, Source::Citibanamex, 3)["card_number"].clone();
    let refused = put(
        &store,
        Source::Citibanamex,
        2,
        "/card_number",
        taken.clone(),
    );
    assert_eq!(places(refused), ["/card_number"]);
    // One's own is not another's.
    let own = record(&store, Source::Citibanamex, 2)["card_number"].clone();
    put(&store, Source::Citibanamex, 2, "/card_number", own).expect("it is its own");
    // A changed key is taken, too.
    put(&store, Source::Citibanamex, 3, "/card_number", "42").expect("it is free");
    let refused = put(&store, Source::Citibanamex, 2, "/card_number", "42");
    assert_eq!(places(refused), ["/card_number"]);
    // And the former one is free.
    put(&store, Source::Citibanamex, 2, "/card_number", taken).expect("it is free now");
    let refused = store.restore(Source::Citibanamex, 3);
    let refused = refused.expect_err("customer 2 has its card");
    assert!(matches!(
        &refused,
        Refused::KeysTaken { source_name: Source::Citibanamex, owners } if *owners == [2]
    ));
    assert_eq!(
        refused.to_string(),
        "expected the keys that the customer was invented with to be free, but found that another \
         customer has one: citibanamex/2; change or restore that one first"
    );
    store
        .restore(Source::Citibanamex, 2)
        .expect("nobody has its keys");
    store
        .restore(Source::Citibanamex, 3)
        .expect("its keys are free again");
}

#[test]
fn a_key_that_a_record_has_twice_is_refused() {
    let store = in_memory();
    let accounts = store.get::<HongKong>(1).expect("there is one").keys();
    assert!(accounts.len() > 1, "customer 1 has several accounts");
    let first = record(&store, Source::HongKong, 1)["card_accounts"][0]["account_id"].clone();
    let refused = put(
        &store,
        Source::HongKong,
        1,
        "/card_accounts/1/account_id",
        first,
    );
    assert_eq!(places(refused), ["/card_accounts/1/account_id"]);
}

#[test]
fn a_number_is_the_same_key_however_it_is_written() {
    let store = in_memory();
    let changed = store.json(Source::Flexiti, 2).expect("there is one");
    let account = store
        .get::<Flexiti>(2)
        .and_then(|it| it.customer.account_number.clone());
    let account = account.expect("it is there").value().to_string();
    let changed = changed.replace(&account, "12345.0");
    store
        .put(Source::Flexiti, 2, changed.as_bytes())
        .expect("it is a number");
    let found = store.find::<Flexiti>(&FlexitiKey::AccountNumber(12345));
    assert_eq!(found.map(|found| found.number), Some(2));
    let taken = store.json(Source::Flexiti, 3).expect("there is one");
    let account = store
        .get::<Flexiti>(3)
        .and_then(|it| it.customer.account_number.clone());
    let account = account.expect("it is there").value().to_string();
    let taken = taken.replace(&account, "12345");
    assert_eq!(
        places(store.put(Source::Flexiti, 3, taken.as_bytes())),
        ["/customer/account_number"]
    );
}
