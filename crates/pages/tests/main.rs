//! The readers, on pages written for these tests.

mod citi_portal;
mod citibanamex_portal;
mod confluence_comparison;
mod decoding;
mod hostile;
mod html;
mod layouts;
mod never_panics;
mod obligations;
mod prose;
mod saved_pages;
mod variants;
mod worldline_reference;
