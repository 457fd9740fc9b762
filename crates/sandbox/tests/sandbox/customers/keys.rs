//! Keys find the customer whom they are of, and nobody else.

use std::collections::BTreeMap;

use sandbox::customers::{Customers, Found, Record};
use sandbox::pages::{Citibanamex, Flexiti, FlexitiKey, HongKong, Worldline, WorldlineKey};

use super::{COUNT, SEED, all, customers};

/// So many customers that two who share a key would be met.
const MANY: usize = 2_000;

#[test]
fn every_key_finds_its_customer_and_no_two_have_one() {
    fn check<R: Record>(keys_each: usize) {
        let customers = Customers::<R>::invented(SEED, MANY);
        let mut owners = BTreeMap::new();
        for (number, record) in (1..).zip(all::<R>(MANY)) {
            for (_, key) in record.keys() {
                let found = customers.find(&key).map(|found| found.number);
                assert_eq!(found, Some(number));
                let other = owners.insert(key, number);
                assert_eq!(other, None, "customer {number} shares a key");
            }
        }
        assert!(owners.len() >= MANY * keys_each);
    }
    check::<HongKong>(1);
    check::<Citibanamex>(2);
    check::<Worldline>(1);
    check::<Flexiti>(3);
}

#[test]
fn a_key_beyond_the_count_is_of_nobody() {
    let more = Customers::<Flexiti>::invented(SEED, COUNT + 1);
    let beyond = more.get(COUNT + 1).expect("there is one more");
    for (_, key) in beyond.keys() {
        assert!(more.find(&key).is_some());
        assert_eq!(customers().find(&key), None::<Found<Flexiti>>);
    }
    assert_eq!(customers::<Flexiti>().get(COUNT + 1), None);
    assert_eq!(customers::<Flexiti>().get(0), None);
}

#[test]
fn half_of_a_key_is_not_enough() {
    let customers = customers::<Worldline>();
    let german = all::<Worldline>(COUNT)
        .find(|record| record.values.len() == 2)
        .expect("a country asks for two fields");
    let key = WorldlineKey::new(&german.country_code, &german.values);
    assert!(customers.find(&key).is_some());
    let half = WorldlineKey::new(&german.country_code, &german.values[..1]);
    assert_eq!(customers.find(&half), None);
    let elsewhere = WorldlineKey::new("SE", &german.values);
    assert_eq!(customers.find(&elsewhere), None);
    let mut turned = german.values.clone();
    turned.reverse();
    let turned = WorldlineKey::new(&german.country_code, &turned);
    assert_eq!(turned, key);
}

#[test]
fn a_customer_is_the_same_however_many_there_are() {
    fn check<R: Record>() {
        let few = Customers::<R>::invented(SEED, 3).get(3);
        let many = Customers::invented(SEED, 100_000).get(3);
        assert!(few.is_some());
        assert_eq!(few, many);
        // Beyond those that are kept, too.
        let once = Customers::<R>::invented(SEED, 100_000).get(77_777);
        let again = Customers::invented(SEED, 80_000).get(77_777);
        assert_eq!(once, again);
    }
    with_every_record!(check());
}

#[test]
fn another_seed_gives_other_customers() {
    fn check<R: Record>() {
        // The second: the first can be the page's.
        let other = Customers::<R>::invented(SEED + 1, 5).get(2);
        assert_ne!(customers::<R>().get(2), other);
    }
    with_every_record!(check());
}

#[test]
fn numbers_that_nobody_has_find_nobody() {
    let customers = customers::<Flexiti>();
    for key in [
        FlexitiKey::Vcc(String::new()),
        FlexitiKey::Vcc("9124".to_owned()),
        FlexitiKey::Vcc("å124000000000000".to_owned()),
        FlexitiKey::AccountNumber(0),
        FlexitiKey::AccountNumber(u64::MAX),
        FlexitiKey::CustomerId(7),
    ] {
        assert_eq!(customers.find(&key), None);
    }
}
