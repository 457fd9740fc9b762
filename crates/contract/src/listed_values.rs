//! Enums whose documented values are closed in the schema and open in Rust.
//!
//! A reader of the document sees the listed values and no others.
//! A program that meets another value reads it into `Other` and writes it back unchanged, because a page lags behind its service.

/// Declares an enum of listed values once: its description, wire name, values, and extensions of its schema.
macro_rules! listed_values {
    (
        #[doc = $description:literal]
        $(#[extension($key:literal = $extension:literal)])*
        pub enum $name:ident as $wire_name:literal {
            $( #[doc = $meaning:literal] $variant:ident = $value:literal, )+
        }
    ) => {
        #[doc = $description]
        #[derive(Clone, Debug, PartialEq, Eq, Hash)]
        pub enum $name {
            $( #[doc = $meaning] $variant, )+
            /// A value that the documentation does not list, kept as it was read.
            Other(String),
        }

        impl $name {
            /// The listed values as they are written, in documented order.
            pub const LISTED: &'static [&'static str] = &[$($value),+];

            /// The value as it is written.
            #[must_use]
            pub fn as_str(&self) -> &str {
                match self {
                    $( Self::$variant => $value, )+
                    Self::Other(value) => value,
                }
            }
        }

        impl From<String> for $name {
            fn from(value: String) -> Self {
                match value.as_str() {
                    $( $value => Self::$variant, )+
                    _ => Self::Other(value),
                }
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                <String as serde::Deserialize>::deserialize(deserializer).map(Self::from)
            }
        }

        impl utoipa::PartialSchema for $name {
            fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::schema::Schema> {
                use utoipa::openapi::{extensions::Extensions, schema};
                let stated: &[(&str, &str)] = &[$( ($key, $extension) ),*];
                let extensions: Extensions = stated.iter().copied().collect();
                schema::ObjectBuilder::new()
                    .schema_type(schema::Type::String)
                    .description(Some($description.trim()))
                    .enum_values(Some(Self::LISTED.iter().copied()))
                    .extensions(Some(extensions).filter(|some| !some.is_empty()))
                    .into()
            }
        }

        impl utoipa::ToSchema for $name {
            fn name() -> std::borrow::Cow<'static, str> {
                $wire_name.into()
            }
        }

        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                $wire_name.into()
            }

            fn schema_id() -> std::borrow::Cow<'static, str> {
                concat!(module_path!(), "::", stringify!($name)).into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({
                    "description": $description.trim(),
                    "type": "string",
                    "enum": Self::LISTED,
                    $( $key: $extension, )*
                })
            }
        }
    };
}

pub(crate) use listed_values;
