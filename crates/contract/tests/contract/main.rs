//! Types read and write what pages show, and the catalogue lists them all.

mod bounds;
mod catalogue;
mod documented_examples;
mod round_trip;
mod values;
