//! Contract → documents: per provider, consolidated, JSON Schemas, canonical rendering.
//!
//! Everything here is a function of the catalogue: no disk, no clock, no network.

mod boundaries;
mod components;
mod consolidated;
mod examples;
mod inferred;
mod json_schema;
pub mod lint;
mod lowering;
mod nesting;
mod normalise;
mod provider;
mod render;
mod template;
pub mod validate;

use std::collections::BTreeMap;

use contract::catalogue::Catalogue;
use serde_json::Value;

pub use boundaries::{Boundary, InvalidCase, boundaries};
pub use examples::{Example, examples};
pub use lowering::{Lowering, openapi_3_0};
pub use nesting::openapi_3_2;
pub use render::{json, yaml};

/// All documents of a catalogue.
#[derive(Clone, Debug)]
pub struct Documents {
    /// The consolidated OpenAPI 3.1 document.
    pub consolidated: Value,
    /// The same in OpenAPI 3.0.
    pub openapi_3_0: Value,
    /// What the 3.0 edition says otherwise than the 3.1 document, by pointer into the latter.
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

/// A place where the catalogue contradicts itself.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, thiserror::Error)]
pub enum BuildError {
    /// Two types would be one component.
    #[error("expected one type named `{name}`, but found `{one}` and `{other}` instead")]
    SchemaCollision {
        /// The component name.
        name: String,
        /// The Rust path of the first.
        one: String,
        /// The Rust path of the second.
        other: String,
    },
    /// One type has two names.
    #[error(
        "expected `{rust}` to have one name, but found `{utoipa}` (utoipa) and `{schemars}` \
         (schemars) instead"
    )]
    TwoNames {
        /// The Rust path of the type.
        rust: String,
        /// Its name in the OpenAPI document.
        utoipa: String,
        /// Its name in the JSON Schema.
        schemars: String,
    },
    /// A mark has nothing to mark.
    #[error("expected `{schema}` to have the property `{property}`, which `INFERRED` marks")]
    NothingToMark {
        /// The component name.
        schema: String,
        /// The wire name.
        property: String,
    },
    /// A mark of a parameter has nothing to mark.
    #[error(
        "expected the operation `{operation}` to have the parameter `{parameter}`, which \
         `INFERRED_PARAMETERS` marks"
    )]
    NoParameterToMark {
        /// The operation id.
        operation: String,
        /// The parameter's name.
        parameter: String,
    },
    /// Two operations of one provider would be one.
    #[error("expected `{provider}` to have {operation} once, but found it twice instead")]
    OperationCollision {
        /// The provider's id.
        provider: String,
        /// Method and path.
        operation: String,
    },
    /// Two operations would have one operation id.
    #[error("expected one operation with the id `{id}`, but found `{one}` and `{other}` instead")]
    OperationIdCollision {
        /// The operation id.
        id: String,
        /// Method and path of the first.
        one: String,
        /// Method and path of the second.
        other: String,
    },
}

/// Builds all documents.
///
/// # Errors
///
/// Every place where the catalogue contradicts itself: utoipa would merge such things silently.
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
    let (openapi_3_0, lowerings) = openapi_3_0(&consolidated);
    Ok(Documents {
        openapi_3_2: openapi_3_2(&consolidated),
        openapi_3_0,
        lowerings,
        consolidated,
        providers: providers.collect(),
        schemas,
    })
}
