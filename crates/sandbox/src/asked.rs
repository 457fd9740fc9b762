//! A request that is as documented, and who answers it.

use axum::body::Bytes;
use serde::de::DeserializeOwned;

use crate::answer::{Answer, Fault};
use crate::checks::{Parameters, Wrong};
use crate::state::Store;

/// A request that is as documented.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Asked<'r> {
    /// Number of the customer whom the token names, from 1.
    pub customer: usize,
    /// The parameters that were sent.
    pub parameters: &'r Parameters,
    /// The body, as its schema has it; empty where none is documented.
    pub body: &'r Bytes,
    /// The customers.
    pub store: &'r Store,
}

/// What answers the requests of an operation.
pub(crate) type Answers = fn(Asked) -> Answer;

impl Asked<'_> {
    /// The parameters as a type of the contract.
    ///
    /// # Errors
    ///
    /// The answer that is due where the type does not allow what the document does.
    pub(crate) fn parameters<T: DeserializeOwned>(&self) -> Result<T, Answer> {
        self.parameters
            .read()
            .map_err(|_| Answer::refused(Fault::Invalid))
    }

    /// The body as a type of the contract.
    ///
    /// # Errors
    ///
    /// The answer that is due where the type does not allow what the document does.
    pub(crate) fn body<T: DeserializeOwned>(&self) -> Result<T, Answer> {
        serde_json::from_slice(self.body).map_err(|_| {
            // What the schema allows and the type does not: a property that is there twice.
            let wrong = Wrong::body("expected each property once");
            Answer::refused_for(Fault::Invalid, wrong)
        })
    }
}
