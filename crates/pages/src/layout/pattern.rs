//! A pattern of a layout file: `heading: {method} {path}`.
//!
//! It is a regular expression that the whole text must match, upper and lower case alike. In front
//! may stand the kind of block; `{name}` is one of the fields.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::{LazyLock, Mutex};

use regex::{Captures, Regex, RegexBuilder};

use super::{CODE, FIELDS, Fields, Name, VALUES, known};
use crate::{Block, Kind};

const KINDS: Name = "heading paragraph item row code term definition tag";

/// The values behind which a sentence ends.
const ENDS: Name = "default example enum codes minimum maximum exclusive-minimum exclusive-maximum";

#[derive(Clone, Debug)]
pub(super) struct Pattern {
    /// The kind of block; none is a heading, a paragraph, a term or a definition.
    kind: Option<Name>,
    level: Option<u8>,
    regex: Regex,
    fields: Vec<Name>,
    /// Whether a fact is about nothing but numbers: then the text has a digit.
    is_number: bool,
    /// Whether a fact is about code: then the text has its mark.
    is_code: bool,
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
        Ok(Self {
            kind,
            level: level.filter(|_| kind.is_some()),
            regex,
            fields,
            is_number: false,
            is_code: false,
        })
    }

    /// The pattern of a fact within a wording. A backquote is the mark of code.
    pub(super) fn of_fact(text: &str) -> Result<Self, String> {
        let (regex, fields) = expanded(text)?;
        if fields.is_empty() || fields.iter().any(|field| known(VALUES, field).is_none()) {
            return Err(format!("expected placeholders of these: {VALUES}"));
        }
        let last = fields.last().filter(|field| {
            let text = text.trim_end_matches('`');
            text.ends_with(&format!("{{{field}}}"))
        });
        let end = match last.copied() {
            Some("pattern") => r"[.;,]?(?:\s|$)",
            // A value or a bound that other words follow may mean something else.
            Some(last) if known(ENDS, last).is_some() => r"[.;,)\]]+(?:\s|$)|\s*$",
            _ => r"[.;,)\]]+|\s|$",
        };
        let start = if text.starts_with('^') {
            ""
        } else {
            r"(?:^|[\s(\[])"
        };
        let regex = format!("{start}(?:{regex})(?:{end})").replace('`', &CODE.to_string());
        Ok(Self {
            kind: None,
            level: None,
            regex: compiled(&regex)?,
            is_number: fields.iter().all(|field| is_number(field)),
            is_code: fields.contains(&"codes"),
            fields,
        })
    }

    /// What a block says, if the pattern is its: `marked` is its text with the marks of code, if it
    /// has any. The text of a tag may be its name alone.
    pub(super) fn matches(&self, block: &Block, text: &str, marked: &str) -> Option<Fields> {
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
        Some(self.fields(&self.regex.captures(text)?, marked))
    }

    /// The first fact in a wording, and where it stands.
    pub(super) fn find(&self, text: &str) -> Option<(Fields, Range<usize>)> {
        let is_worth = (!self.is_number || text.contains(|it: char| it.is_ascii_digit()))
            && (!self.is_code || text.contains(CODE))
            && self.regex.is_match(text);
        let captures = self.regex.captures(Some(text).filter(|_| is_worth)?)?;
        let is_meant = |field: &Name| {
            let value = captures.name(&group(field));
            value.is_none_or(|it| is_meant(field, it.as_str(), text[..it.start()].trim_end()))
        };
        let is_meant = self.fields.iter().all(is_meant);
        is_meant.then(|| Some((self.fields(&captures, ""), captures.get(0)?.range())))?
    }

    fn fields(&self, captures: &Captures, marked: &str) -> Fields {
        let fields = self.fields.iter().filter_map(|field| {
            let found = captures.name(&group(field))?;
            let is_marked = !marked.is_empty() && ["type", "description"].contains(field);
            let text = if is_marked {
                with_marks(marked, found.range())
            } else {
                found.as_str()
            };
            Some((*field, text.trim().to_owned()))
        });
        Fields(fields.collect())
    }
}

/// Whether what a fact has found is a value, and not a part of a sentence.
fn is_meant(field: Name, value: &str, before: &str) -> bool {
    const USED: Name = "used applied assumed taken returned chosen";
    match field {
        // `One of them.` lists nothing; `One of: sloop.` does.
        "enum" => before.ends_with(':') || value.contains([',', '|', ' ']),
        // `The default is used.` and `the default rig.` name no value; `The default is sloop.` does.
        "default" if value.chars().all(char::is_alphabetic) => {
            let is_verb = before.ends_with(" is") || before.ends_with(" to");
            before.ends_with([':', '=', CODE])
                || matches!(value, "true" | "false" | "null")
                || (is_verb && known(USED, value).is_none())
        }
        "pattern" => value.contains(['^', '$', '[', '(', '*', '+', '\\']),
        _ => true,
    }
}

/// The part of a text with marks that is this part of the text without.
fn with_marks(marked: &str, range: Range<usize>) -> &str {
    let (mut bare, mut start, mut end) = (0, None, marked.len());
    for (at, letter) in marked.char_indices() {
        if bare == range.start {
            start.get_or_insert(at);
        }
        if letter != CODE && bare == range.end {
            end = at;
            break;
        }
        bare += if letter == CODE { 0 } else { letter.len_utf8() };
    }
    start.map_or("", |start| &marked[start..end])
}

/// A regular expression, upper and lower case alike, of at most a megabyte.
pub(super) fn compiled(regex: &str) -> Result<Regex, String> {
    // All layouts have the same patterns behind what is their own, and building one takes a while.
    static BUILT: LazyLock<Mutex<HashMap<String, Regex>>> = LazyLock::new(Mutex::default);
    let known = BUILT
        .lock()
        .ok()
        .and_then(|built| built.get(regex).cloned());
    if let Some(known) = known {
        return Ok(known);
    }
    let mut builder = RegexBuilder::new(regex);
    let built = builder.case_insensitive(true).size_limit(1 << 20).build();
    let built = built.map_err(|error| format!("expected a regular expression, but {error}"))?;
    if let Ok(mut known) = BUILT.lock() {
        known.insert(regex.to_owned(), built.clone());
    }
    Ok(built)
}

/// Whether a field holds a number.
pub(super) fn is_number(field: Name) -> bool {
    let starts = ["min", "max", "exclusive", "length"];
    starts.iter().any(|start| field.starts_with(start))
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
        "default" | "example" => {
            r#"`[^`]*`|"[^"]*"|'[^']*'|\[[^\]]*\]|\{[^}]*\}|(?:an )?empty (?:string|array|list|object)|-?\d{1,3}(?:,\d{3})+|[^\s,;()"'\]`]+?"#
        }
        // Values in quotation marks, values in code with their meanings, or words.
        "enum" => {
            r#"(?:"[^"]*"|'[^']*')(?:[\s,|]+(?:(?:or|and) )?(?:"[^"]*"|'[^']*'))*|`[^`]*`(?: ?\([^)`]*\)| ?[-–—:=] [^`.]*?)?(?:[\s,;|/.]+(?:(?:or|and) )?`[^`]*`(?: ?\([^)`]*\)| ?[-–—:=] [^`.]*?)?)*|[^\s,;|()"':\]`]+?(?: \([^)`]*\))?(?:(?:, (?:or |and )?|,| ?\| ?| or | and )[^\s,;|()"':\]`]+?(?: \([^)`]*\))?)*"#
        }
        "codes" => {
            r"`[^`\s]+`(?: ?\([^)`]*\))?(?:(?:,? or |, ?(?:or )?| ?[|/] ?)`[^`\s]+`(?: ?\([^)`]*\))?)+"
        }
        "minimum" | "maximum" | "exclusive-minimum" | "exclusive-maximum" => {
            r"`?-?(?:\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)`?"
        }
        "length" | "min-length" | "max-length" | "min-items" | "max-items" => {
            r"`?(?:\d{1,3}(?:,\d{3})+|\d+)`?"
        }
        "pattern" => r"`[^`]+`|[^\s`]+?",
        "format" => r"\S+?",
        "title" => r"\S.*?",
        _ => ".+?",
    }
}
