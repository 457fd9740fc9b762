//! Types and operations of the documented APIs, hand-written: what the *code* says.
//!
//! One module per provider group, one file per resource or operation, and one [`catalogue`] that lists every provider, operation and schema once.
//! Everything else, documents and schemas alike, is made from the catalogue.
//!
//! **Invariant:** nothing here behaves; types are read and written, operations are declared, and no other crate of this workspace is known.

pub mod catalogue;
pub mod citi;
pub mod citibanamex;
mod error_responses;
pub mod flexiti;
mod listed_values;
mod object;
pub mod scalar;
mod stated_schema;
pub mod worldline;
