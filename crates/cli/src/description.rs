//! Reads descriptions of APIs that people give: JSON or YAML, of one file or many.

mod bundle;
mod fault;
mod format;
mod local;
mod origins;
mod place;

use std::fmt;
use std::path::Path;

use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Number, Value};
use serde_saphyr::Options;

use crate::text;
pub use origins::Origins;

/// The description of an API as one document of OpenAPI 3.
#[derive(Clone, Debug, Default)]
pub struct Description {
    /// The document.
    pub document: Value,
    /// Where its parts come from.
    pub origins: Origins,
}

impl Description {
    /// Reads the description of an API: OpenAPI 3 as it is, Swagger 2.0 as OpenAPI 3.0.
    ///
    /// References to other files lead to components of the document after that.
    ///
    /// # Errors
    ///
    /// Returns an error for every file that is missing or cannot be read, for every reference that leads
    /// nowhere or to another computer, and for every malformed place of Swagger 2.0. Returns an error
    /// that names what the file looks like if it is neither OpenAPI 3 nor Swagger 2.0.
    pub fn read(path: &Path) -> Result<Self, Vec<String>> {
        let shown = path.display();
        let wrong = |problem: String| vec![format!("{shown}: {problem}")];
        let named = |problems: Vec<String>| problems.into_iter().flat_map(wrong).collect();
        let text = text::read(path).map_err(|error| {
            let fix = "give a description as JSON or YAML";
            wrong(format!("{}; {fix}", text::unread(&error)))
        })?;
        if let Some(what) = format::of_text(&text) {
            return Err(wrong(format::refused(&what)));
        }
        let mut document = parse(path, &text).map_err(wrong)?;
        let swagger =
            format::is_swagger(&document).map_err(|what| wrong(format::refused(&what)))?;
        let mut origins = Origins::default();
        let leads_out = bundle::leads_out(&document);
        let is_moved = swagger || leads_out;
        if is_moved {
            origins.mark(path, &mut document);
        }
        if leads_out {
            (document, origins) = bundle::bundle(path, document, origins)?;
        }
        document = local::decode(document);
        let dangling = claims::openapi::dangling(&document);
        if !dangling.is_empty() {
            return Err(named(dangling));
        }
        if swagger {
            document = claims::swagger::raise(document).map_err(named)?;
        }
        if is_moved {
            origins.find("", &mut document);
        }
        Ok(Self { document, origins })
    }
}

/// Reads a value from a file: JSON, or YAML 1.2.
///
/// A key of YAML is a text, as it is written: `200:` is `"200"`.
///
/// # Errors
///
/// Returns an error with line, column and fix if the file is neither, or names a member twice.
/// Aliases that multiply beyond all measure are refused too.
pub fn read(path: &Path) -> Result<Value, String> {
    let text = text::read(path);
    let text = text.map_err(|error| format!("{}; add it", text::unread(&error)))?;
    parse(path, &text)
}

fn parse(path: &Path, text: &str) -> Result<Value, String> {
    let extension = path.extension().unwrap_or_default().to_ascii_lowercase();
    let is_yaml = extension == "yaml" || extension == "yml";
    if text.trim_start().starts_with('{') {
        match serde_json::from_str(text) {
            Ok(Checked(document)) => return Ok(document),
            Err(error) if !is_yaml => {
                let at = [error.line(), error.column()].map(|it| it as u64);
                return Err(fault::told(&error.to_string(), Some(at.into())));
            }
            // In YAML, comments and keys without quotes may stand between braces.
            Err(_) => {}
        }
    }
    let read = serde_saphyr::from_str_with_options(text, options());
    read.map(|Checked(document)| document).map_err(|error| {
        let at = error.location().map(|at| (at.line(), at.column()));
        fault::told(&error.to_string(), at)
    })
}

/// YAML 1.2, as large as descriptions are; the limits on aliases stay.
fn options() -> Options {
    const MOST: usize = 50_000_000;
    serde_saphyr::options! {
        with_snippet: false,
        strict_booleans: true,
        underscored_numbers_as_strings: true,
        null_as_string: true,
        budget: serde_saphyr::budget! {
            max_events: MOST,
            max_nodes: MOST,
            max_total_scalar_bytes: MOST * 10,
            max_depth: 128,
        },
    }
}

/// A value in which no member has the name of another.
struct Checked(Value);

impl<'de> Deserialize<'de> for Checked {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Reader).map(Self)
    }
}

/// Makes a JSON value of whatever comes.
struct Reader;

impl<'de> Visitor<'de> for Reader {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("a value that JSON has")
    }

    fn visit_unit<E: Error>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_none<E: Error>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E: Error>(self, it: bool) -> Result<Value, E> {
        Ok(Value::Bool(it))
    }

    fn visit_i64<E: Error>(self, it: i64) -> Result<Value, E> {
        Ok(it.into())
    }

    fn visit_u64<E: Error>(self, it: u64) -> Result<Value, E> {
        Ok(it.into())
    }

    fn visit_f64<E: Error>(self, it: f64) -> Result<Value, E> {
        let number = Number::from_f64(it).ok_or_else(|| E::custom("JSON has no such number"))?;
        Ok(Value::Number(number))
    }

    fn visit_str<E: Error>(self, it: &str) -> Result<Value, E> {
        Ok(it.into())
    }

    fn visit_string<E: Error>(self, it: String) -> Result<Value, E> {
        Ok(it.into())
    }

    fn visit_some<D: Deserializer<'de>>(self, it: D) -> Result<Value, D::Error> {
        it.deserialize_any(self)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let mut array = Vec::new();
        while let Some(Checked(item)) = items.next_element()? {
            array.push(item);
        }
        Ok(Value::Array(array))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Value, A::Error> {
        let mut object = Map::new();
        while let Some(name) = members.next_key::<String>()? {
            if object.contains_key(&name) {
                return Err(A::Error::custom(fault::TWICE));
            }
            let Checked(value) = members.next_value()?;
            object.insert(name, value);
        }
        Ok(Value::Object(object))
    }
}
