//! YAML that means the same to readers of YAML 1.1 and of YAML 1.2.
//!
//! The two versions disagree about text without quotes: `ON` is `true` in 1.1, `1_000` and `12:30`
//! are numbers there, `123e4567` is a number in 1.2, and `2020-01-01` is a date in some readers.
//! A text therefore stands without quotes only where no version takes it for anything else.

use serde::ser::{Serialize, SerializeMap, Serializer};
use serde_json::Value;
use serde_saphyr::{DoubleQuoted, LitStr, ser_options};

/// A value, as the emitter writes it.
struct Yaml<'v>(&'v Value);

/// A string, with the quotes that it needs.
struct Text<'v>(&'v str);

/// Returns the value as YAML, two spaces a level.
///
/// # Panics
///
/// Never: every JSON value is a YAML value.
pub(super) fn body(value: &Value) -> String {
    // Folding would hide where a description has its line ends.
    let options = ser_options! { prefer_block_scalars: false };
    serde_saphyr::to_string_with_options(&Yaml(value), options)
        .expect("every JSON value is a YAML value")
}

impl Serialize for Yaml<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Value::String(text) => Text(text).serialize(serializer),
            Value::Array(items) => serializer.collect_seq(items.iter().map(Yaml)),
            Value::Object(members) => {
                let mut map = serializer.serialize_map(Some(members.len()))?;
                for (key, value) in members {
                    // The emitter quotes keys by a rule of its own, which follows the
                    // specification of YAML 1.1. It leaves `e3` as it is, which npm's yaml takes
                    // for a number when it is told to read 1.1.
                    map.serialize_entry(key, &Yaml(value))?;
                }
                map.end()
            }
            // The emitter writes `1.0e+21`, the one form that 1.1 and 1.2 both take for a number.
            Value::Null | Value::Bool(_) | Value::Number(_) => self.0.serialize(serializer),
        }
    }
}

impl Serialize for Text<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if is_plain(self.0) {
            serializer.serialize_str(self.0)
        } else if is_block(self.0) {
            LitStr(self.0).serialize(serializer)
        } else {
            DoubleQuoted(self.0).serialize(serializer)
        }
    }
}

/// Returns whether every reader takes a text without quotes for this very text.
///
/// Numbers, dates, `=`, `<<` and all indicators begin with another character than a letter, `/` or
/// `$`. What is left are the words of YAML 1.1 for booleans and null (yaml.org/type/bool.html,
/// yaml.org/type/null.html), and `: ` and ` #`, which end a text. One reader takes `e3` for a number.
fn is_plain(text: &str) -> bool {
    const WORDS: [&str; 9] = ["y", "n", "yes", "no", "on", "off", "true", "false", "null"];
    let starts = text.starts_with(|it: char| it.is_ascii_alphabetic() || matches!(it, '/' | '$'));
    let simple = |it: char| matches!(it, ' '..='~');
    let ends = text.contains(": ") || text.contains(" #") || text.ends_with([':', ' ']);
    let word = WORDS.iter().any(|word| text.eq_ignore_ascii_case(word));
    let exponent = text.strip_prefix(['e', 'E']).is_some_and(|digits| {
        digits
            .chars()
            .all(|it| it.is_ascii_digit() || matches!(it, '+' | '-'))
    });
    starts && !exponent && text.chars().all(simple) && !ends && !word
}

/// Returns whether a text of several lines can stand as it is: no line begins or ends with a
/// blank, and no character is one that an editor or a reader may take for a line end.
fn is_block(text: &str) -> bool {
    let blank = |it: char| matches!(it, ' ' | '\t');
    let whole = |line: &str| !line.starts_with(blank) && !line.ends_with(blank);
    let simple = |it: char| matches!(it, '\n' | ' '..='~') || it.is_alphanumeric();
    text.contains('\n')
        && text.lines().all(whole)
        && text.chars().all(simple)
        && !text.starts_with('\n')
        && !text.ends_with("\n\n")
}
