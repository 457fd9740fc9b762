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
use serde_json::{Map, Value, json};
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
            sample.keys().all(|key| properties.contains_key(key)),
            "invalid sample: {name} has other properties"
        );
        // What the sample says nothing about has no rule of its own.
        let any = |(key, property): (&String, &Value)| match sample.get(key) {
            Some(value) => (key.clone(), value.clone()),
            None => (key.clone(), any(property)),
        };
        let full: Map<String, Value> = properties.iter().map(any).collect();
        assert!(
            sample
                .keys()
                .eq(full.keys().filter(|key| sample.contains_key(*key))),
            "invalid sample: {name} has its properties in another order"
        );
        assert_kept::<T>(&Value::Object(full));
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

/// A value of a plain type.
fn any(property: &Value) -> Value {
    let of = |word: &str| match &property["type"] {
        Value::Array(types) => types.iter().any(|it| it == word),
        one => one == word,
    };
    let is_plain = ["format", "enum", "pattern"]
        .iter()
        .all(|it| property.get(it).is_none());
    match () {
        () if is_plain && of("string") => json!("a text"),
        () if of("integer") => json!(7),
        () if of("boolean") => json!(true),
        () => panic!("invalid sample: it lacks a property like {property}"),
    }
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
