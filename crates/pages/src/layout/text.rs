//! What stands in a text besides its words: marks such as `(required)`, and facts.

use std::ops::Range;

use claims::Aspect;

use super::pattern::is_number;
use super::{CODE, Fields, Layout, MARKS, Name, VALUES, known};

/// What a text says besides what is left of it.
#[derive(Clone, Debug, Default)]
pub(super) struct Said {
    pub(super) required: Option<Name>,
    pub(super) facts: Vec<(Aspect, String)>,
    pub(super) is_nullable: bool,
    /// The rest of the text, without marks of code.
    pub(super) rest: String,
}

/// The fields that are keywords of JSON Schema without an aspect of their own.
const KEYWORDS: [(Name, Name); 3] = [
    ("max-items", "maxItems"),
    ("exclusive-minimum", "exclusiveMinimum"),
    ("exclusive-maximum", "exclusiveMaximum"),
];

/// The longest wording that is searched, in bytes.
const LONGEST: usize = 20_000;

impl Layout {
    /// What a type, or what stands behind a name, says: marks may be anywhere, `string?` may be null,
    /// and `string *` is required.
    pub(super) fn marks(&self, text: &str) -> Said {
        let mut said = self.said(text, 1);
        match said.rest.pop() {
            Some('?') => said.is_nullable = true,
            Some('*') => said.required = Some("true"),
            last => said.rest.extend(last),
        }
        said.rest.truncate(said.rest.trim_end().len());
        said
    }

    /// What a wording says: marks stand at its ends.
    pub(super) fn wording(&self, text: &str) -> Said {
        self.said(text, 2)
    }

    fn said(&self, text: &str, form: usize) -> Said {
        let lower = text.to_lowercase();
        let mut said = Said {
            rest: text.to_owned(),
            ..Said::default()
        };
        // Nobody words one thing at this length.
        let is_long = text.len() > LONGEST;
        if text.is_empty() || is_long || self.types.contains_key(&bare(&lower)) {
            said.rest = bare(text);
            return said;
        }
        for pattern in &self.facts {
            if let Some((fields, range)) = pattern.find(&said.rest) {
                let fields = Fields(
                    fields
                        .0
                        .into_iter()
                        .filter_map(|it| self.known(it))
                        .collect(),
                );
                said.facts.extend(self.values(&fields));
                said.rest = without(&said.rest, range);
            }
        }
        said.rest = bare(&said.rest);
        let is_marked = self
            .marks
            .as_ref()
            .is_some_and(|it| it.is_match(&said.rest));
        for word in MARKS.split(' ').filter(|_| is_marked) {
            let words = self.words.get(word);
            let find = |form: usize| Some(words?[form].find(&said.rest)?.range());
            let Some(range) = find(0).or_else(|| find(form)) else {
                continue;
            };
            said.rest = without(&said.rest, range);
            let keyword = |value: &str| (Aspect::Keyword, value.to_owned());
            match word {
                "required" => said.required = Some("true"),
                "optional" => said.required = Some("false"),
                "deprecated" => said.facts.push(keyword("deprecated=true")),
                "read-only" => said.facts.push(keyword("readOnly=true")),
                "write-only" => said.facts.push(keyword("writeOnly=true")),
                "positive" => said.facts.push(keyword("exclusiveMinimum=0")),
                _ => said.is_nullable = true,
            }
        }
        said
    }

    /// A field of a fact; a format within a wording is only one if the types of the layout have it.
    fn known(&self, (field, text): (Name, String)) -> Option<(Name, String)> {
        let format = || self.format(&text.to_lowercase()).map(str::to_owned);
        Some((field, if field == "format" { format()? } else { text }))
    }

    /// The format of a type that has one: of `datetime`, `date-time`.
    pub(super) fn format(&self, ty: &str) -> Option<&str> {
        Some(self.types.get(ty)?.split_once(' ')?.1)
    }

    /// The values of the fields that are facts.
    pub(super) fn values(&self, fields: &Fields) -> Vec<(Aspect, String)> {
        let mut values = Vec::new();
        for (field, text) in fields.0.iter().filter(|it| known(VALUES, it.0).is_some()) {
            let text = text.trim();
            if text.is_empty() || self.is("none", &bare(text)) {
                continue;
            }
            let value = value(text);
            if is_number(field) && value.parse::<f64>().is_err() {
                continue;
            }
            let keyword = KEYWORDS.iter().find(|keyword| keyword.0 == *field);
            match (*field, keyword) {
                (_, Some((_, keyword))) => {
                    values.push((Aspect::Keyword, format!("{keyword}={value}")));
                }
                ("enum" | "codes", _) => values.extend(listed(text)),
                ("length", _) => {
                    values.push((Aspect::MinLength, value.clone()));
                    values.push((Aspect::MaxLength, value));
                }
                _ => values.extend(field.parse().ok().map(|aspect| (aspect, value))),
            }
        }
        values
    }
}

/// A value without what it is written in: `"en"`, `1,000`, `an empty string`.
fn value(text: &str) -> String {
    let text = unquoted(text);
    let thousands = text
        .split(',')
        .skip(1)
        .all(|digits| digits.len() == 3 && digits.bytes().all(|digit| digit.is_ascii_digit()));
    match text.to_lowercase().trim_start_matches("an ") {
        "empty string" => String::new(),
        "empty array" | "empty list" => "[]".to_owned(),
        "empty object" => "{}".to_owned(),
        _ if thousands && text.starts_with(|it: char| it.is_ascii_digit() || it == '-') => {
            text.replace(',', "")
        }
        _ => bare(text),
    }
}

/// The values of a list, `"open", "closed"` or `open (default), closed or sold`; none if it is a
/// sentence.
fn listed(text: &str) -> Vec<(Aspect, String)> {
    let mut values = Vec::new();
    let mut list = |value: &str, behind: &str| {
        values.push((Aspect::Enum, value.to_owned()));
        let is_default = behind.trim_start_matches([' ', '(']).to_lowercase();
        if is_default.starts_with("default") {
            values.push((Aspect::Default, value.to_owned()));
        }
    };
    if let Some(mark) = [CODE, '"', '\'']
        .into_iter()
        .find(|mark| text.contains(*mark))
    {
        let parts: Vec<&str> = text.split(mark).collect();
        for pair in parts[1..].chunks(2) {
            list(pair[0], pair.get(1).unwrap_or(&""));
        }
        return values;
    }
    let text = text.replace(" or ", ",").replace(" and ", ",");
    for part in text.split([',', '|', ';', '[', ']']).map(str::trim) {
        let (value, behind) = part.split_once(" (").unwrap_or((part, ""));
        match value.trim_end_matches('.') {
            "" => {}
            sentence if sentence.contains(' ') => return Vec::new(),
            value => list(unquoted(value), behind),
        }
    }
    values
}

/// Without marks of code.
pub(super) fn bare(text: &str) -> String {
    text.replace(CODE, "")
}

pub(super) fn unquoted(text: &str) -> &str {
    let inner = |mark| text.strip_prefix(mark)?.strip_suffix(mark);
    let mut marks = [CODE, '"', '\'', '`'].into_iter();
    let text = marks.find_map(inner).unwrap_or(text);
    let inner = |mark| text.strip_prefix(mark)?.strip_suffix(mark);
    ['"', '\''].into_iter().find_map(inner).unwrap_or(text)
}

/// A text without a part of it; what is left of brackets and commas around the part goes too.
fn without(text: &str, range: Range<usize>) -> String {
    let (before, behind) = (&text[..range.start], &text[range.end..]);
    let joined = format!("{} {}", before.trim_end(), behind.trim_start());
    let left = joined.trim_matches([' ', ',', ';', ':']);
    let is_open = left.contains('(') != left.contains(')');
    if is_open {
        left.replace(['(', ')'], "").trim().to_owned()
    } else {
        left.to_owned()
    }
}
