//! The commands, one file each.

pub mod check;
pub mod diff;
pub mod drift;
pub mod explain;
pub mod export;
pub mod generate;
pub mod lint;
pub mod read;
pub mod release;
pub mod second_opinion;
