//! Reads and writes every documented example with the generated types.

#[allow(dead_code, unused_imports)]
mod client;

use std::fs;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Result, Value, from_value, to_value};

include!("examples.rs");

fn main() {
    let text = fs::read_to_string("examples.json").expect("examples.json beside Cargo.toml");
    let examples: Vec<Value> = serde_json::from_str(&text).expect("a list of examples");
    for example in &examples {
        let (pointer, value) = (&example["pointer"], &example["value"]);
        let written = by_type(example["schema"].as_str().unwrap_or_default(), value.clone());
        let written = written.unwrap_or_else(|error| panic!("{pointer}: {error}"));
        assert_eq!(&written, value, "{pointer}");
    }
    println!("round-tripped {}", examples.len());
}

fn round_trip<T: DeserializeOwned + Serialize>(value: Value) -> Result<Value> {
    to_value(from_value::<T>(value)?)
}
