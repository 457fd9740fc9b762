//! Types read and write what pages show, and the catalogue lists them all.

mod bounds;
mod catalogue;
mod documented_examples;
mod round_trip;
mod values;

/// Sees that a JSON text is the same after it was read and written.
#[track_caller]
fn kept<T: serde::Serialize + serde::de::DeserializeOwned>(json: &str) {
    let value: T = serde_json::from_str(json).expect(json);
    assert_eq!(serde_json::to_string(&value).expect(json), json);
}
