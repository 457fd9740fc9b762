//! The commands, one file each.

pub mod check;
pub mod conformance;
pub mod diff;
pub mod drift;
pub mod explain;
pub mod export;
pub mod generate;
pub mod lint;
pub mod load;
pub mod portal;
pub mod portal_test;
pub mod read;
pub mod release;
pub mod second_opinion;
pub mod validate;

use std::path::{Path, PathBuf};

/// The folder that a command works in: the one that is given, or a folder of its name in `target/`
/// beside `spec/`, wherever the command is run from.
fn out(given: Option<&Path>, spec: &Path, command: &str) -> PathBuf {
    let own = || spec.join("..").join("target").join(command);
    given.map_or_else(own, Path::to_owned)
}
