//! Which claims of a page a reading is about.

use std::fmt;

use claims::{Aspect, Claim};
use serde::{Deserialize, Deserializer, de};
use wildmatch::WildMatchPattern;

/// `*` is any run of characters; `?` is itself, for it stands for a method that a page lost.
type WildMatch = WildMatchPattern<'*', '\0'>;

/// A text in which `*` stands for any run of characters, or a text without.
#[derive(Clone)]
pub struct Pattern(Option<WildMatch>, String);

impl Pattern {
    /// Whether a text is as the pattern has it.
    #[must_use]
    pub fn matches(&self, text: &str) -> bool {
        match &self.0 {
            Some(pattern) => pattern.matches(text),
            None => self.1 == text,
        }
    }

    /// The pattern as written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.1
    }
}

impl fmt::Debug for Pattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.1, f)
    }
}

impl<'de> Deserialize<'de> for Pattern {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        // Most patterns are a text without `*`, which is compared as a whole.
        let pattern = text.contains('*').then(|| WildMatch::new(&text));
        Ok(Self(pattern, text))
    }
}

/// One text or several.
#[derive(Clone, Debug, Deserialize)]
#[serde(untagged, expecting = "a string or a list of strings")]
pub enum Names {
    /// One.
    One(String),
    /// Several.
    Many(Vec<String>),
}

impl Names {
    /// The texts.
    #[must_use]
    pub fn all(&self) -> &[String] {
        match self {
            Self::One(name) => std::slice::from_ref(name),
            Self::Many(names) => names,
        }
    }
}

/// Claims by their parts; a part that is not given may be anything.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Selector {
    /// The operation.
    pub operation: Option<Pattern>,
    /// The place.
    pub place: Option<Pattern>,
    /// The name.
    pub name: Option<Pattern>,
    /// The aspect.
    #[serde(default, deserialize_with = "some_aspect")]
    pub aspect: Option<Aspect>,
    /// The value.
    pub value: Option<Pattern>,
    /// Whether only claims about something with a name are meant, not those about a whole body.
    #[serde(default)]
    pub named: bool,
    /// Whether only operations that the page lists and does not document are meant.
    #[serde(default)]
    pub only_listed: bool,
}

impl Selector {
    /// Whether the claim is one of these; `documented` tells whether the page documents the
    /// claim's operation.
    #[must_use]
    pub fn covers(&self, claim: &Claim, documented: bool) -> bool {
        let fits = |pattern: &Option<Pattern>, text: &str| {
            pattern.as_ref().is_none_or(|pattern| pattern.matches(text))
        };
        self.aspect.is_none_or(|aspect| aspect == claim.aspect)
            && !(self.only_listed && documented)
            && !(self.named && claim.name.is_empty())
            && fits(&self.name, &claim.name)
            && fits(&self.place, &claim.place)
            && fits(&self.value, &claim.value)
            && fits(&self.operation, &claim.operation)
    }
}

impl fmt::Display for Selector {
    /// `place 200, name emails, aspect type`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = |pattern: &Option<Pattern>| pattern.as_ref().map(|p| p.as_str().to_owned());
        let parts = [
            ("operation", text(&self.operation)),
            ("place", text(&self.place)),
            ("name", text(&self.name)),
            ("aspect", self.aspect.map(|aspect| aspect.to_string())),
            ("value", text(&self.value)),
        ];
        let parts = parts
            .into_iter()
            .filter_map(|(part, text)| Some((part, text?)));
        let mut parts: Vec<_> = parts
            .map(|(part, text)| format!("{part} `{text}`"))
            .collect();
        if self.named {
            parts.push("a name".to_owned());
        }
        if self.only_listed {
            parts.push("an operation that is only listed".to_owned());
        }
        f.write_str(&parts.join(", "))
    }
}

pub(super) fn aspect<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Aspect, D::Error> {
    String::deserialize(deserializer)?
        .parse()
        .map_err(de::Error::custom)
}

pub(super) fn some_aspect<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<Aspect>, D::Error> {
    aspect(deserializer).map(Some)
}
