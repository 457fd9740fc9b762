//! A reader of YAML 1.1 and of YAML 1.2, to hold beside the emitter.
//!
//! Syntax comes from a public parser; which text without quotes is a number, a date or a boolean
//! comes from the two specifications: <https://yaml.org/type/> for 1.1 and section 10.3.2 of
//! <https://yaml.org/spec/1.2.2/> for 1.2.

use regex_lite::Regex;
use saphyr_parser::{Event, Parser, ScalarStyle};
use serde_json::{Map, Value, json};

/// The version that a reader follows.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Version {
    /// YAML 1.1, as `PyYAML`, `SnakeYAML` and go-yaml 2 read.
    V1_1,
    /// YAML 1.2 with its core schema.
    V1_2,
}

/// What text without quotes is, beside a string: a kind and the pattern of its text.
const V1_1: [(&str, &str); 8] = [
    ("null", r"^(~|null|Null|NULL|)$"),
    (
        "bool",
        r"^(y|Y|yes|Yes|YES|n|N|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF)$",
    ),
    ("integer", r"^[-+]?(0|[1-9][0-9_]*)$"),
    (
        "other integer",
        r"^[-+]?(0b[0-1_]+|0[0-7_]+|0x[0-9a-fA-F_]+|[1-9][0-9_]*(:[0-5]?[0-9])+)$",
    ),
    ("float", r"^[-+]?[0-9][0-9_]*\.[0-9_]*([eE][-+][0-9]+)?$"),
    (
        "other float",
        r"^[-+]?(\.[0-9_]+([eE][-+][0-9]+)?|[0-9][0-9_]*(:[0-5]?[0-9])+\.[0-9_]*|\.(inf|Inf|INF)|\.(nan|NaN|NAN))$",
    ),
    (
        "timestamp",
        r"^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(([Tt]|[ \t]+)[0-9]{1,2}:[0-9]{2}:[0-9]{2}(\.[0-9]*)?([ \t]*(Z|[-+][0-9]{1,2}(:?[0-9]{2})?))?)?$",
    ),
    ("merge or value", r"^(<<|=)$"),
];

/// The same in 1.2; js-yaml, which reads 1.2, takes dates and `<<` for more than strings as well.
const V1_2: [(&str, &str); 8] = [
    ("null", r"^(~|null|Null|NULL|)$"),
    ("bool", r"^(true|True|TRUE|false|False|FALSE)$"),
    ("integer", r"^[-+]?[0-9]+$"),
    ("other integer", r"^(0o[0-7]+|0x[0-9a-fA-F]+)$"),
    ("float", r"^[-+]?[0-9]+(\.[0-9]*)?([eE][-+]?[0-9]+)?$"),
    (
        "other float",
        r"^[-+]?(\.[0-9]+([eE][-+]?[0-9]+)?|\.(inf|Inf|INF)|\.(nan|NaN|NAN))$",
    ),
    ("timestamp", r"^[0-9]{4}-[0-9]{2}-[0-9]{2}([Tt ].*)?$"),
    ("merge or value", r"^(<<)$"),
];

/// Reads one YAML document.
///
/// What is no JSON value, such as a date, becomes `{"!": kind}`, which equals nothing that was
/// written.
pub(crate) fn read(text: &str, version: Version) -> Value {
    let patterns = match version {
        Version::V1_1 => V1_1,
        Version::V1_2 => V1_2,
    };
    let patterns = patterns.map(|(kind, pattern)| (kind, Regex::new(pattern).expect("a pattern")));
    let events = Parser::new_from_str(text).map(|event| event.expect("YAML").0);
    let mut events = events.filter(|event| {
        !matches!(
            event,
            Event::StreamStart | Event::DocumentStart(_) | Event::Nothing
        )
    });
    let first = events.next().expect("a node");
    node(first, &mut events, &patterns)
}

type Patterns = [(&'static str, Regex); 8];

fn node<'t>(
    event: Event<'t>,
    events: &mut impl Iterator<Item = Event<'t>>,
    patterns: &Patterns,
) -> Value {
    match event {
        Event::Scalar(text, ScalarStyle::Plain, _, None) => scalar(&text, patterns),
        Event::Scalar(text, _, _, None) => Value::from(text),
        Event::SequenceStart(..) => {
            let mut items = Vec::new();
            loop {
                match events.next().expect("an item or the end") {
                    Event::SequenceEnd => return Value::from(items),
                    item => items.push(node(item, events, patterns)),
                }
            }
        }
        Event::MappingStart(..) => {
            let mut members = Map::new();
            loop {
                let key = match events.next().expect("a key or the end") {
                    Event::MappingEnd => return Value::from(members),
                    key => node(key, events, patterns),
                };
                let value = events.next().expect("a value");
                let value = node(value, events, patterns);
                // A key that is no string shows what it was taken for.
                let key = key.as_str().map_or_else(|| key.to_string(), str::to_owned);
                members.insert(key, value);
            }
        }
        other => panic!("expected a value, but found {other:?} instead"),
    }
}

fn scalar(text: &str, patterns: &Patterns) -> Value {
    let found = patterns.iter().find(|(_, pattern)| pattern.is_match(text));
    match found.map(|(kind, _)| *kind) {
        None => Value::from(text),
        Some("null") => Value::Null,
        Some("bool") => Value::from(matches!(
            text.to_lowercase().as_str(),
            "y" | "yes" | "true" | "on"
        )),
        Some("integer") => match text.replace(['_', '+'], "").parse::<i64>() {
            Ok(number) => Value::from(number),
            Err(_) => text
                .parse::<u64>()
                .map_or(json!({ "!": text }), Value::from),
        },
        Some("float") => Value::from(text.replace('_', "").parse::<f64>().expect("a number")),
        Some(kind) => json!({ "!": kind }),
    }
}
