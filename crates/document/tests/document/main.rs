//! The documents of the real catalogue, and of catalogues and documents that break a rule.

mod boundaries;
mod catalogue;
mod editions;
mod examples;
mod form;
mod lint;
mod nesting;
mod render;
mod schemas;
mod validate;
mod views;
mod yaml;

use claims::Pointer;
use contract::catalogue::CATALOGUE;
use document::{Documents, build};
use serde_json::Value;

/// The documents of the real catalogue.
fn documents() -> Documents {
    build(&CATALOGUE).expect("the catalogue agrees with itself")
}

/// Every OpenAPI 3.1 document among them.
fn every(documents: &Documents) -> impl Iterator<Item = &Value> {
    let providers = documents.providers.values();
    providers.chain([&documents.consolidated])
}

/// Pointers to every string, number and boolean. Members of an object are passed over if `says` is
/// false of the pointer to it, their name and their value.
fn facts(value: &Value, at: &str, says: fn(&str, &str, &Value) -> bool) -> Vec<String> {
    match value {
        Value::Object(members) => {
            let members = members.iter().filter(|(name, it)| says(at, name, it));
            let within = members.map(|(name, it)| facts(it, &Pointer::step(at, name), says));
            within.flatten().collect()
        }
        Value::Array(items) => {
            let within = items.iter().enumerate();
            let within = within.map(|(index, it)| facts(it, &format!("{at}/{index}"), says));
            within.flatten().collect()
        }
        _ => vec![at.to_owned()],
    }
}
