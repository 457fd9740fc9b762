//! A record as it is written: no number has gone through an `f64`, and no name is passed over.

use std::fmt::{self, Write as _};

use rust_decimal::Decimal;
use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;
use serde_path_to_error::{Path, Segment};

use super::escaped;
use crate::state::refused::Violation;

/// A JSON value.
#[derive(Debug)]
pub(super) enum Tree<'a> {
    /// Names with their values, in the order in which they were written.
    Object(Vec<(String, Tree<'a>)>),
    /// Items.
    Array(Vec<Tree<'a>>),
    /// A number, without an exponent if it can be.
    Number(String),
    /// A text, a truth value or null, as it was written.
    Other(&'a str),
}

impl<'a> Tree<'a> {
    /// Reads a text.
    ///
    /// # Errors
    ///
    /// If it is no JSON.
    pub(super) fn read(text: &'a [u8]) -> serde_json::Result<Self> {
        Self::of(serde_json::from_slice(text)?)
    }

    fn of(value: &'a RawValue) -> serde_json::Result<Self> {
        let text = value.get();
        Ok(match text.as_bytes().first() {
            Some(b'{') => {
                let Members(members) = serde_json::from_str(text)?;
                let members = members.into_iter();
                let members = members.map(|(name, value)| Ok((name, Self::of(value)?)));
                Self::Object(members.collect::<serde_json::Result<_>>()?)
            }
            Some(b'[') => {
                let items: Vec<&RawValue> = serde_json::from_str(text)?;
                let items = items.into_iter().map(Self::of);
                Self::Array(items.collect::<serde_json::Result<_>>()?)
            }
            Some(b'-' | b'0'..=b'9') => Self::Number(plain(text)),
            _ => Self::Other(text),
        })
    }

    /// Says each object that has a name twice: readers of JSON differ in which of the two they take.
    pub(super) fn twice(&self, place: &str, wrong: &mut Vec<Violation>) {
        match self {
            Self::Object(members) => {
                let mut names: Vec<_> = members.iter().map(|(name, _)| name).collect();
                names.sort_unstable();
                if names.windows(2).any(|pair| pair[0] == pair[1]) {
                    wrong.push(Violation::new(place, "each property but once"));
                }
                for (name, value) in members {
                    value.twice(&format!("{place}/{}", escaped(name)), wrong);
                }
            }
            Self::Array(items) => {
                for (index, item) in items.iter().enumerate() {
                    item.twice(&format!("{place}/{index}"), wrong);
                }
            }
            Self::Number(_) | Self::Other(_) => {}
        }
    }

    /// The value that a path leads to.
    pub(super) fn at(&mut self, path: &Path) -> Option<&mut Self> {
        let mut here = self;
        for segment in path {
            here = match (segment, here) {
                (Segment::Map { key }, Self::Object(members)) => {
                    let mut members = members.iter_mut();
                    &mut members.find(|(name, _)| name == key)?.1
                }
                (Segment::Seq { index }, Self::Array(items)) => items.get_mut(*index)?,
                _ => return None,
            };
        }
        Some(here)
    }
}

impl fmt::Display for Tree<'_> {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Self::Object(members) => {
                for (place, (name, value)) in members.iter().enumerate() {
                    f.write_char(if place == 0 { '{' } else { ',' })?;
                    let name = serde_json::to_string(name).map_err(|_| fmt::Error)?;
                    write!(f, "{name}:{value}")?;
                }
                f.write_str(if members.is_empty() { "{}" } else { "}" })
            }
            Self::Array(items) => {
                for (place, item) in items.iter().enumerate() {
                    f.write_char(if place == 0 { '[' } else { ',' })?;
                    write!(f, "{item}")?;
                }
                f.write_str(if items.is_empty() { "[]" } else { "]" })
            }
            Self::Number(number) => f.write_str(number),
            Self::Other(text) => f.write_str(text),
        }
    }
}

/// A number without an exponent, and zero without a sign; one that no decimal holds stays as it is.
fn plain(number: &str) -> String {
    let decimal = if number.contains(['e', 'E']) {
        Decimal::from_scientific(number).ok()
    } else {
        let zero = number.bytes().all(|it| matches!(it, b'-' | b'0' | b'.'));
        Some(Decimal::ZERO).filter(|_| zero && number.starts_with('-'))
    };
    match decimal {
        Some(decimal) if decimal.is_zero() => "0".to_owned(),
        Some(decimal) => decimal.to_string(),
        None => number.to_owned(),
    }
}

/// The members of an object, none of them left out.
struct Members<'a>(Vec<(String, &'a RawValue)>);

impl<'de: 'a, 'a> Deserialize<'de> for Members<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Each;

        impl<'de> Visitor<'de> for Each {
            type Value = Members<'de>;

            fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut members = Vec::new();
                while let Some(member) = map.next_entry()? {
                    members.push(member);
                }
                Ok(Members(members))
            }
        }

        deserializer.deserialize_map(Each)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_written_without_an_exponent_and_stays_what_it_is() {
        for (written, expected) in [
            ("2.6076e2", "260.76"),
            ("1e-1", "0.1"),
            ("-1.50E+3", "-1500"),
            ("-0", "0"),
            ("-0.00", "0"),
            ("0e9", "0"),
            ("1500.00", "1500.00"),
            ("-12", "-12"),
            ("1e300", "1e300"),
            ("123456789012345678.01", "123456789012345678.01"),
        ] {
            assert_eq!(plain(written), expected, "{written}");
        }
    }

    #[test]
    fn what_is_written_is_what_was_read() {
        let text = br#" { "a" : [ 1e1, {}, [] , "x\u0041\"y" ], "b/\"c" : { "d":null } } "#;
        let tree = Tree::read(text).expect("it is JSON");
        assert_eq!(
            tree.to_string(),
            r#"{"a":[10,{},[],"x\u0041\"y"],"b/\"c":{"d":null}}"#
        );
        let mut wrong = Vec::new();
        tree.twice("", &mut wrong);
        assert_eq!(wrong, []);
        let twice = Tree::read(br#"{"a":[{"b":1,"\u0062":2}]}"#).expect("it is JSON");
        twice.twice("", &mut wrong);
        assert_eq!(wrong, [Violation::new("/a/0", "each property but once")]);
    }
}
