//! Enums whose documented values are closed in the schema and open in Rust.
//!
//! A reader of the document sees the listed values and no others.
//! A program that meets another value reads it into `Other` and writes it back unchanged, because a page lags behind its service.
//! Where the page bounds the text, `within Ascii<20>`, another value has to be within the bound.

use serde_json::Value;
use utoipa::openapi::RefOr;
use utoipa::openapi::schema::Schema;

/// The type of an unlisted value: a string, if no bound is stated.
macro_rules! text_of {
    () => {
        String
    };
    ($text:ty) => {
        $text
    };
}

/// Declares an enum of listed values once: its description, values, and extensions of its schema.
///
/// `with enumDescriptions` puts the meanings of the values into the schema, as `x-enumDescriptions`.
macro_rules! listed_values {
    (
        #[doc = $description:literal]
        $(#[extension($key:literal = $extension:literal)])*
        pub enum $name:ident $(with $meanings:ident)? $(within $text:ty)? {
            $( #[doc = $meaning:literal] $variant:ident = $value:literal, )+
        }
    ) => {
        #[doc = $description]
        #[derive(Clone, Debug, PartialEq, Eq, Hash)]
        pub enum $name {
            $( #[doc = $meaning] $variant, )+
            /// A value that the documentation does not list, kept as it was read.
            Other($crate::listed_values::text_of!($($text)?)),
        }

        impl $name {
            /// The listed values as they are written, in documented order.
            pub const LISTED: &'static [&'static str] = &[$($value),+];

            /// The value as it is written.
            #[must_use]
            pub fn as_str(&self) -> &str {
                match self {
                    $( Self::$variant => $value, )+
                    Self::Other(value) => value.as_str(),
                }
            }
        }

        /// A text of no characters, which is not a listed value.
        impl Default for $name {
            fn default() -> Self {
                Self::Other(Default::default())
            }
        }

        impl From<$crate::listed_values::text_of!($($text)?)> for $name {
            fn from(value: $crate::listed_values::text_of!($($text)?)) -> Self {
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
                <$crate::listed_values::text_of!($($text)?) as serde::Deserialize<'de>>::deserialize(deserializer)
                    .map(Self::from)
            }
        }

        impl utoipa::PartialSchema for $name {
            fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::schema::Schema> {
                $crate::listed_values::narrowed(
                    <$crate::listed_values::text_of!($($text)?) as utoipa::PartialSchema>::schema(),
                    $description.trim(),
                    Self::LISTED,
                    $crate::listed_values::extensions(
                        vec![$( ($key, $extension) ),*],
                        &[$( concat!("x-", stringify!($meanings)) )?],
                        &[$( ($value, $meaning) ),+],
                    ),
                )
            }
        }

        impl utoipa::ToSchema for $name {
            fn name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }
        }

        $crate::stated_schema::stated_schema! { [] $name, inline: false }
    };
}

pub(crate) use {listed_values, text_of};

/// The stated extensions, and one with the meanings of the values for each key that asks for them.
pub(crate) fn extensions(
    stated: Vec<(&'static str, &'static str)>,
    keys: &[&'static str],
    values: &[(&str, &str)],
) -> Vec<(&'static str, Value)> {
    let stated = stated.into_iter().map(|(key, value)| (key, value.into()));
    let meanings = values
        .iter()
        .map(|(value, meaning)| (*value, meaning.trim()));
    let meanings: Value = meanings.collect();
    let meant = keys.iter().map(|key| (*key, meanings.clone()));
    stated.chain(meant).collect()
}

/// The schema of the text, narrowed to the listed values.
pub(crate) fn narrowed(
    text: RefOr<Schema>,
    description: &str,
    listed: &[&str],
    extensions: Vec<(&'static str, Value)>,
) -> RefOr<Schema> {
    let RefOr::T(Schema::Object(mut schema)) = text else {
        return text;
    };
    schema.description = Some(description.to_owned());
    schema.enum_values = Some(listed.iter().map(|value| (*value).into()).collect());
    schema.extensions = Some(extensions)
        .filter(|some| !some.is_empty())
        .map(|some| some.into_iter().collect());
    schema.into()
}
