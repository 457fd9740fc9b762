//! The documented operations, one file each; [`crate::catalogue`] lists them.

pub mod calculate_interest;
pub mod look_up_customer;
pub mod scan_drivers_license;
