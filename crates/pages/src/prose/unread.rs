//! Sentences that look like a rule and give no fact.
//!
//! A few words give a rule away, such as *must* or *at most*. The list is generous: a sentence that
//! is no rule costs one recorded decision, and a rule that is passed over costs a wrong contract.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use regex::RegexSet;
use serde::Deserialize;

/// One kind of rule.
#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
struct Kind {
    phrases: Vec<String>,
    /// The aspects of the facts that carry such a rule.
    carried_by: Vec<String>,
}

/// Every kind, by name.
static KINDS: LazyLock<BTreeMap<String, Kind>> =
    LazyLock::new(|| toml::from_str(include_str!("unread.toml")).expect("kinds of rules"));

/// One pattern for each kind, of the words of a sentence with a space on either side of each.
static PATTERNS: LazyLock<RegexSet> = LazyLock::new(|| {
    let word = |due: &str| match due {
        "#" => "[0-9][^ ]* ".to_owned(),
        "^" | "$" => format!("\\{due} "),
        _ => format!("(?:{due}) "),
    };
    let phrase = |phrase: &String| phrase.split(' ').map(word).collect::<String>();
    let patterns = KINDS.values().map(|kind| {
        let phrases: Vec<_> = kind.phrases.iter().map(phrase).collect();
        format!(" (?:{})", phrases.join("|"))
    });
    RegexSet::new(patterns).expect("words and alternatives")
});

/// The kinds of rules that sentences of a wording seem to state, where no fact of the same sentence
/// carries such a rule.
#[must_use]
pub fn unread(wording: &str) -> BTreeSet<&'static str> {
    let sentences = wording.split(". ");
    sentences.flat_map(unread_in).collect()
}

fn unread_in(sentence: &str) -> Vec<&'static str> {
    let lowered = sentence.to_lowercase();
    let words: Vec<_> = lowered
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    let suspected = PATTERNS.matches(&format!(" ^ {} $ ", words.join(" ")));
    if !suspected.matched_any() {
        return Vec::new();
    }
    let facts = super::facts(sentence);
    let states = |aspect: &String| facts.iter().any(|fact| fact.0.as_str() == aspect);
    let kinds = KINDS.iter().enumerate();
    kinds
        .filter(|(index, (_, kind))| {
            suspected.matched(*index) && !kind.carried_by.iter().any(states)
        })
        .map(|(_, (name, _))| name.as_str())
        .collect()
}
