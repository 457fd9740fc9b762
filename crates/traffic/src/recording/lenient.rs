//! Reads JSON into types that take what they can use: a value of another type is as if it were absent.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use serde::de::value::MapAccessDeserializer;
use serde::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

/// What a type makes of each type of JSON.
pub(super) trait Lenient<'r>: Sized {
    fn text(_: Cow<'r, str>) -> Option<Self> {
        None
    }

    fn number(_: f64) -> Option<Self> {
        None
    }

    fn object<A: MapAccess<'r>>(map: A) -> Result<Option<Self>, A::Error> {
        IgnoredAny::deserialize(MapAccessDeserializer::new(map))?;
        Ok(None)
    }

    fn array<A: SeqAccess<'r>>(mut array: A) -> Result<Option<Self>, A::Error> {
        while array.next_element::<IgnoredAny>()?.is_some() {}
        Ok(None)
    }

    fn read<D: Deserializer<'r>>(from: D) -> Result<Option<Self>, D::Error> {
        from.deserialize_any(Reader(PhantomData))
    }
}

/// A value that is absent if it cannot be used.
pub(super) struct Maybe<T>(pub(super) Option<T>);

impl<'r, T: Lenient<'r>> Deserialize<'r> for Maybe<T> {
    fn deserialize<D: Deserializer<'r>>(from: D) -> Result<Self, D::Error> {
        T::read(from).map(Self)
    }
}

struct Reader<T>(PhantomData<T>);

impl<'r, T: Lenient<'r>> Visitor<'r> for Reader<T> {
    type Value = Option<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_borrowed_str<E>(self, text: &'r str) -> Result<Self::Value, E> {
        Ok(T::text(Cow::Borrowed(text)))
    }

    fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
        Ok(T::text(Cow::Owned(text.to_owned())))
    }

    #[expect(
        clippy::cast_precision_loss,
        reason = "sizes and statuses are far smaller"
    )]
    fn visit_u64<E>(self, number: u64) -> Result<Self::Value, E> {
        Ok(T::number(number as f64))
    }

    #[expect(
        clippy::cast_precision_loss,
        reason = "sizes and statuses are far smaller"
    )]
    fn visit_i64<E>(self, number: i64) -> Result<Self::Value, E> {
        Ok(T::number(number as f64))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Self::Value, E> {
        Ok(T::number(number))
    }

    fn visit_bool<E>(self, it: bool) -> Result<Self::Value, E> {
        // `true` of a switch, as 1.
        Ok(T::number(f64::from(u8::from(it))))
    }

    fn visit_unit<E>(self) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_map<A: MapAccess<'r>>(self, map: A) -> Result<Self::Value, A::Error> {
        T::object(map)
    }

    fn visit_seq<A: SeqAccess<'r>>(self, array: A) -> Result<Self::Value, A::Error> {
        T::array(array)
    }
}

/// The text of JSON.
pub(super) struct Text<'r>(pub(super) Cow<'r, str>);

impl<'r> Lenient<'r> for Text<'r> {
    fn text(text: Cow<'r, str>) -> Option<Self> {
        Some(Self(text))
    }

    fn number(number: f64) -> Option<Self> {
        Some(Self(number.to_string().into()))
    }
}

impl<'r> Lenient<'r> for f64 {
    fn text(text: Cow<'r, str>) -> Option<Self> {
        text.trim().parse().ok()
    }

    fn number(number: f64) -> Option<Self> {
        Some(number)
    }
}

impl<'r, T: Lenient<'r>> Lenient<'r> for Vec<T> {
    fn array<A: SeqAccess<'r>>(mut array: A) -> Result<Option<Self>, A::Error> {
        let mut all = Self::new();
        while let Some(Maybe(it)) = array.next_element()? {
            all.extend(it);
        }
        Ok(Some(all))
    }
}

/// Any value, as it stands in the JSON.
#[derive(Clone, Copy)]
pub(super) struct Raw<'r>(pub(super) &'r str);

impl<'r> Lenient<'r> for Raw<'r> {
    fn read<D: Deserializer<'r>>(from: D) -> Result<Option<Self>, D::Error> {
        let raw = <&serde_json::value::RawValue>::deserialize(from)?.get();
        Ok(Some(Self(raw)).filter(|it| it.0 != "null"))
    }
}

/// Declares an object with the names of its members on the wire; the last usable value of a member holds.
macro_rules! members {
    ($name:ident { $($field:ident: $type:ty = $($wire:literal)|+,)* }) => {
        #[derive(Default)]
        pub(super) struct $name<'r> {
            $(pub(super) $field: Option<$type>,)*
            of: std::marker::PhantomData<&'r str>,
        }

        impl<'r> Lenient<'r> for $name<'r> {
            fn object<A: serde::de::MapAccess<'r>>(mut map: A) -> Result<Option<Self>, A::Error> {
                let mut it = Self::default();
                while let Some(Maybe(name)) = map.next_key::<Maybe<Text>>()? {
                    match name.as_ref().map_or("", |it| &*it.0) {
                        $($($wire)|+ => {
                            if let Some(value) = map.next_value::<Maybe<$type>>()?.0 {
                                it.$field = Some(value);
                            }
                        })*
                        _ => {
                            map.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(Some(it))
            }
        }
    };
}
pub(super) use members;
