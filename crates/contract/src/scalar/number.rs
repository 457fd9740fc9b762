//! Exact decimals of a stated precision.

use std::borrow::Cow;
use std::fmt;

use rust_decimal::Decimal;
use schemars::{JsonSchema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de, ser};
use serde_json::json;
use serde_json::value::RawValue;
use utoipa::openapi::extensions::Extensions;
use utoipa::openapi::schema::{ObjectBuilder, Schema, SchemaFormat, Type};
use utoipa::openapi::{KnownFormat, RefOr};
use utoipa::{PartialSchema, ToSchema};

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

    /// What both schemas say.
    ///
    /// A page gives the digits and no format.
    /// That a number without decimals is an integer, and how many bits either needs, is our judgement; without it generators take 32 bits, and digits are lost.
    fn keywords() -> Keywords {
        let (digits, decimals) = Self::PRECISION;
        if decimals > 0 {
            return Keywords {
                ty: Type::Number,
                format: Some(KnownFormat::Double),
                precision: format!("{digits},{decimals}"),
                inferred: &["format"],
            };
        }
        // Nine digits fit into 32 bits, eighteen into 64.
        let long = (10..=18).contains(&digits);
        Keywords {
            ty: Type::Integer,
            format: long.then_some(KnownFormat::Int64),
            precision: digits.to_string(),
            inferred: if long { &["type", "format"] } else { &["type"] },
        }
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

/// The keywords of a number's schema.
struct Keywords {
    ty: Type,
    format: Option<KnownFormat>,
    /// As a page writes it: `18,2`, or `14` where it states no decimals.
    precision: String,
    /// The keywords that are our judgement.
    inferred: &'static [&'static str],
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
    fn schema() -> RefOr<Schema> {
        let keywords = Self::keywords();
        let extensions = Extensions::builder()
            .add("x-precision", keywords.precision)
            .add("x-inferred", keywords.inferred)
            .build();
        ObjectBuilder::new()
            .schema_type(keywords.ty)
            .format(keywords.format.map(SchemaFormat::KnownFormat))
            .extensions(Some(extensions))
            .into()
    }
}

impl<const P: u32, const S: u32> ToSchema for Number<P, S> {
    fn name() -> Cow<'static, str> {
        format!("Number_{P}_{S}").into()
    }
}

impl<const P: u32, const S: u32> JsonSchema for Number<P, S> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        <Self as ToSchema>::name()
    }

    fn schema_id() -> Cow<'static, str> {
        format!("{}::{}", module_path!(), Self::schema_name()).into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> schemars::Schema {
        let keywords = Self::keywords();
        let mut schema = json_schema!({
            "type": keywords.ty,
            "x-precision": keywords.precision,
            "x-inferred": keywords.inferred,
        });
        if let Some(format) = keywords.format {
            schema.insert("format".to_owned(), json!(format));
        }
        schema
    }
}
