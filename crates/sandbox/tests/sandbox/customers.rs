//! The invented customers: the same on every machine, within the contract, and all different.

mod examples;
mod filled;
mod first;
mod interest;
mod keys;
mod names;
mod seen;
mod shown;
mod table;
mod whole;

use std::sync::Arc;

use sandbox::customers::{Customers, Record};
use serde_json::{Value, json};

/// The seed and the number of customers that the sandbox has by default.
const SEED: u64 = 1;
const COUNT: usize = 20;

fn customers<R: Record>() -> Customers<R> {
    Customers::invented(SEED, COUNT)
}

/// The first customer of a page.
fn first<R: Record>() -> Arc<R> {
    customers().get(1).expect("there is a first customer")
}

/// The same as JSON.
fn first_json<R: Record>() -> Value {
    json!(*first::<R>())
}

/// Customers 1 to `count` of a page.
fn all<R: Record>(count: usize) -> impl Iterator<Item = Arc<R>> {
    let customers = Customers::invented(SEED, count);
    (1..=count).map(move |number| customers.get(number).expect("there are so many"))
}
