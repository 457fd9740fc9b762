//! The names that may be said: those that documents have.
//!
//! A name in a recording can be a customer's: a map may have account numbers for keys, and a path is
//! full of them. A name is said only if a document has it, or if every word of it stands in a name of the
//! documents or is a technical one.

use std::collections::HashSet;

use serde_json::Value;

/// The longest name that is said.
const LONGEST: usize = 60;

/// Words that names of any API are made of, and names of people are not.
const COMMON: &str = "account accounts active address amount api balance body channel closed code codes \
    count country created currency data date debug description details email enabled end error errors \
    expires expiry fetch field fields file filter first flag format id ids include included index is \
    item items key kind last limit link links list message meta metadata mode modified name next \
    number offset order page pages parent path payload phone previous query reason reference request \
    response result results score self session size sort source start state status summary tax time \
    timestamp title token total trace transaction type types updated uri url user uuid value values \
    version";

/// The names of documents.
#[derive(Clone, Debug, Default)]
pub(crate) struct Names {
    /// Each as a document spells it.
    whole: HashSet<String>,
    /// Every word in them, in lower case.
    words: HashSet<String>,
}

impl Names {
    /// Learns the names of a document: paths, parameters, properties, components.
    pub(crate) fn learn(&mut self, document: &Value) {
        let common = COMMON.split_whitespace().map(str::to_owned);
        self.words.extend(common);
        self.of(document);
    }

    fn of(&mut self, document: &Value) {
        match document {
            Value::Object(members) => {
                for (name, value) in members {
                    let named = matches!(name.as_str(), "properties" | "paths" | "schemas");
                    if let (true, Some(names)) = (named, value.as_object()) {
                        names.keys().for_each(|name| self.add(name));
                    }
                    if let ("name", Some(name)) = (name.as_str(), value.as_str()) {
                        self.add(name);
                    }
                    if !matches!(name.as_str(), "example" | "examples" | "default" | "enum") {
                        self.of(value);
                    }
                }
            }
            Value::Array(items) => items.iter().for_each(|item| self.of(item)),
            _ => {}
        }
    }

    fn add(&mut self, name: &str) {
        self.whole.insert(name.to_owned());
        self.words.extend(words(name));
    }

    /// Whether a name may be said. One with a capital at its beginning can be a person's: it is said only
    /// if a document spells it so.
    pub(crate) fn know(&self, name: &str) -> bool {
        let is_plain = name.len() <= LONGEST && !name.starts_with(char::is_uppercase);
        let mut own = words(name).peekable();
        self.whole.contains(name)
            || is_plain && own.peek().is_some() && own.all(|word| self.words.contains(&word))
    }
}

/// The words of a name in `camelCase`, `snake_case`, `kebab-case` or a path, in lower case. A number of
/// up to two digits counts for nothing: what has `line1` knows `line2`.
fn words(name: &str) -> impl Iterator<Item = String> {
    let mut words = vec![String::new()];
    let mut before = ' ';
    for character in name.chars() {
        if !character.is_alphanumeric() || character.is_uppercase() && before.is_lowercase() {
            words.push(String::new());
        }
        if let Some(word) = words.last_mut().filter(|_| character.is_alphanumeric()) {
            word.extend(character.to_lowercase());
        }
        before = character;
    }
    let stem = |word: String| {
        let stem = word.trim_end_matches(|it: char| it.is_ascii_digit());
        match word.len() - stem.len() {
            0..=2 => stem.to_owned(),
            _ => word,
        }
    };
    words.into_iter().map(stem).filter(|word| !word.is_empty())
}
