//! The invented customers: the same on every machine, within the contract, and all different.

mod documented;
mod filled;
mod keys;
mod names;
mod seen;
mod shown;
mod table;
mod whole;

use std::sync::Arc;

use sandbox::customers::{Customers, Record};

/// The seed and the number of customers that the sandbox has by default.
const SEED: u64 = 1;
const COUNT: usize = 20;

fn customers() -> Customers {
    Customers::invented(SEED, COUNT)
}

/// Customers 1 to `count` of one source.
fn all<R: Record>(customers: &Customers, count: usize) -> impl Iterator<Item = Arc<R>> {
    (1..=count).map(|number| customers.get(number).expect("there are so many"))
}
