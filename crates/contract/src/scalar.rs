//! Scalars whose schema says exactly what a page says of them.
//!
//! The derives would add formats that no page states: `int64` for an `i64`, `partial-date-time` for a civil date-time.
//! Where a page states `int32` or a plain date, `i32` and [`jiff::civil::Date`] already say just that.
//!
//! A bound is stated once, in the type: [`Ascii<100>`](Ascii), [`Number<18, 2>`](Number).
//! Both schemas say it, and a value beyond it is refused on the way in.
//!
//! A refused value is not repeated in the message: it is customer data.

mod number;
mod text;

use std::borrow::Cow;

use jiff::civil::{Date, DateTime};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use utoipa::openapi::schema::{ObjectBuilder, Schema, SchemaFormat, Type};
use utoipa::openapi::{KnownFormat, RefOr};
use utoipa::{PartialSchema, ToSchema};

use crate::stated_schema::stated_schema;

pub use number::Number;
pub use text::{Ascii, AsciiText, Digits};

/// Whole number.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Integer(pub i64);

/// Number of double precision.
///
/// It is kept as it was written: `5` is written back as `5`, not as `5.0`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Double(pub serde_json::Number);

impl Double {
    /// The value to calculate with.
    ///
    /// `None` only for a number that is out of the range of `f64`.
    #[must_use]
    pub fn as_f64(&self) -> Option<f64> {
        self.0.as_f64()
    }
}

/// Reads an optional civil date written `YYYY-MM-DD`, and nothing else.
///
/// A [`Date`] of its own accord reads a date and time as well, and drops the time.
pub(crate) fn civil_date<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<Date>, D::Error> {
    let text = Option::<String>::deserialize(deserializer)?;
    text.map(|text| {
        let date = text
            .parse()
            .ok()
            .filter(|date: &Date| date.to_string() == text);
        date.ok_or_else(|| de::Error::custom("expected a date written YYYY-MM-DD"))
    })
    .transpose()
}

/// Local date and time without a zone, `YYYY-MM-DDTHH:MM:SS`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LocalDateTime(pub DateTime);

impl LocalDateTime {
    const FORM: &str = "%Y-%m-%dT%H:%M:%S";

    fn written(self) -> String {
        self.0.strftime(Self::FORM).to_string()
    }
}

impl Serialize for LocalDateTime {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.written())
    }
}

impl<'de> Deserialize<'de> for LocalDateTime {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        // A zone, a fraction or another layout would be lost on the way back, so it is refused.
        let text = String::deserialize(deserializer)?;
        let value = DateTime::strptime(Self::FORM, &text).map(Self).ok();
        value
            .filter(|value| value.written() == text)
            .ok_or_else(|| {
                de::Error::custom("expected a local date and time written YYYY-MM-DDTHH:MM:SS")
            })
    }
}

/// Implements the schema of a scalar by its type and format.
macro_rules! scalar_schema {
    ($scalar:ident: $type:ident$(, $format:expr)?) => {
        impl PartialSchema for $scalar {
            fn schema() -> RefOr<Schema> {
                ObjectBuilder::new().schema_type(Type::$type)$(.format(Some($format)))?.into()
            }
        }

        impl ToSchema for $scalar {
            fn name() -> Cow<'static, str> {
                stringify!($scalar).into()
            }
        }

        stated_schema! { [] $scalar, inline: true }
    };
}

scalar_schema!(Integer: Integer);
scalar_schema!(Double: Number, SchemaFormat::KnownFormat(KnownFormat::Double));
// `date-time` of RFC 3339 demands a zone; `date-time-local` is the OpenAPI format registry's name for one without.
scalar_schema!(LocalDateTime: String, SchemaFormat::Custom("date-time-local".to_owned()));
