//! Strings of certain characters and of a greatest length.

use std::borrow::Cow;
use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use utoipa::openapi::RefOr;
use utoipa::openapi::schema::{ObjectBuilder, Schema, Type};
use utoipa::{PartialSchema, ToSchema};

use crate::stated_schema::stated_schema;

/// The `N` of a string whose page states no greatest length.
const UNBOUNDED: usize = usize::MAX;

/// Declares a string type once: the characters that it has, in words, in Rust and as a pattern.
macro_rules! text {
    (
        $(#[doc = $doc:literal])+
        $text:ident: $characters:literal, $character:ident, $pattern:literal
    ) => {
        $(#[doc = $doc])+
        #[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $text<const N: usize>(String);

        impl<const N: usize> $text<N> {
            /// The text itself.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }

            /// The rule in words; never the value.
            fn rule(f: &mut fmt::Formatter) -> fmt::Result {
                match N {
                    UNBOUNDED => f.write_str($characters),
                    _ => write!(f, "at most {N} {}", $characters),
                }
            }
        }

        impl<const N: usize> TryFrom<String> for $text<N> {
            type Error = Beyond;

            fn try_from(text: String) -> Result<Self, Self::Error> {
                // Each of these characters is one byte.
                if text.len() <= N && text.chars().all(|it| it.$character()) {
                    Ok(Self(text))
                } else {
                    Err(Beyond(Self::rule))
                }
            }
        }

        impl<const N: usize> TryFrom<&str> for $text<N> {
            type Error = Beyond;

            fn try_from(text: &str) -> Result<Self, Self::Error> {
                Self::try_from(text.to_owned())
            }
        }

        impl<const N: usize> fmt::Display for $text<N> {
            fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl<const N: usize> Serialize for $text<N> {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(&self.0)
            }
        }

        impl<'de, const N: usize> Deserialize<'de> for $text<N> {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                // `deserialize_string` would repeat a number in its message.
                let text = deserializer.deserialize_any(Text(Self::rule))?;
                Self::try_from(text).map_err(de::Error::custom)
            }
        }

        impl<const N: usize> PartialSchema for $text<N> {
            fn schema() -> RefOr<Schema> {
                ObjectBuilder::new()
                    .schema_type(Type::String)
                    .max_length(Some(N).filter(|bound| *bound != UNBOUNDED))
                    .pattern(Some($pattern))
                    .into()
            }
        }

        impl<const N: usize> ToSchema for $text<N> {
            fn name() -> Cow<'static, str> {
                match N {
                    UNBOUNDED => stringify!($text).into(),
                    _ => format!("{}_{N}", stringify!($text)).into(),
                }
            }
        }

        stated_schema! { [const N: usize] $text<N>, inline: true }
    };
}

text! {
    /// String of at most `N` ASCII characters.
    Ascii: "ASCII characters", is_ascii, r"^[\x00-\x7F]*$"
}

text! {
    /// String of at most `N` decimal digits.
    Digits: "digits", is_ascii_digit, "^[0-9]*$"
}

/// String of ASCII characters whose page states no greatest length.
pub type AsciiText = Ascii<UNBOUNDED>;

/// A value is beyond the bound of its type.
///
/// It names the rule and never the value, which is customer data.
#[derive(Clone, Copy, Debug)]
pub struct Beyond(fn(&mut fmt::Formatter) -> fmt::Result);

impl fmt::Display for Beyond {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("expected ")?;
        (self.0)(f)
    }
}

impl std::error::Error for Beyond {}

/// Reads a string, and refuses anything else by the rule.
struct Text(fn(&mut fmt::Formatter) -> fmt::Result);

impl Text {
    fn refused<E: de::Error>(&self) -> Result<String, E> {
        Err(E::custom(format_args!("{}, in a string", Beyond(self.0))))
    }
}

impl de::Visitor<'_> for Text {
    type Value = String;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        (self.0)(f)?;
        f.write_str(", in a string")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<String, E> {
        Ok(text.to_owned())
    }

    fn visit_string<E: de::Error>(self, text: String) -> Result<String, E> {
        Ok(text)
    }

    // The messages of these would repeat the value.

    fn visit_bool<E: de::Error>(self, _: bool) -> Result<String, E> {
        self.refused()
    }

    fn visit_i64<E: de::Error>(self, _: i64) -> Result<String, E> {
        self.refused()
    }

    fn visit_u64<E: de::Error>(self, _: u64) -> Result<String, E> {
        self.refused()
    }

    fn visit_f64<E: de::Error>(self, _: f64) -> Result<String, E> {
        self.refused()
    }
}
