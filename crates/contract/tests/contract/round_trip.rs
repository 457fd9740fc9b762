//! A full sample of every schema is read and written back unchanged.

mod citi;
mod citibanamex;
mod flexiti;
mod worldline;

use std::collections::BTreeSet;
use std::fmt::Debug;

use contract::catalogue::SCHEMAS;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};
use utoipa::PartialSchema;

/// Checks a sample and returns the type that it is a sample of.
fn check<T: Serialize + DeserializeOwned + PartialSchema + Debug>(sample: &Value) -> &'static str {
    let name = std::any::type_name::<T>();
    let schema = serde_json::to_value(T::schema()).expect("a schema is JSON");
    let required: Vec<&str> = schema["required"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .collect();
    if let Some(properties) = schema["properties"].as_object() {
        let sample = sample.as_object().expect("an object's sample is an object");
        assert!(
            properties.keys().eq(sample.keys()),
            "invalid sample: {name} has other properties"
        );
        let least: Map<String, Value> = sample
            .clone()
            .into_iter()
            .filter(|(key, _)| required.contains(&&**key))
            .collect();
        assert_kept::<T>(&Value::Object(least));
    }
    assert_kept::<T>(sample);
    name
}

/// Compares text, not values: the order of properties and `5` beside `5.0` count.
fn assert_kept<T: Serialize + DeserializeOwned>(sample: &Value) {
    let sample = sample.to_string();
    let read: T = serde_json::from_str(&sample).expect(&sample);
    assert_eq!(
        serde_json::to_string(&read).expect("it was just read"),
        sample
    );
}

#[test]
fn every_schema_keeps_a_full_sample() {
    let checked: BTreeSet<&str> = citi::check_customers()
        .into_iter()
        .chain(citi::check_offers())
        .chain(citibanamex::check_all())
        .chain(worldline::check_all())
        .chain(flexiti::check_all())
        .collect();
    let listed: BTreeSet<&str> = SCHEMAS.iter().map(|schema| (schema.rust)()).collect();
    assert_eq!(
        checked, listed,
        "the samples cover every schema of the catalogue"
    );
}
