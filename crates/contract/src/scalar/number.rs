//! Exact decimals of a stated precision.

use std::borrow::Cow;
use std::fmt;

use rust_decimal::Decimal;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de, ser};
use serde_json::value::RawValue;
use utoipa::openapi::extensions::Extensions;
use utoipa::openapi::schema::{ObjectBuilder, Schema, SchemaFormat, Type};
use utoipa::openapi::{KnownFormat, RefOr};
use utoipa::{PartialSchema, ToSchema};

use crate::stated_schema::stated_schema;

/// Decimal number of at most `P` digits, `S` of them after the decimal point.
///
/// It is read from a JSON number or a string that holds one, digit by digit and never by way of an `f64`, and written as it was read: `0.10` as `0.10`, `"5"` as `"5"`.
/// Zeros in front of the first digit and behind the last decimal do not count.
///
/// Two are equal if they are written alike; [`value`](Self::value) is for comparing and calculating.
// It is read through `RawValue`, so from JSON only, and not within `flatten` or an untagged enum.
// The feature `arbitrary_precision` would do as well, and change every number of the workspace.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Number<const P: u32, const S: u32> {
    value: Decimal,
    /// The number as it is written, without quotes.
    written: String,
    /// Whether it is written in quotes.
    quoted: bool,
}

impl<const P: u32, const S: u32> Number<P, S> {
    /// `P` and `S` as the schemas write them; a [`Decimal`] holds any 28 digits.
    const PRECISION: (u32, u32) = {
        assert!(S <= P && P <= 28, "a decimal has at most 28 digits");
        (P, S)
    };

    /// The number itself.
    #[must_use]
    pub fn value(&self) -> Decimal {
        self.value
    }

    fn read(written: &str, quoted: bool) -> Result<Self, Beyond<P, S>> {
        let value = if written.contains(['e', 'E']) {
            Decimal::from_scientific(written)
        } else {
            Decimal::from_str_exact(written)
        };
        let value = value
            .ok()
            .filter(|value| is_plain(written) && Self::fits(*value));
        let written = written.to_owned();
        value
            .map(|value| Self {
                value,
                written,
                quoted,
            })
            .ok_or(Beyond)
    }

    fn fits(value: Decimal) -> bool {
        let (digits, decimals) = Self::PRECISION;
        let value = value.normalize();
        let whole = value.trunc().mantissa().unsigned_abs();
        value.scale() <= decimals && whole < 10_u128.pow(digits - decimals)
    }
}

/// Whether a number has no sign, space or separator but those of JSON; zeros in front are allowed.
fn is_plain(written: &str) -> bool {
    let digits = written.strip_prefix('-').unwrap_or(written);
    digits.starts_with(|it: char| it.is_ascii_digit())
        && digits.ends_with(|it: char| it.is_ascii_digit())
        && !digits.contains('_')
}

impl<const P: u32, const S: u32> TryFrom<Decimal> for Number<P, S> {
    type Error = Beyond<P, S>;

    fn try_from(value: Decimal) -> Result<Self, Self::Error> {
        Self::read(&value.to_string(), false)
    }
}

impl<const P: u32, const S: u32> Serialize for Number<P, S> {
    fn serialize<Z: Serializer>(&self, serializer: Z) -> Result<Z::Ok, Z::Error> {
        if self.quoted {
            return serializer.serialize_str(&self.written);
        }
        let written = RawValue::from_string(self.written.clone()).map_err(ser::Error::custom)?;
        written.serialize(serializer)
    }
}

impl<'de, const P: u32, const S: u32> Deserialize<'de> for Number<P, S> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let written = Box::<RawValue>::deserialize(deserializer)?;
        let number = if written.get().starts_with('"') {
            let text: Result<String, _> = serde_json::from_str(written.get());
            text.map_err(|_| Beyond)
                .and_then(|text| Self::read(&text, true))
        } else {
            Self::read(written.get(), false)
        };
        number.map_err(de::Error::custom)
    }
}

/// A number is beyond its precision, or none.
///
/// It names the rule and never the value, which is customer data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Beyond<const P: u32, const S: u32>;

impl<const P: u32, const S: u32> fmt::Display for Beyond<P, S> {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let decimals: &dyn fmt::Display = if S == 0 { &"none" } else { &S };
        write!(
            f,
            "expected a number of at most {P} digits, {decimals} of them after the decimal point"
        )
    }
}

impl<const P: u32, const S: u32> std::error::Error for Beyond<P, S> {}

impl<const P: u32, const S: u32> PartialSchema for Number<P, S> {
    /// A page gives the digits and no format.
    /// That a number without decimals is an integer, and how many bits either needs, is our judgement; without it generators take 32 bits, and digits are lost.
    fn schema() -> RefOr<Schema> {
        let (ty, format, inferred): (_, _, &[&str]) = match Self::PRECISION {
            // Nine digits fit into 32 bits, eighteen into 64.
            (10..=18, 0) => (Type::Integer, Some(KnownFormat::Int64), &["type", "format"]),
            (_, 0) => (Type::Integer, None, &["type"]),
            _ => (Type::Number, Some(KnownFormat::Double), &["format"]),
        };
        // As a page writes it: `18,2`, or `14` where it states no decimals.
        let precision = match Self::PRECISION {
            (digits, 0) => digits.to_string(),
            (digits, decimals) => format!("{digits},{decimals}"),
        };
        let extensions = Extensions::builder()
            .add("x-precision", precision)
            .add("x-inferred", inferred)
            .build();
        ObjectBuilder::new()
            .schema_type(ty)
            .format(format.map(SchemaFormat::KnownFormat))
            .extensions(Some(extensions))
            .into()
    }
}

impl<const P: u32, const S: u32> ToSchema for Number<P, S> {
    fn name() -> Cow<'static, str> {
        format!("Number_{P}_{S}").into()
    }
}

stated_schema! { [const P: u32, const S: u32] Number<P, S>, inline: true }
