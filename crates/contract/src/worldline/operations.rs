//! The documented operation; [`crate::catalogue`] lists it.

pub mod get_customer_details;
