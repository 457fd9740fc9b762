//! Values at the edges of what each component allows, for whoever has to show that generated code
//! carries them unchanged.
//!
//! Documented examples are few, and their numbers are small: a type that holds seven digits returns
//! all of them. These values are as large, as long and as many as the schemas allow.
//!
//! Each value is a JSON text, because [`serde_json::Value`] cannot hold a number of 18 digits.

mod numbers;
mod objects;
mod texts;

use serde_json::Value;

use crate::json::{members, step};
use objects::{Builder, Members, written};

/// An instance of a component with one property at an edge of what it may be, or with all of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Boundary {
    /// The schema whose edge it tries: a JSON pointer (RFC 6901) to a property or a component.
    pub pointer: String,
    /// The name of the component schema.
    pub schema: String,
    /// The instance, as JSON text on one line.
    pub text: String,
}

/// A schema for which no valid instance could be made: a keyword that this module does not know.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum InvalidCase {
    /// Nothing could be made for a property.
    #[error(
        "{pointer}: invalid test case: expected boundary values for the schema, but found no way \
         to make one instead"
    )]
    Empty {
        /// The property.
        pointer: String,
    },
    /// The schema rejects the instance that was made for it.
    #[error(
        "{pointer}: invalid test case: expected an instance that the schema allows, but made one \
         that it rejects instead"
    )]
    Rejected {
        /// The property or component.
        pointer: String,
    },
}

/// Returns the boundary values of every object component: the smallest object, the one with all
/// properties, and for each property one object per boundary value of it.
///
/// Components that are not objects are tried where properties refer to them. Each instance is valid
/// by its schema, and each is in the list once.
///
/// # Errors
///
/// Returns every property or component for which no valid instance could be made.
pub fn boundaries(document: &Value) -> Result<Vec<Boundary>, Vec<InvalidCase>> {
    let builder = Builder::new(document);
    let mut found: Vec<Boundary> = Vec::new();
    let mut invalid = Vec::new();
    for (name, schema) in members(&document["components"]["schemas"]) {
        if !objects::is_object(schema) {
            continue;
        }
        let first = found.len();
        for instance in instances(&builder, name, schema) {
            match instance {
                Ok(one) if found[first..].iter().all(|known| known.text != one.text) => {
                    found.push(one);
                }
                Ok(_) => {}
                Err(case) => invalid.push(case),
            }
        }
    }
    if invalid.is_empty() {
        Ok(found)
    } else {
        Err(invalid)
    }
}

/// The instances of one component; an instance may come twice.
fn instances<'d>(
    builder: &Builder<'d>,
    name: &str,
    schema: &'d Value,
) -> Vec<Result<Boundary, InvalidCase>> {
    let within = [name];
    let at = step("/components/schemas", name);
    let made = |pointer: &str, object: Option<Members>| match object {
        Some(object) => Ok(Boundary {
            pointer: pointer.to_owned(),
            schema: name.to_owned(),
            text: written(&object),
        }),
        None => Err(InvalidCase::Rejected {
            pointer: pointer.to_owned(),
        }),
    };
    let mut all = vec![
        made(&at, builder.largest(schema, &within)),
        made(&at, builder.smallest(schema, &within)),
    ];
    for (property, of) in members(&schema["properties"]) {
        let pointer = step(&step(&at, "properties"), property);
        let values = builder.values(of, &within);
        if values.is_empty() {
            all.push(Err(InvalidCase::Empty {
                pointer: pointer.clone(),
            }));
        }
        let with = |value: &String| builder.with(schema, property, value, &within);
        all.extend(values.iter().map(|value| made(&pointer, with(value))));
    }
    let pointer = step(&at, "additionalProperties");
    let more = builder.more_values(schema, &within);
    let with = |value: &String| builder.with(schema, "more", value, &within);
    all.extend(more.iter().map(|value| made(&pointer, with(value))));
    all
}
