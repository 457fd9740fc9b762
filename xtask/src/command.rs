//! The commands, one file each.

pub mod check;
pub mod diff;
pub mod drift;
pub mod explain;
pub mod export;
pub mod portal;
pub mod read;
pub mod release;
