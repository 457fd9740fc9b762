//! What a schema says of a value beside its type: bounds, possible values, where to look them up.

use serde_json::Value;

use crate::operation::text;

/// One fact: words, and the value that they introduce, if there is one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Fact {
    /// `Pattern: `, or `At most 16 characters`.
    pub(crate) words: String,
    /// The value as the document has it.
    pub(crate) value: Option<String>,
}

impl Fact {
    fn new(words: impl Into<String>) -> Self {
        Self {
            words: words.into(),
            value: None,
        }
    }

    fn of(words: &str, value: impl Into<String>) -> Self {
        Self {
            words: words.to_owned(),
            value: Some(value.into()),
        }
    }
}

/// The facts of a schema, its possible values excepted.
pub(crate) fn facts(schema: &Value) -> Vec<Fact> {
    let mut facts = Vec::new();
    bounds(schema, &mut facts);
    for (key, words) in [
        ("x-reference-data", "Reference data: "),
        ("x-reference-code", "Reference code: "),
        ("pattern", "Pattern: "),
    ] {
        let value = text(schema, key);
        if !value.is_empty() {
            facts.push(Fact::of(words, value));
        }
    }
    if let Some(value) = schema.get("default") {
        facts.push(Fact::of("When absent: ", plain(value)));
    }
    let examples = schema["examples"].as_array().into_iter().flatten();
    for example in schema.get("example").into_iter().chain(examples) {
        facts.push(Fact::of("Example: ", plain(example)));
    }
    facts
}

/// The possible values of a schema or of its items, each with its meaning where that is said.
pub(crate) fn values(schema: &Value) -> Vec<(String, Option<&str>)> {
    let schema = schema
        .get("items")
        .filter(|it| it.get("enum").is_some())
        .unwrap_or(schema);
    let meanings = &schema["x-enumDescriptions"];
    let values = schema["enum"].as_array().into_iter().flatten();
    let value = |value: &Value| {
        let value = plain(value);
        let meaning = meanings[&value].as_str();
        (value, meaning)
    };
    values.map(value).collect()
}

fn bounds(schema: &Value, facts: &mut Vec<Fact>) {
    let exactly = schema["minLength"].as_number();
    let exactly = exactly.filter(|least| Some(*least) == schema["maxLength"].as_number());
    if let Some(length) = exactly {
        facts.push(Fact::new(format!("Exactly {length} characters")));
    }
    for (key, before, after) in [
        ("minLength", "At least ", " characters"),
        ("maxLength", "At most ", " characters"),
        ("minItems", "At least ", " items"),
        ("minimum", "At least ", ""),
        ("maximum", "At most ", ""),
    ] {
        let told = exactly.is_some() && key.ends_with("Length");
        if let Some(bound) = schema[key].as_number().filter(|_| !told) {
            facts.push(Fact::new(format!("{before}{bound}{after}")));
        }
    }
    let precision = text(schema, "x-precision");
    match precision.split_once(',') {
        Some((digits, decimals)) => {
            facts.push(Fact::new(format!(
                "At most {digits} digits, {decimals} of them decimals"
            )));
        }
        None if precision.is_empty() => {}
        None => facts.push(Fact::new(format!("At most {precision} digits"))),
    }
}

/// A value as people write it: text without its quotes.
pub(crate) fn plain(value: &Value) -> String {
    value
        .as_str()
        .map_or_else(|| value.to_string(), str::to_owned)
}
