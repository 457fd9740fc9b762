//! The one list of every provider, operation and schema.
//!
//! Adding an operation is its file and one line here, in `providers.rs`.

mod marks;
mod providers;
mod schemas;
mod security_schemes;

use schemars::{JsonSchema, SchemaGenerator};
use serde::Serialize;
use serde::de::DeserializeOwned;
use utoipa::openapi::path::{HttpMethod, Operation as OpenApiOperation};
use utoipa::openapi::{RefOr, schema};
use utoipa::{PartialSchema, ToSchema};

pub use marks::{INFERRED_PARAMETERS, MARKS};
pub use providers::PROVIDERS;
pub use schemas::{SCALARS, SCHEMAS};
pub use security_schemes::SECURITY_SCHEMES;

/// All that documents are built from.
#[derive(Clone, Copy, Debug)]
pub struct Catalogue {
    /// Every provider, in the order of the documents.
    pub providers: &'static [Provider],
    /// Every named type of the documents.
    pub schemas: &'static [Schema],
    /// The scalars that a document writes in place.
    pub scalars: &'static [Schema],
    /// Every security scheme that operations refer to.
    pub security_schemes: &'static [SecurityScheme],
    /// Every aspect of a property that is our judgement, or only likely.
    pub marks: &'static [PropertyMark],
    /// Every aspect of a parameter that is our judgement.
    pub inferred_parameters: &'static [InferredParameter],
}

/// The catalogue of this crate.
pub const CATALOGUE: Catalogue = Catalogue {
    providers: PROVIDERS,
    schemas: SCHEMAS,
    scalars: SCALARS,
    security_schemes: SECURITY_SCHEMES,
    marks: MARKS,
    inferred_parameters: INFERRED_PARAMETERS,
};

/// One provider: the API that one page documents.
#[derive(Clone, Copy, Debug)]
pub struct Provider {
    /// Identifier of the page, also the name of the provider's tag.
    pub id: &'static str,
    /// The vendor, shared by the providers whose schemas are shared.
    pub group: &'static str,
    /// Name of the provider for people.
    pub title: &'static str,
    /// Title of the page, as written, where it has one.
    pub page_title: Option<&'static str>,
    /// Which page it is, in our words, where it has no title or no known address.
    pub page_note: Option<&'static str>,
    /// Address of the page, where it is known.
    pub url: Option<&'static str>,
    /// What the API is for.
    pub description: &'static str,
    /// Where the API is served.
    pub servers: &'static [Server],
    /// The operations, in the page's order.
    pub operations: &'static [Operation],
}

/// One address at which an API is served.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Server {
    /// Base address, before an operation's path.
    pub url: &'static str,
    /// What is served there.
    pub description: &'static str,
    /// What stands in braces in the address.
    pub variables: &'static [ServerVariable],
    /// The aspects that somebody other than the vendor shows.
    pub likely: &'static [&'static str],
}

/// A part of an address that the caller has to know; the server's description says how.
// A description of its own would be valid, and is refused by tools whose copy of the schema misspells the keyword.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ServerVariable {
    /// Its name, in braces in the address.
    pub name: &'static str,
    /// What stands there if the caller does not say; OpenAPI demands it.
    pub default: &'static str,
}

/// One way to prove who is calling, an HTTP authentication scheme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SecurityScheme {
    /// Name that operations refer to it by.
    pub name: &'static str,
    /// Name of the HTTP authentication scheme.
    pub scheme: &'static str,
    /// How to obtain and send the credentials.
    pub description: &'static str,
    /// The aspects that somebody other than the vendor shows.
    pub likely: &'static [&'static str],
}

/// One operation of a page.
#[derive(Clone, Copy, Debug)]
pub enum Operation {
    /// The page documents it.
    Documented(fn() -> Documented),
    /// The page only lists it.
    Listed(Listed),
}

/// An operation that a page documents.
#[derive(Clone)]
pub struct Documented {
    /// HTTP method in lower case.
    pub method: &'static str,
    /// Path template.
    pub path: String,
    /// Everything else.
    pub operation: OpenApiOperation,
    /// Path of the Rust type that declares it.
    pub rust: &'static str,
}

/// An operation that a page only lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Listed {
    /// Operation id.
    pub id: &'static str,
    /// HTTP method in lower case.
    pub method: &'static str,
    /// Path template.
    pub path: &'static str,
    /// Title, as the page writes it unless it is inferred.
    pub title: &'static str,
    /// Aspects that are our judgement, not the page's statement.
    pub inferred: &'static [&'static str],
}

/// One type with its two schema views.
#[derive(Clone, Copy, Debug)]
pub struct Schema {
    /// The vendor that the type belongs to; empty for scalars, which are nobody's.
    pub group: &'static str,
    /// Name of the Rust type in the utoipa view; see [`name`](Self::name).
    pub noun: fn() -> String,
    /// The utoipa view.
    pub utoipa: fn() -> RefOr<schema::Schema>,
    /// Name of the Rust type in the schemars view.
    pub schemars_noun: fn() -> String,
    /// The schemars view.
    pub schemars: fn(&mut SchemaGenerator) -> schemars::Schema,
    /// Path of the Rust type.
    pub rust: fn() -> &'static str,
    /// Reads a JSON text with the Rust type, and writes it again.
    pub returned: fn(&str) -> serde_json::Result<String>,
}

/// Why a document marks an aspect.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// It is our judgement.
    Inferred,
    /// Somebody other than the vendor shows it.
    Likely,
}

impl Mark {
    /// The extension that names the aspects.
    #[must_use]
    pub const fn keyword(self) -> &'static str {
        match self {
            Self::Inferred => "x-inferred",
            Self::Likely => "x-likely",
        }
    }
}

/// An aspect of a property that neither a page nor the vendor states.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PropertyMark {
    /// Why it is marked.
    pub mark: Mark,
    /// Component name.
    pub schema: &'static str,
    /// Wire name of the property.
    pub property: &'static str,
    /// What about it is marked.
    pub aspect: &'static str,
}

/// An aspect of a parameter that is our judgement, not a page's statement.
// utoipa gives the parameters of a struct no extensions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InferredParameter {
    /// Operation id.
    pub operation: &'static str,
    /// Name of the parameter.
    pub parameter: &'static str,
    /// What is inferred about it.
    pub aspect: &'static str,
}

impl Schema {
    /// The name of the component: the vendor and the name of the Rust type, `CitiEmail`.
    #[must_use]
    pub fn name(&self) -> String {
        component_name(self.group, &(self.noun)())
    }

    const fn of<T: ToSchema + JsonSchema + Serialize + DeserializeOwned>(
        group: &'static str,
    ) -> Self {
        Self {
            group,
            noun: || T::name().into_owned(),
            utoipa: <T as PartialSchema>::schema,
            schemars_noun: || T::schema_name().into_owned(),
            schemars: T::json_schema,
            rust: std::any::type_name::<T>,
            returned: |text| serde_json::to_string(&serde_json::from_str::<T>(text)?),
        }
    }
}

/// The name of the component that a type of a vendor becomes.
#[must_use]
pub fn component_name(group: &str, noun: &str) -> String {
    let mut letters = group.chars();
    let first = letters.next().map(|letter| letter.to_ascii_uppercase());
    let vendor: String = first.into_iter().chain(letters).collect();
    format!("{vendor}{noun}")
}

/// The operation that `P` declares.
///
/// # Panics
///
/// If `P` declares no method, which the attribute does not allow.
#[must_use]
pub fn documented<P: utoipa::Path>() -> Documented {
    let method = match P::methods().first() {
        Some(HttpMethod::Get) => "get",
        Some(HttpMethod::Post) => "post",
        Some(HttpMethod::Put) => "put",
        Some(HttpMethod::Delete) => "delete",
        Some(HttpMethod::Options) => "options",
        Some(HttpMethod::Head) => "head",
        Some(HttpMethod::Patch) => "patch",
        Some(HttpMethod::Trace) => "trace",
        None => panic!(
            "expected a method for {}, but found none instead",
            P::path()
        ),
    };
    Documented {
        method,
        path: P::path(),
        operation: P::operation(),
        rust: std::any::type_name::<P>(),
    }
}
