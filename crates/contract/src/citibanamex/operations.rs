//! The documented operation; [`crate::catalogue`] lists it.

pub mod retrieve_customer_segment;
