//! The command line as people see it, with programs in place of the public tools.
#![cfg(unix)]

mod conformance;
mod generate;
mod help;
mod lint;
mod portal_test;
#[path = "../../../cli/tests/terminal/session.rs"]
mod session;
mod validate;

use session::{Sandbox, golden, program, say};
