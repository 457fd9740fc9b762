//! An HTTP server that behaves as the pages document.
//!
//! **Invariant:** a documented body is a type of [`contract`], written by its own derive.

mod answer;
pub mod arguments;
mod asked;
mod checks;
pub mod customers;
mod edition;
mod errors;
pub mod greeting;
pub mod log;
mod operation;
mod options;
mod own;
mod page;
pub mod pages;
mod path;
mod prefer;
mod problem;
pub mod record;
pub mod routes;
mod rows;
mod rule;
pub mod sandbox;
mod serve;
mod served;
pub mod server;
mod unanswered;

pub use checks::DocumentError;
pub use page::Page;
pub use pages::flexiti_customers::{interest, licence};
