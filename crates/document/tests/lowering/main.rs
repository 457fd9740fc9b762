//! Every construct of OpenAPI 3.1 in the words of 3.0: what it becomes, that the result is valid
//! by the official schema, that it means the same to a validator where the list says so, and that
//! it accepts no less elsewhere.

mod objects;
mod random;
mod references;
mod sample;
mod schemas;
mod types;
