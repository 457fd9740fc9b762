//! Exchanges against what is documented.

mod coverage;
mod matching;
mod redacted;
mod reports;
mod secret;
mod values;
