//! Many change and read at once: no change is lost, and no reader sees half of one.

use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use sandbox::customers::{Customers, Refused};
use sandbox::pages::{Citibanamex, CitibanamexKey};

use super::{invented, put};

#[test]
fn no_change_is_lost() {
    let customers = invented::<Citibanamex>();
    thread::scope(|scope| {
        for number in 1..=20 {
            let customers = &customers;
            scope.spawn(move || {
                for turn in 0..3 {
                    let segment = format!("{number}-{turn}");
                    put(customers, number, "/customer/customerSegment", segment).expect("valid");
                }
            });
        }
    });
    for number in 1..=20 {
        let record = customers.get(number).expect("there is one");
        assert_eq!(record.customer.customer_segment, format!("{number}-2"));
    }
}

#[test]
fn one_of_many_gets_a_key() {
    let customers = invented::<Citibanamex>();
    let taken: Vec<_> = thread::scope(|scope| {
        let put = |number| {
            let customers = &customers;
            scope.spawn(move || put(customers, number, "/customer_id", "123"))
        };
        let puts: Vec<_> = (1..=20).map(put).collect();
        let done = puts.into_iter();
        done.map(|put| put.join().expect("nothing panics"))
            .collect()
    });
    let refused = |it: &&Result<(), _>| matches!(it, Err(Refused::Invalid { .. }));
    assert_eq!(taken.iter().filter(refused).count(), 19);
    assert_eq!(taken.iter().filter(|it| it.is_ok()).count(), 1);
}

#[test]
fn a_reader_sees_a_change_whole_or_not_at_all() {
    let customers = invented::<Citibanamex>();
    let done = AtomicBool::new(false);
    // The identifier and the name change together.
    let text = |customers: &Customers<Citibanamex>, turn: usize| {
        let mut record = (*customers.get(2).expect("there is one")).clone();
        let id = format!("{}", turn % 2 + 1);
        record.customer_id = id.as_str().try_into().expect("it is an identifier");
        record.customer.full_name = format!("Name {id}");
        serde_json::to_vec(&record).expect("a record is JSON")
    };
    let put = |turn| {
        let record = text(&customers, turn);
        customers.put(2, &record).expect("it is valid");
    };
    put(0);
    thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                let mut seen = 0_u32;
                while !done.load(Ordering::Relaxed) || seen == 0 {
                    for id in ["1", "2"] {
                        let key = id.try_into().expect("it is an identifier");
                        let Some(found) = customers.find(&CitibanamexKey::CustomerId(key)) else {
                            continue;
                        };
                        assert_eq!(found.record.customer.full_name, format!("Name {id}"));
                        seen += 1;
                    }
                }
            });
        }
        (0..200).for_each(put);
        done.store(true, Ordering::Relaxed);
    });
}
