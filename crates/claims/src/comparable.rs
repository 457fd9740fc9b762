//! What of a claim two people who describe one API can be expected to share.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde_json::{Map, Value};

use crate::reader::plain;
use crate::{Aspect, Claim};

/// What the absence of a keyword says as well.
const DEFAULTS: [&str; 20] = [
    "additionalProperties=true",
    "additionalProperties={}",
    "allowEmptyValue=false",
    "allowReserved=false",
    "deprecated=false",
    "exclusiveMaximum=false",
    "exclusiveMinimum=false",
    "minProperties=0",
    "nullable=false",
    "parameters=[]",
    "properties={}",
    "readOnly=false",
    // Of a parameter: it is no array.
    "repeat=false",
    "required=[]",
    "responses={}",
    "security=[]",
    "tags=[]",
    "unevaluatedProperties=true",
    "uniqueItems=false",
    "writeOnly=false",
];

/// The members that are words, remarks or extensions, wherever they are in the value of a keyword.
const WORDS: [&str; 7] = [
    "$comment",
    "description",
    "example",
    "examples",
    "externalDocs",
    "summary",
    "title",
];

/// Returns the value of a claim as it is compared, or nothing if it says what its absence says too.
///
/// - That `null` is among the values is said by the type.
/// - Types have no order, nor have required properties and values of an `enum` in a keyword.
/// - The members of objects have no order either, and the names of headers no case.
/// - Words, remarks and extensions in the value of a keyword are left out.
/// - A format has the name that the registry of OpenAPI has: `datetime` is `date-time`.
/// - Numbers are the same whatever their zeros: `1.0` is `1`.
#[must_use]
pub fn comparable(claim: &Claim) -> Option<Cow<'_, str>> {
    let value = &*claim.value;
    Some(match claim.aspect {
        Aspect::Keyword => return keyword(&claim.place, value),
        Aspect::Enum if value == "null" => return None,
        Aspect::MinLength | Aspect::MinItems if value == "0" => return None,
        Aspect::Minimum | Aspect::Maximum => number(value),
        Aspect::Default if value.starts_with(['{', '[']) => match serde_json::from_str(value) {
            Ok(json) => bare("default", json).to_string().into(),
            Err(_) => value.into(),
        },
        Aspect::Type if value.contains('|') => ordered(value).into(),
        Aspect::Format => format_of(value).into(),
        _ => value.into(),
    })
}

/// The name of a format in the registry of OpenAPI.
fn format_of(name: &str) -> &str {
    match name {
        "datetime" => "date-time",
        "guid" => "uuid",
        "int" => "int32",
        "long" => "int64",
        "url" => "uri",
        name => name,
    }
}

fn keyword<'v>(place: &str, said: &'v str) -> Option<Cow<'v, str>> {
    let is_default = match place {
        "query" | "cookie" => ["style=\"form\"", "explode=true"],
        "path" | "header" => ["style=\"simple\"", "explode=false"],
        _ => [""; 2],
    };
    let (name, value) = said.split_once('=').unwrap_or((said, ""));
    if DEFAULTS.contains(&said) || is_default.contains(&said) || name == "$comment" {
        return None;
    }
    if !value.starts_with(['{', '[']) {
        let plain = number(value);
        let same = *plain == *value;
        return Some(if same {
            said.into()
        } else {
            format!("{name}={plain}").into()
        });
    }
    let Ok(value) = serde_json::from_str(value) else {
        return Some(said.into());
    };
    let said = format!("{name}={}", bare(name, value));
    (!DEFAULTS.contains(&said.as_str())).then(|| said.into())
}

/// The number that a text is, written the shortest way; another text as it is.
fn number(text: &str) -> Cow<'_, str> {
    match serde_json::from_str(text) {
        Ok(Value::Number(number)) => plain(&number.into()).into_owned().into(),
        _ => text.into(),
    }
}

/// Types in alphabetical order, arrays behind them and `null` last.
fn ordered(types: &str) -> String {
    if let Some(items) = types.strip_prefix("array of ") {
        return format!("array of {}", ordered(items));
    }
    let mut types: Vec<&str> = types.split('|').collect();
    types.sort_by_key(|ty| (*ty == "null", ty.starts_with("array"), *ty));
    types.join("|")
}

/// The value of a keyword in one form.
fn bare(keyword: &str, value: Value) -> Value {
    match value {
        Value::Object(members) => object(keyword, members),
        Value::Array(items) => {
            let items = items.into_iter().map(|it| bare(keyword, it));
            let mut items: Vec<Value> = items.collect();
            if ["required", "type", "enum"].contains(&keyword) {
                items.sort_by_cached_key(ToString::to_string);
            }
            items.into()
        }
        Value::Number(_) => serde_json::from_str(&plain(&value)).unwrap_or(value),
        value => value,
    }
}

fn object(keyword: &str, members: Map<String, Value>) -> Value {
    let is_data = ["default", "enum", "const"].contains(&keyword);
    let is_map = ["properties", "patternProperties", "headers", "$defs"].contains(&keyword);
    let mut sorted = BTreeMap::new();
    for (name, value) in members {
        let (name, within) = match keyword {
            "headers" => (name.to_lowercase(), ""),
            _ if is_data => (name, keyword),
            _ if is_map => (name, ""),
            _ => {
                if WORDS.contains(&&*name) || name.starts_with("x-") {
                    continue;
                }
                let value = bare(&name, value);
                let no = value == false && (name == "required" || name == "explode");
                if !no && !DEFAULTS.contains(&&*format!("{name}={value}")) {
                    sorted.insert(name, value);
                }
                continue;
            }
        };
        sorted.insert(name, bare(within, value));
    }
    sorted.into_iter().collect()
}
