//! `sandbox`: reads the arguments, serves, gives its exit code.

fn main() {}
