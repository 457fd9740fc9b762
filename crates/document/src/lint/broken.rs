//! The rules, and the places that break them.

/// A rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rule {
    /// A lower bound is at most the upper one: otherwise no value fits (JSON Schema 2020-12,
    /// Validation, section 6).
    Bounds,
    /// No header parameter is one of those that OpenAPI ignores (3.1, section 4.8.12.2), nor a
    /// header of a response (section 4.8.17).
    IgnoredHeader,
    /// Every object and every choice of schemas is a component, so that generators can name it.
    InlineObject,
    /// The licence has a name, and an identifier or an address.
    Licence,
    /// No sentence is a draft that nobody has written yet.
    Unwritten,
    /// A pattern is a regular expression of ECMA-262 (JSON Schema 2020-12, Core, section 6.4).
    Pattern,
    /// A required property is a property of the schema, or of one that it is part of.
    Required,
    /// Every operation has servers in effect.
    Servers,
    /// A default, a constant and each listed value fit the schema that they stand in, and no value
    /// is listed twice.
    Value,
}

impl Rule {
    /// Every rule.
    pub const ALL: [Self; 9] = [
        Self::Bounds,
        Self::IgnoredHeader,
        Self::InlineObject,
        Self::Licence,
        Self::Unwritten,
        Self::Pattern,
        Self::Required,
        Self::Servers,
        Self::Value,
    ];

    /// The rule's name in messages.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Bounds => "bounds",
            Self::IgnoredHeader => "ignored-header",
            Self::InlineObject => "inline-object",
            Self::Licence => "licence",
            Self::Unwritten => "unwritten",
            Self::Pattern => "pattern",
            Self::Required => "required",
            Self::Servers => "servers",
            Self::Value => "value",
        }
    }
}

/// A place where a document breaks a rule.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Broken {
    /// The JSON pointer (RFC 6901) to the place.
    pub pointer: String,
    /// The rule.
    pub rule: Rule,
    /// What was expected, and what was found instead.
    pub problem: String,
}

impl Broken {
    pub(super) fn new(rule: Rule, pointer: impl Into<String>, problem: impl Into<String>) -> Self {
        Self {
            pointer: pointer.into(),
            rule,
            problem: problem.into(),
        }
    }
}
