//! An HTTP server that behaves as the pages document.
//!
//! **Invariant:** a body that is documented is a type of [`contract`], written by its own derive.

pub mod customers;
pub mod interest;
pub mod licence;
pub mod state;
