//! What stands in a text besides its words: marks such as `(required)`, and facts.

use claims::Aspect;

use super::Layout;
use super::field::{Field, Fields, Word};

/// What a text says besides what is left of it.
#[derive(Debug, Default)]
pub(super) struct Said {
    pub(super) required: Option<&'static str>,
    pub(super) facts: Vec<(Aspect, String)>,
    pub(super) is_nullable: bool,
    /// The rest of the text.
    pub(super) rest: String,
}

impl Said {
    fn mark(&mut self, word: Word) {
        match word {
            Word::Required => self.required = Some("true"),
            Word::Optional => self.required = Some("false"),
            Word::Deprecated => self.keyword("deprecated=true"),
            Word::ReadOnly => self.keyword("readOnly=true"),
            Word::WriteOnly => self.keyword("writeOnly=true"),
            Word::Nullable => self.is_nullable = true,
            Word::Yes | Word::No | Word::None | Word::Itself => {}
        }
    }

    fn keyword(&mut self, value: &str) {
        self.facts.push((Aspect::Keyword, value.to_owned()));
    }
}

/// The words that mark an element wherever they stand; `optional` first: `not required`.
const MARKS: [Word; 6] = [
    Word::Optional,
    Word::Required,
    Word::Deprecated,
    Word::ReadOnly,
    Word::WriteOnly,
    Word::Nullable,
];

impl Layout {
    /// What a type, or what stands behind a name, says: marks may be anywhere.
    pub(super) fn marks(&self, text: &str) -> Said {
        self.said(text, |words| &words.within)
    }

    /// What a wording says: marks stand at its ends.
    pub(super) fn wording(&self, text: &str) -> Said {
        self.said(text, |words| &words.marked)
    }

    fn said(&self, text: &str, regex: impl Fn(&super::Words) -> &regex_lite::Regex) -> Said {
        let mut said = Said {
            rest: text.to_owned(),
            ..Said::default()
        };
        for pattern in &self.facts {
            if let Some((fields, range)) = pattern.find(&said.rest) {
                said.facts.extend(self.values(&fields));
                said.rest = without(&said.rest, range);
            }
        }
        for word in MARKS {
            let Some(words) = self.words.get(&word) else {
                continue;
            };
            // The whole is a mark too: `Required`.
            if words.whole.is_match(&said.rest) {
                said.mark(word);
                said.rest.clear();
            } else if let Some(range) = regex(words).find(&said.rest).map(|found| found.range()) {
                said.mark(word);
                said.rest = without(&said.rest, range);
            }
        }
        said
    }

    /// The values of the fields that are aspects as they are.
    pub(super) fn values(&self, fields: &Fields) -> Vec<(Aspect, String)> {
        let mut values = Vec::new();
        for (field, text) in &fields.0 {
            let Some(aspect) = field.aspect() else {
                continue;
            };
            let mut text = text.trim();
            if text.is_empty() || self.is(Word::None, text) {
                continue;
            }
            if aspect == Aspect::Enum {
                values.extend(listed(text).into_iter().map(|value| (aspect, value)));
                continue;
            }
            if field >= &Field::MinLength && text.parse::<f64>().is_err() {
                continue;
            }
            text = unquoted(text);
            values.push((aspect, text.to_owned()));
        }
        values
    }
}

/// The values of a list, `"open", "closed"` or `open, closed or sold`; none if it is a sentence.
fn listed(text: &str) -> Vec<String> {
    let text = text.trim().trim_matches(['[', ']']).trim_end_matches('.');
    let parts: Vec<String> = if text.contains('"') {
        text.split('"')
            .skip(1)
            .step_by(2)
            .map(str::to_owned)
            .collect()
    } else {
        let text = text.replace(" or ", ",").replace(" and ", ",");
        let parts = text
            .split([',', '|', ';'])
            .map(|part| unquoted(part.trim()).to_owned());
        parts
            .map(|part| part.trim_start_matches("or ").to_owned())
            .filter(|part| !part.is_empty())
            .collect()
    };
    let is_value = |part: &String| !part.contains(' ') || text.contains('"');
    if parts.iter().all(is_value) {
        parts
    } else {
        Vec::new()
    }
}

fn unquoted(text: &str) -> &str {
    let inner = |mark| text.strip_prefix(mark)?.strip_suffix(mark);
    ['"', '\'', '`'].into_iter().find_map(inner).unwrap_or(text)
}

/// A text without a part of it; what is left of brackets and commas around the part goes too.
fn without(text: &str, range: std::ops::Range<usize>) -> String {
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
