//! Every construct of OpenAPI 3.1 in the words of 3.0: the result is valid by the official schema,
//! means the same to a validator where the list says so, and accepts no less elsewhere.

/// Calls a check with the JSON of each row of a table.
macro_rules! table {
    ($check:ident: $($($json:tt)=>+;)+) => {
        $($check($(&serde_json::json!($json)),+);)+
    };
}

mod hostile;
mod objects;
mod random;
mod readme;
mod references;
mod sample;
mod schemas;
mod types;
