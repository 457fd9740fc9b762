//! Changes of customers: what a record may be, and who sees a change.

mod concurrent;
mod found;
mod judged;
mod precise;

use sandbox::customers::{Customers, Record, Refused, Violation};
use serde_json::{Value, json};

use crate::ask::CUSTOMERS;

fn invented<R: Record>() -> Customers<R> {
    Customers::invented(1, CUSTOMERS)
}

/// The record of a customer.
fn record<R: Record>(customers: &Customers<R>, number: usize) -> Value {
    let record = customers.json(number).expect("there is one");
    serde_json::from_str(&record).expect("it is JSON")
}

/// The record of customer 1 with one value changed, or added.
fn changed<R: Record>(pointer: &str, value: impl Into<Value>) -> String {
    with(record(&invented::<R>(), 1), pointer, value.into()).to_string()
}

fn with(mut record: Value, pointer: &str, value: Value) -> Value {
    let (parent, name) = pointer.rsplit_once('/').expect("it is a pointer");
    match record.pointer_mut(parent).expect("the record has it") {
        Value::Array(items) => items[name.parse::<usize>().expect("an index")] = value,
        parent => parent[name] = value,
    }
    record
}

/// Puts the record of a customer with one value changed.
fn put<R: Record>(
    customers: &Customers<R>,
    number: usize,
    pointer: &str,
    value: impl Into<Value>,
) -> Result<(), Refused> {
    let changed = with(record(customers, number), pointer, value.into());
    customers.put(number, json!(changed).to_string().as_bytes())
}

/// The violations of a change that is refused: places, and what was expected.
#[track_caller]
fn violations(refused: Result<(), Refused>) -> Vec<(String, String)> {
    let Err(Refused::Invalid { violations, .. }) = refused else {
        panic!("expected violations, but found {refused:?}");
    };
    let each = violations.into_iter();
    each.map(|Violation { place, expected }| (place, expected))
        .collect()
}

/// Sees that a record of customer 1 is refused for these reasons, and changes nothing.
#[track_caller]
fn is_refused<R: Record>(record: &str, reasons: &[(&str, &str)]) {
    let customers = invented::<R>();
    let before = customers.json(1);
    let found = violations(customers.put(1, record.as_bytes()));
    let found: Vec<_> = found.iter().map(|(at, what)| (&**at, &**what)).collect();
    assert_eq!(found, reasons);
    assert_eq!(customers.json(1), before, "a refused change is seen");
}
