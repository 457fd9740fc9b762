//! The schema of a type whose schema is written by hand: it is stated once, for both views.

use serde_json::json;
use utoipa::openapi::RefOr;
use utoipa::openapi::schema::Schema;

/// Implements the schemars view of a type by the schema that it states for utoipa.
///
/// `inline` says whether it is written where it is used, or else among the definitions.
macro_rules! stated_schema {
    ([$($generics:tt)*] $type:ty, inline: $inline:literal) => {
        impl<$($generics)*> schemars::JsonSchema for $type {
            fn inline_schema() -> bool {
                $inline
            }

            fn schema_name() -> std::borrow::Cow<'static, str> {
                <Self as utoipa::ToSchema>::name()
            }

            fn schema_id() -> std::borrow::Cow<'static, str> {
                format!("{}::{}", module_path!(), Self::schema_name()).into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                $crate::stated_schema::stated(&<Self as utoipa::PartialSchema>::schema())
            }
        }
    };
}

pub(crate) use stated_schema;

/// The same schema in the other view.
pub(crate) fn stated(schema: &RefOr<Schema>) -> schemars::Schema {
    let schema = json!(schema).try_into();
    schema.expect("a schema is an object")
}
