//! Requests in the languages for which the pages announce samples, and show none.

use std::collections::BTreeMap;

use serde::Deserialize;

/// One language, and which client of httpsnippet writes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Language {
    /// Its name for people.
    pub name: &'static str,
    /// The target of httpsnippet.
    pub target: &'static str,
    /// The client of the target: what comes with the language, where it has one.
    pub client: &'static str,
}

/// The languages that the pages list, in their order.
pub const LANGUAGES: [Language; 8] = [
    language("cURL", "shell", "curl"),
    language("Ruby", "ruby", "native"),
    language("Python", "python", "requests"),
    language("PHP", "php", "curl"),
    language("Java", "java", "nethttp"),
    // The `fetch` that Node has since version 18; httpsnippet's own for Node needs a package.
    language("Node", "javascript", "fetch"),
    language("Go", "go", "native"),
    language("Swift", "swift", "nsurlsession"),
];

const fn language(name: &'static str, target: &'static str, client: &'static str) -> Language {
    Language {
        name,
        target,
        client,
    }
}

/// The samples of each operation by its page's address: the code by the name of the language.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(transparent)]
pub struct Samples(pub BTreeMap<String, BTreeMap<String, String>>);

impl Samples {
    /// The samples of an operation, in the order of [`LANGUAGES`].
    pub(crate) fn of(&self, address: &str) -> Vec<(&'static str, &str)> {
        let known = self.0.get(address);
        let sample = |language: &Language| {
            let code = known?.get(language.name)?;
            Some((language.name, code.as_str()))
        };
        LANGUAGES.iter().filter_map(sample).collect()
    }

    /// The requests without a sample in a language: `address: Swift`.
    #[must_use]
    pub fn missing<'r>(&self, requests: impl Iterator<Item = &'r str>) -> Vec<String> {
        let mut missing = Vec::new();
        for address in requests {
            let known = self.0.get(address);
            for Language { name, .. } in LANGUAGES {
                let code = known.and_then(|known| known.get(name));
                if code.is_none_or(|code| code.trim().is_empty()) {
                    missing.push(format!("{address}: {name}"));
                }
            }
        }
        missing
    }
}
