//! A pattern of a layout file: `heading: {method} {path}`.
//!
//! It is a regular expression that the whole text must match, upper and lower case alike. In front
//! may stand the kind of block; `{name}` is one of the fields.

use std::ops::Range;

use regex_lite::{Captures, Regex, RegexBuilder};

use super::{FIELDS, Fields, Name, VALUES, known};
use crate::{Block, Kind};

const KINDS: Name = "heading paragraph item row code term definition tag";

#[derive(Clone, Debug)]
pub(super) struct Pattern {
    /// The kind of block; none is a heading, a paragraph, a term or a definition.
    kind: Option<Name>,
    level: Option<u8>,
    regex: Regex,
    fields: Vec<Name>,
    literals: Literals,
}

/// Words of a regular expression, one of which a text must have for it to be worth a search.
#[derive(Clone, Debug, Default)]
pub(super) struct Literals(Vec<String>);

impl Literals {
    const COMMON: Name = "and are can for the";

    /// The words of a pattern; none if a class of characters may stand for them.
    pub(super) fn of(pattern: &str) -> Self {
        let pattern = pattern.to_lowercase();
        let parts = pattern
            .split('{')
            .filter_map(|part| part.split('}').next_back());
        let parts: Vec<_> = parts.collect();
        let (mut text, mut groups, mut is_escaped) = (Vec::new(), Vec::new(), false);
        let (mut group, mut last) = (0, ' ');
        for letter in parts.join(" ").chars() {
            match letter {
                _ if is_escaped => text.push(' '),
                '(' => groups.push(text.len()),
                ')' => group = groups.pop().unwrap_or_default(),
                // What is optional need not be there.
                '?' | '*' if last == ')' => text.truncate(group),
                '?' | '*' => drop(text.pop()),
                _ => {}
            }
            text.push(if is_escaped { ' ' } else { letter });
            is_escaped = letter == '\\' && !is_escaped;
            last = if is_escaped { ' ' } else { letter };
        }
        let text: String = text.into_iter().collect();
        let words = text.split(|letter: char| !letter.is_alphabetic());
        let words = words.filter(|word| word.len() > 2 && known(Self::COMMON, word).is_none());
        let words = words.filter(|_| !text.contains('['));
        Self(words.map(str::to_owned).collect())
    }

    /// Whether a text in lower case may match.
    pub(super) fn are_in(&self, text: &str) -> bool {
        self.0.is_empty() || self.0.iter().any(|word| text.contains(&**word))
    }
}

impl Pattern {
    /// The pattern of a block.
    pub(super) fn of_block(text: &str) -> Result<Self, String> {
        let (front, rest) = text.split_once(':').unwrap_or(("", text));
        let (word, number) = front.split_once(' ').unwrap_or((front, ""));
        let level: Option<u8> = number.parse().ok();
        let kind = known(KINDS, word).filter(|_| number.is_empty() || level.is_some());
        let pattern = kind.map_or(text, |_| rest.trim_start());
        let (regex, fields) = expanded(pattern)?;
        let regex = compiled(&format!("^(?:{regex})$"))?;
        let (level, literals) = (level.filter(|_| kind.is_some()), Literals::default());
        Ok(Self {
            kind,
            level,
            regex,
            fields,
            literals,
        })
    }

    /// The pattern of a fact within a wording.
    pub(super) fn of_fact(text: &str) -> Result<Self, String> {
        let (regex, fields) = expanded(text)?;
        if fields.is_empty() || fields.iter().any(|field| known(VALUES, field).is_none()) {
            return Err(format!("expected placeholders of these: {VALUES}"));
        }
        // A value or a bound that other words follow may mean something else.
        let ends = ["{default}", "{example}", "{enum}", "{minimum}", "{maximum}"];
        let is_last = ends.iter().any(|end| text.ends_with(end));
        let end = if is_last {
            r"[.;,)\]]+(?:\s|$)|\s*$"
        } else {
            r"[.;,)\]]+|\s|$"
        };
        let regex = compiled(&format!(r"(?:^|[\s(\[])(?:{regex})(?:{end})"))?;
        let (kind, level, literals) = (None, None, Literals::of(text));
        Ok(Self {
            kind,
            level,
            regex,
            fields,
            literals,
        })
    }

    /// What a block says, if the pattern is its. The text of a tag may be its name alone.
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
            None => !["item", "row", "code", "tag"].contains(&kind),
        };
        let name = text.split(' ').next().filter(|_| block.kind == Kind::Tag);
        let mut texts = [Some(text), name].into_iter().flatten().filter(|_| is_kind);
        let text = texts.find(|text| self.regex.is_match(text))?;
        Some(self.fields(&self.regex.captures(text)?))
    }

    /// The first fact in a wording, and where it stands.
    pub(super) fn find(&self, text: &str, lower: &str) -> Option<(Fields, Range<usize>)> {
        let text = Some(text).filter(|_| self.literals.are_in(lower))?;
        let captures = self.regex.captures(text)?;
        // `One of them.` lists nothing; `One of: sloop.` does.
        let is_list = captures.name("enum").is_none_or(|values| {
            let is_introduced = text[..values.start()].trim_end().ends_with(':');
            is_introduced || values.as_str().contains([',', '|', ' '])
        });
        is_list.then(|| Some((self.fields(&captures), captures.get(0)?.range())))?
    }

    fn fields(&self, captures: &Captures) -> Fields {
        let fields = self.fields.iter().filter_map(|field| {
            let text = captures.name(&group(field))?.as_str().trim();
            Some((*field, text.to_owned()))
        });
        Fields(fields.collect())
    }
}

/// A regular expression, upper and lower case alike, of at most a megabyte.
pub(super) fn compiled(regex: &str) -> Result<Regex, String> {
    let mut builder = RegexBuilder::new(regex);
    let built = builder.case_insensitive(true).size_limit(1 << 20).build();
    built.map_err(|error| format!("expected a regular expression, but {error}"))
}

/// The name of a field's group: `-` is not allowed in it.
fn group(field: Name) -> String {
    field.replace('-', "_")
}

/// The regular expression with its placeholders, and these.
fn expanded(pattern: &str) -> Result<(String, Vec<Name>), String> {
    let (mut regex, mut fields, mut rest) = (String::new(), Vec::new(), pattern);
    while let Some((before, behind)) = rest.split_once('{') {
        regex.push_str(before);
        let is_name = behind.starts_with(|letter: char| letter.is_ascii_alphabetic());
        let Some((name, after)) = behind.split_once('}').filter(|_| is_name) else {
            regex.push('{');
            rest = behind;
            continue;
        };
        let field = known(FIELDS, name).or(known(VALUES, name));
        let field = field.filter(|field| !fields.contains(field)).ok_or_else(|| {
            format!("expected a placeholder of these, each once: {FIELDS} {VALUES}; but found `{name}`")
        })?;
        regex = format!("{regex}(?P<{}>{})", group(field), text_of(field));
        fields.push(field);
        rest = after;
    }
    Ok((regex + rest, fields))
}

/// The text that a field may have.
fn text_of(field: Name) -> Name {
    match field {
        "method" => "get|put|post|delete|patch|head|options",
        "path" => r"\S*/\S*",
        "url" => r"[a-z]+://\S+?",
        "status" => "[1-5](?:[0-9]{2}|xx)|default",
        "media" => r"[a-z]+/[\w.+*-]+",
        "required" => "required|optional|mandatory|not required|yes|no|true|false",
        "name" | "query" | "header" | "cookie" | "body" => r"[^\s,()|=]+?",
        "default" | "example" => r#""[^"]*"|'[^']*'|[^\s,;()"'\]]+?"#,
        "enum" => {
            r#"(?:"[^"]*"|'[^']*')(?:[\s,|]+(?:(?:or|and) )?(?:"[^"]*"|'[^']*'))*|[^\s,;|()"':\]]+?(?:(?:, (?:or |and )?|,| ?\| ?| or | and )[^\s,;|()"':\]]+?)*"#
        }
        "minimum" | "maximum" => r"-?\d+(?:\.\d+)?",
        "min-length" | "max-length" | "min-items" => r"\d+",
        "format" | "pattern" => r"\S+?",
        "title" => r"\S.*?",
        _ => ".+?",
    }
}
