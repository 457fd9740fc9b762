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
pub mod lower;
pub mod portal;
pub mod portal_test;
pub mod read;
pub mod release;
pub mod second_opinion;
pub mod validate;
