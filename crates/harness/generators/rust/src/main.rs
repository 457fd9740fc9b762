//! Reads every sample with the generated types and writes it again, to `returned.jsonl`.

#[allow(dead_code, unused_imports)]
mod client;

use std::fs;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Result, Value, from_str, to_string};

include!("examples.rs");

fn main() {
    let list = fs::read_to_string("examples.json").expect("examples.json beside Cargo.toml");
    let samples: Vec<Value> = from_str(&list).expect("a list of samples");
    let lines = samples.iter().map(|sample| {
        let text = |member: &str| sample[member].as_str().unwrap_or_default();
        let written = by_type(text("schema"), text("text"));
        written.unwrap_or_else(|error| format!("! {error}")) + "\n"
    });
    fs::write("returned.jsonl", lines.collect::<String>()).expect("a file that can be written");
}

fn round_trip<T: DeserializeOwned + Serialize>(text: &str) -> Result<String> {
    to_string(&from_str::<T>(text)?)
}
