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
    /// Numbers and `true` too.
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

    /// Itself if it is an object, otherwise another value.
    pub(super) fn or<'v>(&'v mut self, other: &'v mut Self) -> &'v mut Self {
        if matches!(self, Self::Object(_)) {
            self
        } else {
            other
        }
    }

    pub(super) fn text(self) -> Option<Cow<'r, str>> {
        if let Self::Text(text) = self {
            Some(text)
        } else {
            None
        }
    }

    pub(super) fn number(self) -> Option<f64> {
        self.text()?.parse().ok()
    }

    pub(super) fn list(self) -> Vec<Self> {
        if let Self::List(list) = self {
            list
        } else {
            vec![self]
        }
    }
}

impl<'r> Deserialize<'r> for Value<'r> {
    fn deserialize<D: Deserializer<'r>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(Reader)
    }
}

struct Reader;

macro_rules! visit {
    ($($name:ident($type:ty) => $value:expr;)*) => {
        $(fn $name<E>(self, it: $type) -> Result<Self::Value, E> {
            let value: fn($type) -> Self::Value = $value;
            Ok(value(it))
        })*
    };
}

impl<'r> Visitor<'r> for Reader {
    type Value = Value<'r>;

    visit! {
        visit_borrowed_str(&'r str) => |it| Value::Text(it.into());
        visit_str(&str) => |it| Value::Text(it.to_owned().into());
        visit_u64(u64) => |it| Value::Text(it.to_string().into());
        visit_i64(i64) => |it| Value::Text(it.to_string().into());
        visit_f64(f64) => |it| Value::Text(it.to_string().into());
        visit_bool(bool) => |it| if it { Value::Text("true".into()) } else { Value::Nothing };
    }

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Self::Value, E> {
        Ok(Value::Nothing)
    }

    fn visit_seq<A: SeqAccess<'r>>(self, mut array: A) -> Result<Self::Value, A::Error> {
        let mut list = Vec::new();
        while let Some(value) = array.next_element()? {
            list.push(value);
        }
        Ok(Value::List(list))
    }

    fn visit_map<A: MapAccess<'r>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut members = Vec::new();
        while let Some(name) = map.next_key::<Value>()? {
            let name = name.text().unwrap_or_default();
            let value = match &*name {
                // Nobody asks for these, which may be large.
                "cookies" | "queryString" | "timings" | "cache" | "item" | "assertions"
                | "httpVersion" | "statusText" | "redirectURL" | "comment" | "headersSize" => {
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
