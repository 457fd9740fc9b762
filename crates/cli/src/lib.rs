//! The edges of every command: words on the terminal, exit codes, files, other people's programs.
//!
//! Only this crate writes files. Each file is written whole or not at all ([`disk`]).

pub mod description;
pub mod disk;
pub mod install;
pub mod path;
pub mod process;
pub mod terminal;
pub mod text;
pub mod words;

mod command;
mod spec;
mod trouble;

pub use command::{Verdict, end, parse};
pub use spec::{spec_folder, work_folder};
pub use trouble::Trouble;
