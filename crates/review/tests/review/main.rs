//! Readings, the comparison and what is made of it.

mod compare;
mod readings;
mod support;
