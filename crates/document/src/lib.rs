//! Contract → documents: per provider, consolidated, JSON Schemas, canonical rendering.
//!
//! Everything here is a function of the catalogue: no disk, no clock, no network.

mod boundaries;
mod components;
mod consolidated;
mod error;
mod examples;
mod inferred;
mod json;
mod json_schema;
pub mod lint;
mod nesting;
mod normalise;
mod provider;
mod render;
mod template;
pub mod validate;
mod validator;
mod walk;

use std::collections::BTreeMap;

use contract::catalogue::Catalogue;
use serde_json::Value;

pub use boundaries::{Boundary, InvalidCase, boundaries};
pub use error::BuildError;
pub use examples::{Example, examples};
pub use nesting::openapi_3_2;
pub use openapi_lowering::Lowering;
pub use render::{json, yaml};

/// All documents of a catalogue.
#[derive(Clone, Debug)]
pub struct Documents {
    /// The consolidated OpenAPI 3.1 document.
    pub consolidated: Value,
    /// The same in OpenAPI 3.0.
    pub openapi_3_0: Value,
    /// Every construct that the 3.0 edition says differently, by its place in the 3.1 document.
    pub lowerings: Vec<Lowering>,
    /// The same in OpenAPI 3.2.
    pub openapi_3_2: Value,
    /// The OpenAPI 3.1 document of each provider, by page id.
    pub providers: BTreeMap<String, Value>,
    /// The JSON Schema 2020-12 of each vendor's types, by vendor.
    pub schemas: BTreeMap<String, Value>,
}

impl Documents {
    /// Sets `info.version` of every OpenAPI document.
    pub fn set_version(&mut self, version: &str) {
        let editions = [
            &mut self.consolidated,
            &mut self.openapi_3_0,
            &mut self.openapi_3_2,
        ];
        for document in editions.into_iter().chain(self.providers.values_mut()) {
            document["info"]["version"] = version.into();
        }
    }
}

/// Builds all documents.
///
/// # Errors
///
/// Returns every place where the catalogue contradicts itself, such as two types of one name, which
/// utoipa would merge silently.
pub fn build(catalogue: &Catalogue) -> Result<Documents, Vec<BuildError>> {
    let components = components::components(catalogue)?;
    let mut providers = Vec::new();
    let mut errors = Vec::new();
    for provider in catalogue.providers {
        match provider::document(provider, catalogue, &components) {
            Ok(document) => providers.push((provider, document)),
            Err(wrong) => errors.extend(wrong),
        }
    }
    let documents = providers.iter_mut().map(|(_, document)| document);
    errors.extend(inferred::mark(catalogue, documents.collect()));
    if !errors.is_empty() {
        return Err(errors);
    }
    let consolidated = consolidated::document(&providers, catalogue, &components)?;
    let schemas = json_schema::documents(catalogue, &components);
    let providers = providers
        .into_iter()
        .map(|(provider, document)| (provider.id.to_owned(), document));
    let lowered = openapi_lowering::lower(&consolidated);
    let lowered = lowered.map_err(|problems| {
        let errors = problems.into_iter().map(BuildError::NotLowered);
        errors.collect::<Vec<_>>()
    })?;
    Ok(Documents {
        openapi_3_2: openapi_3_2(&consolidated),
        openapi_3_0: lowered.document,
        lowerings: lowered.lowerings,
        consolidated,
        providers: providers.collect(),
        schemas,
    })
}
