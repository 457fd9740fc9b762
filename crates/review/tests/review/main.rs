//! Readings, the comparison and what is made of it.

mod compare;
mod drift;
mod explain;
mod readings;
mod support;
