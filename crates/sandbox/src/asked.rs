//! A request that is as documented.

use axum::body::Bytes;
use serde::de::DeserializeOwned;

use crate::answer::{Answer, Fault};
use crate::checks::{Parameters, Wrong};

/// A request that is as documented.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Asked<'r> {
    /// Number of the customer that the token names, from 1.
    pub customer: usize,
    /// The parameters that were sent.
    pub parameters: &'r Parameters,
    /// The body, valid by its schema; empty where none is documented.
    pub body: &'r Bytes,
}

impl Asked<'_> {
    /// Reads the parameters as a type of the contract.
    ///
    /// # Errors
    ///
    /// Returns a refusal if the type does not allow what the document allows.
    pub(crate) fn parameters<T: DeserializeOwned>(&self) -> Result<T, Answer> {
        self.parameters
            .read()
            .map_err(|_| Answer::refused(Fault::Invalid))
    }

    /// Reads the body as a type of the contract.
    ///
    /// # Errors
    ///
    /// Returns a refusal if the type does not allow what the document allows.
    pub(crate) fn body<T: DeserializeOwned>(&self) -> Result<T, Answer> {
        serde_json::from_slice(self.body).map_err(|_| {
            // The schema allows it and the type does not: a property that is sent twice.
            let wrong = Wrong::body("expected each property once");
            Answer::refused_for(Fault::Invalid, wrong)
        })
    }
}
