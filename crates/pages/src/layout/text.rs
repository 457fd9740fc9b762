//! What stands in a text besides its words: marks such as `(required)`, and facts.

use std::ops::Range;
use std::sync::LazyLock;

use claims::Aspect;
use regex::Regex;

use super::field::{Field, Fields, Name};
use super::file::{Form, Layout};
use crate::block::BREAK;
use crate::markdown::CODE;

/// What a text says besides what is left of it.
#[derive(Clone, Debug, Default)]
pub(super) struct Said {
    pub(super) required: Option<bool>,
    pub(super) facts: Vec<(Aspect, String)>,
    pub(super) is_nullable: bool,
    /// The rest of the text, without marks of code.
    pub(super) rest: String,
}

/// The words that mark an element wherever they stand, with the keywords that they are; `optional`
/// first: `not required`.
const MARKS: [(Name, Name); 7] = [
    ("optional", ""),
    ("required", ""),
    ("deprecated", "deprecated=true"),
    ("read-only", "readOnly=true"),
    ("write-only", "writeOnly=true"),
    ("nullable", ""),
    ("positive", "exclusiveMinimum=0"),
];

/// A type that may be null, as it is written without spaces or the other way round.
static NULLABLE: LazyLock<Regex> = LazyLock::new(|| {
    let null = r"^(\S+?) ?[|¦/] ?null$|^null(?: or | ?[|¦/] ?)(\S+)$|^\?(\w\S*)$";
    Regex::new(&format!("(?i){null}")).expect("ways to write null")
});

/// The longest wording that is searched, in bytes.
const LONGEST: usize = 20_000;

impl Layout {
    /// What a type, or what stands behind a name, says: marks may be anywhere, `string?` may be null,
    /// and `string *` is required.
    pub(super) fn marks(&self, text: &str) -> Said {
        let text = NULLABLE.replace(text.trim(), "$1$2$3 or null");
        let mut said = self.said(&text, Form::Within);
        match said.rest.pop() {
            Some('?') => said.is_nullable = true,
            Some('*') => said.required = Some(true),
            last => said.rest.extend(last),
        }
        said.rest.truncate(said.rest.trim_end().len());
        said
    }

    /// What a text says; of a wording, marks stand at its ends.
    pub(super) fn said(&self, text: &str, form: Form) -> Said {
        let mut said = Said {
            rest: text.to_owned(),
            ..Said::default()
        };
        // Nobody words one thing at this length.
        let is_long = text.len() > LONGEST;
        if text.is_empty() || is_long || self.types.0.contains_key(&bare(&text.to_lowercase())) {
            said.rest = bare(text);
            return said;
        }
        for fact in &self.facts {
            if let Some((mut fields, range)) = fact.find(&said.rest) {
                // A format within a wording is only one if the types of the layout have it.
                for (_, format) in fields.0.iter_mut().filter(|it| it.0 == "format") {
                    let known = self.types.format(&format.to_lowercase());
                    known.unwrap_or_default().clone_into(format);
                }
                let values = self.values(&fields);
                // Bounds in the place of values are another fact's.
                let lists = |name: &Name| {
                    let field = Field::named(name);
                    field.is_some_and(|field| field.states == ["enum"])
                };
                if !values.is_empty() || !fields.0.iter().any(|(name, _)| lists(name)) {
                    said.facts.extend(values);
                    said.rest = without(&said.rest, range);
                }
            }
        }
        bare(&said.rest).trim().clone_into(&mut said.rest);
        // One mark may stand behind another.
        let found = |rest: &str| {
            let mut marks = MARKS.into_iter();
            marks.find_map(|mark| {
                let mut forms = [Form::Whole, form].into_iter();
                let range = forms.find_map(|form| self.find(mark.0, form, rest))?;
                (!range.is_empty()).then_some((mark, range))
            })
        };
        while let Some(((word, keyword), range)) = found(&said.rest) {
            said.rest = without(&said.rest, range);
            match word {
                "required" => said.required = Some(true),
                "optional" => said.required = Some(false),
                "nullable" => said.is_nullable = true,
                _ => said.facts.push((Aspect::Keyword, keyword.to_owned())),
            }
        }
        said
    }

    /// The values of the fields that are facts.
    pub(super) fn values(&self, fields: &Fields) -> Vec<(Aspect, String)> {
        let mut values = Vec::new();
        for (name, text) in &fields.0 {
            let (text, value) = (text.trim(), value(text.trim()));
            // `No default.`
            let is_none = text.trim_matches('.').is_empty() || self.is("none", &bare(text));
            let is_meant =
                |it: &&Field| !is_none && (!it.is_number || value.parse::<f64>().is_ok());
            let field = Field::named(name).filter(is_meant);
            for states in field.iter().flat_map(|field| &field.states) {
                match states.parse() {
                    Ok(Aspect::Enum) => values.extend(listed(text)),
                    Ok(Aspect::MediaType) => {
                        let each = value.split([',', ' ']).filter(|it| it.contains('/'));
                        values.extend(each.map(|it| (Aspect::MediaType, it.to_owned())));
                    }
                    Ok(aspect) => values.push((aspect, value.clone())),
                    Err(_) => values.push((Aspect::Keyword, format!("{states}={value}"))),
                }
            }
        }
        values
    }
}

/// A value without what it is written in: `"en"`, `1,000`, `an empty string`.
fn value(text: &str) -> String {
    let text = unquoted(text);
    let is_thousand = |digits: &str| digits.len() == 3 && digits.parse::<u16>().is_ok();
    let first = text.trim_start_matches('-').split(',').next();
    let is_number = first.is_some_and(|it| it.len() <= 3 && it.parse::<u16>().is_ok());
    match text.to_lowercase().trim_start_matches("an ") {
        "empty string" => String::new(),
        "empty array" | "empty list" => "[]".to_owned(),
        "empty object" => "{}".to_owned(),
        _ if is_number && text.split(',').skip(1).all(is_thousand) => bare(text).replace(',', ""),
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
    let mut marks = [CODE, '"', '\''].into_iter();
    if let Some(mark) = marks.find(|mark| text.contains(*mark)) {
        let parts: Vec<&str> = text.split(mark).collect();
        if parts.iter().any(|part| is_bound(part)) {
            return Vec::new();
        }
        for pair in parts[1..].chunks(2) {
            list(pair[0], pair.get(1).unwrap_or(&""));
        }
        return values;
    }
    let text = bare(text);
    let items = text.strip_prefix("- ").map(|it| it.replace(" - ", ","));
    let text = items.unwrap_or_else(|| text.replace(" or ", ",").replace(" and ", ","));
    for part in text.split([',', '|', ';', '[', ']']).map(str::trim) {
        let (value, behind) = part.split_once(" (").unwrap_or((part, ""));
        match value.trim_end_matches('.') {
            "" => {}
            "e.g" | "i.e" | "etc" => return Vec::new(),
            range if is_range(range) => return Vec::new(),
            sentence if sentence.contains(' ') => return Vec::new(),
            value => list(unquoted(value), behind),
        }
    }
    values
}

/// `1-5`, which is no value; a month is one, `2024-01`.
fn is_range(text: &str) -> bool {
    let is_end = |end: &str| end.len() <= 3 && end.parse::<u16>().is_ok();
    let ends = text.split_once(['-', '–']);
    ends.is_some_and(|ends| is_end(ends.0) && is_end(ends.1))
}

/// `<= 120 characters`, which is no value.
fn is_bound(text: &str) -> bool {
    let number = text.strip_prefix(['<', '>']);
    let number = number.map(|it| it.trim_start_matches(['=', ' ']));
    number.is_some_and(|it| it.starts_with(|it: char| it.is_ascii_digit() || it == '-'))
}

/// With one space between words, whatever spaces there are, and with marks of line ends only where a
/// sentence ends without a full stop.
pub(super) fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if plain.ends_with(BREAK) && !word.starts_with(char::is_uppercase) {
            plain.pop();
        }
        if !plain.is_empty() {
            plain.push(' ');
        }
        let shown = word.trim_end_matches(BREAK);
        plain.push_str(shown);
        if shown != word && !plain.ends_with(['.', ',', ':', ';', '!', '?']) {
            plain.push(BREAK);
        }
    }
    plain
}

/// Without marks of code and of line ends.
pub(super) fn bare(text: &str) -> String {
    text.replace([CODE, BREAK], "")
}

/// Without the marks of code and the quotation marks around it.
pub(super) fn unquoted(text: &str) -> &str {
    let mut marks = [CODE, '"', '\'', '`'].into_iter();
    let inner = marks.find_map(|mark| text.strip_prefix(mark)?.strip_suffix(mark));
    inner.map_or(text, unquoted)
}

/// A text without a part of it; what is left of brackets and commas around the part goes too.
fn without(text: &str, range: Range<usize>) -> String {
    let (before, behind) = (&text[..range.start], &text[range.end..]);
    let joined = format!("{} {}", before.trim_end(), behind.trim_start());
    let left = joined.trim_matches([' ', ',', ';', ':']);
    let is_open = left.contains('(') != left.contains(')');
    let left = left.replace(|it| is_open && "()".contains(it), "");
    left.trim().to_owned()
}
