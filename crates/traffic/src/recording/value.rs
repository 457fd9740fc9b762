//! JSON of an exchange: a value of a type that nobody expects is as if it were absent.

use std::borrow::Cow;
use std::fmt;

use serde::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;

/// A value of JSON.
#[derive(Default)]
pub(super) enum Value<'r> {
    /// `null` and `false` too.
    #[default]
    Nothing,
    Number(f64),
    Text(Cow<'r, str>),
    /// A value that may be a body, as it stands in the JSON.
    Raw(&'r str),
    List(Vec<Self>),
    Object(Vec<(Cow<'r, str>, Self)>),
}

impl<'r> Value<'r> {
    /// Takes the first of the named members; of equal ones, the last.
    pub(super) fn member(&mut self, names: &[&str]) -> Self {
        let Self::Object(members) = self else {
            return Self::Nothing;
        };
        let of_name = |name: &&str| members.iter().rposition(|(it, _)| it == name);
        let found = names.iter().find_map(of_name);
        found.map_or(Self::Nothing, |at| std::mem::take(&mut members[at].1))
    }

    pub(super) fn is_object(&self) -> bool {
        matches!(self, Self::Object(_))
    }

    pub(super) fn text(self) -> Option<Cow<'r, str>> {
        match self {
            Self::Text(text) => Some(text),
            Self::Number(number) => Some(number.to_string().into()),
            _ => None,
        }
    }

    pub(super) fn number(self) -> Option<f64> {
        match self {
            Self::Number(number) => Some(number),
            value => value.text()?.trim().parse().ok(),
        }
    }

    pub(super) fn list(self) -> Vec<Self> {
        match self {
            Self::List(list) => list,
            one => vec![one],
        }
    }
}

impl<'r> Deserialize<'r> for Value<'r> {
    fn deserialize<D: Deserializer<'r>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(Reader)
    }
}

struct Reader;

#[expect(clippy::cast_precision_loss, reason = "sizes and statuses are small")]
impl<'r> Visitor<'r> for Reader {
    type Value = Value<'r>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_borrowed_str<E>(self, text: &'r str) -> Result<Value<'r>, E> {
        Ok(Value::Text(text.into()))
    }

    fn visit_str<E>(self, text: &str) -> Result<Value<'r>, E> {
        Ok(Value::Text(text.to_owned().into()))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Value<'r>, E> {
        Ok(Value::Number(number as f64))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Value<'r>, E> {
        Ok(Value::Number(number as f64))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Value<'r>, E> {
        Ok(Value::Number(number))
    }

    fn visit_bool<E>(self, on: bool) -> Result<Value<'r>, E> {
        Ok(if on {
            Value::Number(1.0)
        } else {
            Value::Nothing
        })
    }

    fn visit_unit<E>(self) -> Result<Value<'r>, E> {
        Ok(Value::Nothing)
    }

    fn visit_seq<A: SeqAccess<'r>>(self, mut array: A) -> Result<Value<'r>, A::Error> {
        let mut list = Vec::new();
        while let Some(value) = array.next_element()? {
            list.push(value);
        }
        Ok(Value::List(list))
    }

    fn visit_map<A: MapAccess<'r>>(self, mut map: A) -> Result<Value<'r>, A::Error> {
        let mut members = Vec::new();
        while let Some(name) = map.next_key::<Value>()? {
            let Value::Text(name) = name else { continue };
            let value = match &*name {
                // These may be large, and so may members that a recorder adds.
                "cookies" | "queryString" | "timings" | "cache" | "item" | "assertions"
                | "httpVersion" | "statusText" | "redirectURL" | "comment" | "headersSize" => {
                    map.next_value::<IgnoredAny>()?;
                    continue;
                }
                _ if name.starts_with('_') => {
                    map.next_value::<IgnoredAny>()?;
                    continue;
                }
                "body" | "bodyText" | "payload" | "data" | "rawBody" | "stream" | "graphql"
                | "requestBody" | "responseBody" => {
                    Value::Raw(map.next_value::<&RawValue>()?.get())
                }
                _ => map.next_value()?,
            };
            if !matches!(value, Value::Nothing | Value::Raw("null")) {
                members.push((name, value));
            }
        }
        Ok(Value::Object(members))
    }
}
