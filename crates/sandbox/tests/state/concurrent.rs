//! Many change and read at once: no change is lost, and no reader sees half of one.

use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use sandbox::customers::{Citibanamex, CitibanamexKey, Source};
use sandbox::state::{Refused, Store};

use crate::{in_memory, open, put, put_segment, segment};

#[test]
fn no_change_is_lost() {
    let folder = tempfile::tempdir().expect("there is room for tests");
    let path = folder.path().join("state.json");
    let store = open(&path);
    thread::scope(|scope| {
        for number in 1..=20 {
            let store = &store;
            scope.spawn(move || {
                for turn in 0..3 {
                    put_segment(store, number, &format!("{number}-{turn}")).expect("it is right");
                }
            });
        }
    });
    let all_are_there = |store: &Store| {
        for number in 1..=20 {
            assert_eq!(segment(store, number), format!("{number}-2"));
        }
    };
    all_are_there(&store);
    drop(store);
    all_are_there(&open(&path));
}

#[test]
fn one_of_many_gets_a_key() {
    let store = in_memory();
    let taken: Vec<_> = thread::scope(|scope| {
        let put = |number| {
            let store = &store;
            scope.spawn(move || put(store, Source::Citibanamex, number, "/customer_id", "123"))
        };
        let puts: Vec<_> = (1..=20).map(put).collect();
        let done = puts
            .into_iter()
            .map(|put| put.join().expect("nothing panics"));
        done.collect()
    });
    let refused = |it: &&Result<(), _>| matches!(it, Err(Refused::Invalid { .. }));
    assert_eq!(taken.iter().filter(refused).count(), 19);
    assert_eq!(taken.iter().filter(|it| it.is_ok()).count(), 1);
}

#[test]
fn a_reader_sees_a_change_whole_or_not_at_all() {
    let store = in_memory();
    let done = AtomicBool::new(false);
    // The identifier and the name change together.
    let text = |store: &Store, turn: usize| {
        let record = store.get::<Citibanamex>(2).expect("there is one");
        let mut record = (*record).clone();
        let id = format!("{}", turn % 2 + 1);
        record.customer_id = id.as_str().try_into().expect("it is an identifier");
        record.customer.full_name = format!("Name {id}");
        serde_json::to_vec(&record).expect("a record is JSON")
    };
    store
        .put(Source::Citibanamex, 2, &text(&store, 0))
        .expect("it is right");
    thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                let mut seen = 0_u32;
                while !done.load(Ordering::Relaxed) || seen == 0 {
                    for id in ["1", "2"] {
                        let key = id.try_into().expect("it is an identifier");
                        let key = CitibanamexKey::CustomerId(key);
                        let Some(found) = store.find::<Citibanamex>(&key) else {
                            continue;
                        };
                        assert_eq!(found.record.customer.full_name, format!("Name {id}"));
                        seen += 1;
                    }
                }
            });
        }
        for turn in 0..500 {
            store
                .put(Source::Citibanamex, 2, &text(&store, turn))
                .expect("it is right");
        }
        done.store(true, Ordering::Relaxed);
    });
}
