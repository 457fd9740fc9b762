//! JSON as it was sent: its value, and the names that an object has twice.

use std::cell::RefCell;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Number, Value};

/// Where a text stops being JSON: line and column, from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct NotJson {
    pub(crate) line: usize,
    pub(crate) column: usize,
}

/// A step from a value to one in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    Property(String),
    Item(usize),
}

/// Reads JSON (RFC 8259). Of a name that an object has twice the last value counts; each such name is
/// given with the way to it.
pub(crate) fn json(text: &str) -> Result<(Value, Vec<Vec<Step>>), NotJson> {
    let mut twice = Vec::new();
    let (value, repeats) = read(text, None)?;
    if repeats > 0 {
        let way = RefCell::new((Vec::new(), Vec::new()));
        read(text, Some(&way))?;
        twice = way.into_inner().1;
        twice.dedup();
    }
    Ok((value, twice))
}

/// The way to the value that is being read, and the ways to names that stand twice.
type Ways = RefCell<(Vec<Step>, Vec<Vec<Step>>)>;

fn read(text: &str, ways: Option<&Ways>) -> Result<(Value, usize), NotJson> {
    let repeats = RefCell::new(0);
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let seed = Seed {
        repeats: &repeats,
        ways,
    };
    let read = seed.deserialize(&mut deserializer);
    let read = read.and_then(|value| deserializer.end().map(|()| value));
    let value = read.map_err(|error| NotJson {
        line: error.line(),
        column: error.column(),
    })?;
    Ok((value, repeats.into_inner()))
}

#[derive(Clone, Copy)]
struct Seed<'s> {
    repeats: &'s RefCell<usize>,
    ways: Option<&'s Ways>,
}

impl Seed<'_> {
    /// Reads a value that is one step further.
    fn within<R>(self, step: impl FnOnce() -> Step, read: impl FnOnce() -> R) -> R {
        let Some(ways) = self.ways else {
            return read();
        };
        ways.borrow_mut().0.push(step());
        let value = read();
        ways.borrow_mut().0.pop();
        value
    }
}

impl<'de> DeserializeSeed<'de> for Seed<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Seed<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E: Error>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Value, E> {
        Ok(Number::from_f64(value).map_or(Value::Null, Value::Number))
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Value, E> {
        Ok(Value::String(value.to_owned()))
    }

    fn visit_string<E: Error>(self, value: String) -> Result<Value, E> {
        Ok(Value::String(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let mut values = Vec::new();
        while let Some(value) = self.within(
            || Step::Item(values.len()),
            || items.next_element_seed(self),
        )? {
            values.push(value);
        }
        Ok(Value::Array(values))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Value, A::Error> {
        let mut object = Map::new();
        while let Some(name) = members.next_key::<String>()? {
            let step = || Step::Property(name.clone());
            let value = self.within(step, || members.next_value_seed(self))?;
            let called = self.ways.map(|_| name.clone());
            if object.insert(name, value).is_some() {
                *self.repeats.borrow_mut() += 1;
                if let (Some(ways), Some(name)) = (self.ways, called) {
                    let mut ways = ways.borrow_mut();
                    let mut way = ways.0.clone();
                    way.push(Step::Property(name));
                    ways.1.push(way);
                }
            }
        }
        Ok(Value::Object(object))
    }
}
