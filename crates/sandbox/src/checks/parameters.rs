//! The parameters of a request: header, path and query.

use std::borrow::Cow;

use axum::http::{HeaderMap, Uri};
use jsonschema::Validator;
use percent_encoding::percent_decode_str;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use super::{DocumentError, Wrong, validator, words};

/// A documented parameter.
#[derive(Debug)]
pub(crate) struct ParameterCheck {
    name: String,
    place: Place,
    required: bool,
    /// Whether it is written as text and means `true` or `false`.
    boolean: bool,
    validator: Validator,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    Header,
    Path,
    Query,
}

impl ParameterCheck {
    /// The check of a parameter of a document.
    ///
    /// # Errors
    ///
    /// Returns an error if its schema is invalid.
    pub(crate) fn new(parameter: &Value) -> Result<Self, DocumentError> {
        let name = parameter["name"].as_str().unwrap_or_default();
        let schema = &parameter["schema"];
        Ok(Self {
            name: name.to_owned(),
            place: match parameter["in"].as_str() {
                Some("header") => Place::Header,
                Some("path") => Place::Path,
                _ => Place::Query,
            },
            required: parameter["required"] == true,
            boolean: schema["type"] == "boolean",
            validator: validator(&format!("the parameter `{name}`"), schema)?,
        })
    }

    /// Its name, if it is a header.
    pub(crate) fn header(&self) -> Option<&str> {
        (self.place == Place::Header).then_some(&*self.name)
    }

    /// The value of a text, if it is as documented.
    fn read(&self, text: &str) -> Result<Value, Wrong> {
        let value = match text {
            "true" if self.boolean => Value::Bool(true),
            "false" if self.boolean => Value::Bool(false),
            text => Value::String(text.to_owned()),
        };
        match self.validator.validate(&value) {
            Ok(()) => Ok(value),
            Err(error) => Err(self.wrong(words(&error))),
        }
    }

    fn wrong(&self, expected: impl Into<String>) -> Wrong {
        Wrong::parameter(&self.name, expected)
    }
}

/// The parameters that were sent, by name.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Parameters(Map<String, Value>);

impl Parameters {
    /// The text of a parameter.
    #[must_use]
    pub(crate) fn text(&self, name: &str) -> Option<&str> {
        self.0.get(name)?.as_str()
    }

    /// Reads them as a type of the contract, which takes those that it knows.
    ///
    /// # Errors
    ///
    /// Returns an error if the type does not allow what the document allows.
    pub(crate) fn read<T: DeserializeOwned>(&self) -> Result<T, serde_json::Error> {
        T::deserialize(&self.0)
    }
}

/// Reads the parameters of a request.
///
/// `template` is the path of the operation; the path of the request ends with as many segments.
///
/// # Errors
///
/// Returns each parameter that is required and missing, is sent twice, is not text, or breaks its schema.
pub(crate) fn parameters(
    checks: &[ParameterCheck],
    template: &str,
    uri: &Uri,
    headers: &HeaderMap,
) -> Result<Parameters, Vec<Wrong>> {
    let mut found = Map::new();
    let mut wrong = Vec::new();
    for check in checks {
        let texts = match check.place {
            Place::Header => header(headers, &check.name),
            Place::Path => path(template, uri.path(), &check.name),
            Place::Query => query(uri.query().unwrap_or_default(), &check.name),
        };
        let read = match texts.as_slice() {
            [] if check.required => Err(check.wrong("expected it to be there")),
            // An empty value counts as missing.
            [Some(text)] if check.required && text.is_empty() => {
                Err(check.wrong("expected it not to be empty"))
            }
            [] => continue,
            [Some(text)] => check.read(text),
            [None] => Err(check.wrong("expected text in UTF-8")),
            _ => Err(check.wrong("expected it once")),
        };
        match read {
            Ok(value) => {
                found.insert(check.name.clone(), value);
            }
            Err(it) => wrong.push(it),
        }
    }
    if wrong.is_empty() {
        Ok(Parameters(found))
    } else {
        Err(wrong)
    }
}

/// The values of a parameter; a value that is not text is `None`.
type Texts<'r> = Vec<Option<Cow<'r, str>>>;

fn header<'r>(headers: &'r HeaderMap, name: &str) -> Texts<'r> {
    let values = headers.get_all(name).iter();
    let texts = values.map(|value| std::str::from_utf8(value.as_bytes()).ok());
    texts.map(|text| text.map(Cow::Borrowed)).collect()
}

fn path<'r>(template: &str, path: &'r str, name: &str) -> Texts<'r> {
    let mut segments = template.rsplit('/').zip(path.rsplit('/'));
    let named = segments.find(|(segment, _)| {
        let inner = segment
            .strip_prefix('{')
            .and_then(|it| it.strip_suffix('}'));
        inner == Some(name)
    });
    named.map(|(_, text)| decoded(text)).into_iter().collect()
}

fn query<'r>(query: &'r str, name: &str) -> Texts<'r> {
    let pairs = query.split('&').filter(|pair| !pair.is_empty());
    let pairs = pairs.map(|pair| pair.split_once('=').unwrap_or((pair, "")));
    let named = pairs.filter(|(key, _)| form_decoded(key).is_some_and(|key| key == name));
    named.map(|(_, text)| form_decoded(text)).collect()
}

fn decoded(text: &str) -> Option<Cow<'_, str>> {
    percent_decode_str(text).decode_utf8().ok()
}

/// As forms write it, with `+` for a space.
fn form_decoded(text: &str) -> Option<Cow<'_, str>> {
    if text.contains('+') {
        let spaced = text.replace('+', " ");
        let decoded = decoded(&spaced)?.into_owned();
        Some(Cow::Owned(decoded))
    } else {
        decoded(text)
    }
}
