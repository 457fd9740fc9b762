//! Numbers of customers, written as keys and read back: no index is kept.
/// The numberings of a seed.
#[derive(Debug)]
pub struct Numberings {}
