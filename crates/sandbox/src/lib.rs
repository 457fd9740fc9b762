//! An HTTP server that behaves as the pages document.
//!
//! **Invariant:** a body that is documented is a type of [`contract`], written by its own derive.

mod answer;
pub mod arguments;
mod asked;
mod checks;
pub mod customers;
mod edition;
mod errors;
pub mod greeting;
pub mod interest;
pub mod licence;
mod listed;
pub mod log;
mod operation;
mod options;
mod own;
mod path;
mod prefer;
mod problem;
pub mod routes;
mod rows;
mod rule;
pub mod sandbox;
mod serve;
pub mod server;
pub mod source;
mod sources;
pub mod state;

pub use checks::DocumentError;
