//! The commands, one file each.

pub mod check;
pub mod compare;
pub mod drift;
pub mod explain;
pub mod init;
pub mod read;
pub mod traffic;
