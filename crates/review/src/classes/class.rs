//! A class: category, sensitivity, masking, and the terms of two vocabularies.
//!
//! The words are those of `x-data-classification` in the registry of OpenAPI extensions
//! (<https://spec.openapis.org/registry/extension/x-data-classification.html>).

use std::collections::BTreeMap;

use claims::Element;
use serde::Deserialize;
use toml::Spanned;

use crate::reading::Pattern;

/// What kind of data it is, the weakest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Category {
    /// Nothing about a person.
    Other,
    /// How a person is reached.
    Contact,
    /// Anything else about a person.
    #[serde(rename = "PII")]
    Pii,
    /// A person's money: accounts, cards, credit, offers.
    Financial,
    /// A person's health.
    Health,
    /// An identifier or document that a state gave.
    GovernmentId,
    /// What only a few may know.
    Secret,
    /// What lets a person or program in.
    Credential,
}

impl Category {
    /// The category's name in the registry.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Other => "other",
            Self::Contact => "contact",
            Self::Pii => "PII",
            Self::Financial => "financial",
            Self::Health => "health",
            Self::GovernmentId => "government-id",
            Self::Secret => "secret",
            Self::Credential => "credential",
        }
    }
}

/// How sensitive it is, the least first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Sensitivity {
    /// Anybody may know it.
    Public,
    /// It says little or nothing about a person.
    Internal,
    /// It says something about one person.
    Confidential,
    /// Whoever has it can act as somebody, or take an identity or money.
    Restricted,
}

impl Sensitivity {
    /// The sensitivity's name in the registry.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        ["public", "internal", "confidential", "restricted"][self as usize]
    }
}

/// How a tool hides a value, for example in a log: the `strategy`, with what that needs.
pub type Masking = BTreeMap<String, String>;

/// One class, with the elements that have it: one entry of the file of classes.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Class {
    /// What reports call it; unique.
    pub(super) id: Spanned<String>,
    /// What kind of data it is.
    pub category: Category,
    /// How sensitive it is.
    pub sensitivity: Sensitivity,
    /// How a tool hides it.
    pub masking: Masking,
    /// The term of [DPV-PD](super::DPV), if one fits.
    #[serde(default)]
    pub dpv: Option<String>,
    /// The key of [fideslang](super::FIDESLANG).
    pub fideslang: String,
    /// Why the elements have it.
    pub reason: String,
    pub(super) applies_to: Vec<Selector>,
    /// Its line in the file, from 1.
    #[serde(skip)]
    pub line: usize,
}

impl Class {
    /// The class's id.
    #[must_use]
    pub fn id(&self) -> &str {
        self.id.get_ref()
    }

    /// What is compared to find the strongest of several classes.
    #[must_use]
    pub const fn strength(&self) -> (Sensitivity, Category) {
        (self.sensitivity, self.category)
    }

    /// `contact, confidential`.
    #[must_use]
    pub fn words(&self) -> String {
        format!("{}, {}", self.category.as_str(), self.sensitivity.as_str())
    }
}

/// Elements by name and by where they are; a part that is not given may be anything.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Selector {
    page: Option<Pattern>,
    operation: Option<Pattern>,
    place: Option<Pattern>,
    /// Each is the last part of a dotted path, or the last few: `city`, or `addressList.city`.
    pub(super) names: Vec<String>,
}

impl Selector {
    /// Whether it covers an element by one of its names.
    pub(super) fn covers(&self, name: &str, page: &str, element: &Element) -> bool {
        let fits = |pattern: &Option<Pattern>, text: &str| {
            pattern.as_ref().is_none_or(|it| it.matches(text))
        };
        let before = element.name.strip_suffix(name);
        before.is_some_and(|before| before.is_empty() || before.ends_with('.'))
            && fits(&self.page, page)
            && fits(&self.operation, &element.operation)
            && fits(&self.place, &element.place)
    }
}
