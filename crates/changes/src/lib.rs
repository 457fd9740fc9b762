//! What changed, and what that breaks: between two captures of one page ([`drift`]), or between two
//! editions of one document ([`diff`]).
//!
//! Both are judged by one table of rules.

pub mod diff;
pub mod drift;
