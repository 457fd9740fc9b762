//! A pattern of a layout file: `heading: {method} {path}`.
//!
//! It is a regular expression that the whole text must match, upper and lower case alike. In front
//! may stand the kind of block; `{name}` is one of the fields.

use regex_lite::{Regex, RegexBuilder};

use super::field::{Field, Fields};
use crate::{Block, Kind};

/// The largest pattern once it is compiled, in bytes.
const LARGEST: usize = 1 << 20;

#[derive(Clone, Debug)]
pub(super) struct Pattern {
    /// The kind of block; none is any but rows and code.
    kind: Option<&'static str>,
    level: Option<u8>,
    regex: Regex,
    fields: Vec<Field>,
}

const KINDS: [&str; 8] = [
    "heading",
    "paragraph",
    "item",
    "row",
    "code",
    "term",
    "definition",
    "tag",
];

impl Pattern {
    /// The pattern of a block.
    pub(super) fn of_block(text: &str) -> Result<Self, String> {
        let (mut kind, mut level, mut pattern) = (None, None, text);
        if let Some((front, rest)) = text.split_once(':') {
            let (word, number) = front.split_once(' ').unwrap_or((front, ""));
            kind = KINDS.into_iter().find(|kind| *kind == word);
            level = number.parse().ok().filter(|level| (1..=6).contains(level));
            let is_front = number.is_empty() || (level.is_some() && word == "heading");
            if kind.is_some() && is_front {
                pattern = rest.trim_start();
            } else {
                (kind, level) = (None, None);
            }
        }
        let (regex, fields) = expanded(pattern)?;
        let regex = compiled(&format!("^(?:{regex})$"))?;
        Ok(Self {
            kind,
            level,
            regex,
            fields,
        })
    }

    /// The pattern of a fact within a wording.
    pub(super) fn of_fact(text: &str) -> Result<Self, String> {
        let (regex, fields) = expanded(text)?;
        if fields.is_empty() || fields.iter().any(|field| field.aspect().is_none()) {
            return Err("expected a fact such as `{default}` or `{maximum}`".to_owned());
        }
        // A value or a bound that other words follow may mean something else.
        let ends = ["{default}", "{example}", "{enum}", "{minimum}", "{maximum}"];
        let ends_in_value = ends.iter().any(|end| text.ends_with(end));
        let end = if ends_in_value {
            r"(?:[.;,)\]]+(?:\s|$)|\s*$)"
        } else {
            r"(?:[.;,)\]]+|\s|$)"
        };
        let regex = compiled(&format!(r"(?:^|[\s(\[])(?:{regex}){end}"))?;
        Ok(Self {
            kind: None,
            level: None,
            regex,
            fields,
        })
    }

    /// What a block says, if the pattern is its.
    pub(super) fn matches(&self, block: &Block, text: &str) -> Option<Fields> {
        let (kind, level) = match block.kind {
            Kind::Heading(level) => ("heading", Some(level)),
            Kind::Paragraph => ("paragraph", None),
            Kind::Item(_) => ("item", None),
            Kind::HeadingRow | Kind::Row => ("row", None),
            Kind::Code => ("code", None),
            Kind::Term => ("term", None),
            Kind::Definition => ("definition", None),
            Kind::Tag => ("tag", None),
        };
        let is_kind = match self.kind {
            Some(own) => own == kind && (self.level.is_none() || self.level == level),
            None => !["row", "code", "tag"].contains(&kind),
        };
        if !is_kind {
            return None;
        }
        let name = text.split(' ').next().filter(|_| block.kind == Kind::Tag);
        let captures = self
            .regex
            .captures(text)
            .or_else(|| self.regex.captures(name?))?;
        Some(self.captured(&captures))
    }

    /// The first fact in a wording, and where it stands.
    pub(super) fn find(&self, text: &str) -> Option<(Fields, std::ops::Range<usize>)> {
        let captures = self.regex.captures(text)?;
        let whole = captures.get(0)?;
        // `One of them.` lists nothing; `One of: sloop.` does.
        if let Some(values) = captures.name("enum")
            && !text[..values.start()].trim_end().ends_with(':')
            && !values.as_str().contains([',', '|', ' '])
        {
            return None;
        }
        (!whole.is_empty()).then(|| (self.captured(&captures), whole.range()))
    }

    fn captured(&self, captures: &regex_lite::Captures) -> Fields {
        let of = |field: &Field| {
            captures
                .name(&group(*field))
                .map(|it| it.as_str().trim().to_owned())
        };
        Fields(
            self.fields
                .iter()
                .filter_map(|field| Some((*field, of(field)?)))
                .collect(),
        )
    }
}

/// A regular expression, upper and lower case alike.
pub(super) fn compiled(regex: &str) -> Result<Regex, String> {
    let mut builder = RegexBuilder::new(regex);
    let built = builder.case_insensitive(true).size_limit(LARGEST).build();
    built.map_err(|error| {
        format!("expected a regular expression, but found one with {error} instead")
    })
}

/// The name of a field's group: `-` is not allowed in it.
fn group(field: Field) -> String {
    field.as_str().replace('-', "_")
}

/// The regular expression with its placeholders, and these.
fn expanded(pattern: &str) -> Result<(String, Vec<Field>), String> {
    let mut regex = String::new();
    let mut fields = Vec::new();
    let mut rest = pattern;
    while let Some((before, behind)) = rest.split_once('{') {
        regex.push_str(before);
        let inner = behind.split_once('}');
        let word = |word: &str| word.starts_with(|letter: char| letter.is_ascii_alphabetic());
        let Some((name, behind)) = inner.filter(|inner| word(inner.0) && !before.ends_with('\\'))
        else {
            regex.push('{');
            rest = behind;
            continue;
        };
        let Some(field) = Field::named(name) else {
            let known: Vec<_> = Field::ALL.iter().map(|field| field.as_str()).collect();
            return Err(format!(
                "expected one of {{{}}}, but found `{{{name}}}` instead",
                known.join("}, {")
            ));
        };
        if fields.contains(&field) {
            return Err(format!(
                "expected `{{{name}}}` once; write the alternatives as patterns of their own"
            ));
        }
        regex.push_str(&format!("(?P<{}>{})", group(field), text_of(field)));
        fields.push(field);
        rest = behind;
    }
    regex.push_str(rest);
    Ok((regex, fields))
}

/// The text that a field may have.
fn text_of(field: Field) -> &'static str {
    const VALUE: &str = r#""[^"]*"|'[^']*'|[^\s,;()"']+?"#;
    match field {
        Field::Method => "get|put|post|delete|patch|head|options",
        Field::Path => r"\S*/\S*",
        Field::Url => r"[a-z]+://\S+?",
        Field::Status => "[1-5](?:[0-9]{2}|xx)|default",
        Field::Media => r"[a-z]+/[\w.+*-]+",
        Field::Name | Field::Query | Field::Header | Field::Cookie | Field::Body => r"[^\s,()|=]+?",
        Field::Default | Field::Example => VALUE,
        Field::Enum => {
            r#"(?:"[^"]*"|'[^']*')(?:[\s,|]+(?:(?:or|and) )?(?:"[^"]*"|'[^']*'))*|[^\s,;|()"':]+?(?:(?:, (?:or |and )?|,| ?\| ?| or | and )[^\s,;|()"':]+?)*"#
        }
        Field::Minimum | Field::Maximum => r"-?\d+(?:\.\d+)?",
        Field::MinLength | Field::MaxLength | Field::MinItems => r"\d+",
        Field::Format | Field::Pattern => r"\S+?",
        Field::Required => "required|optional|mandatory|not required|yes|no|true|false",
        Field::Title => r"\S.*?",
        _ => ".+?",
    }
}
