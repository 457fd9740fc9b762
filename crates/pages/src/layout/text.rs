//! What stands in a text besides its words: marks such as `(required)`, and facts.

use std::ops::Range;

use claims::Aspect;

use super::{Fields, Layout, Name, VALUES, known};

/// What a text says besides what is left of it.
#[derive(Clone, Debug, Default)]
pub(super) struct Said {
    pub(super) required: Option<Name>,
    pub(super) facts: Vec<(Aspect, String)>,
    pub(super) is_nullable: bool,
    /// The rest of the text.
    pub(super) rest: String,
}

/// The words that mark an element wherever they stand; `optional` first: `not required`.
const MARKS: Name = "optional required deprecated read-only write-only nullable";

impl Layout {
    /// What a type, or what stands behind a name, says: marks may be anywhere.
    pub(super) fn marks(&self, text: &str) -> Said {
        self.said(text, 1)
    }

    /// What a wording says: marks stand at its ends.
    pub(super) fn wording(&self, text: &str) -> Said {
        self.said(text, 2)
    }

    fn said(&self, text: &str, form: usize) -> Said {
        let (lower, rest) = (text.to_lowercase(), text.to_owned());
        let mut said = Said {
            rest,
            ..Said::default()
        };
        if text.is_empty() || self.types.contains_key(&lower) {
            return said;
        }
        for pattern in &self.facts {
            if let Some((fields, range)) = pattern.find(&said.rest, &lower) {
                said.facts.extend(self.values(&fields));
                said.rest = without(&said.rest, range);
            }
        }
        for word in MARKS.split(' ') {
            let words = self.words.get(word).filter(|words| words.0.are_in(&lower));
            let find = |form: usize| Some(words?.1[form].find(&said.rest)?.range());
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
                _ => said.is_nullable = true,
            }
        }
        said
    }

    /// The values of the fields that are aspects as they are.
    pub(super) fn values(&self, fields: &Fields) -> Vec<(Aspect, String)> {
        let mut values = Vec::new();
        for (field, text) in &fields.0 {
            let aspect = known(VALUES, field).and_then(|field| field.parse::<Aspect>().ok());
            let (text, Some(aspect)) = (text.trim(), aspect) else {
                continue;
            };
            let is_number = field.starts_with("min") || field.starts_with("max");
            match aspect {
                _ if text.is_empty() || self.is("none", text) => {}
                Aspect::Enum => {
                    values.extend(listed(text).into_iter().map(|value| (aspect, value)));
                }
                _ if is_number && text.parse::<f64>().is_err() => {}
                _ => values.push((aspect, unquoted(text).to_owned())),
            }
        }
        values
    }
}

/// The values of a list, `"open", "closed"` or `open, closed or sold`; none if it is a sentence.
fn listed(text: &str) -> Vec<String> {
    if text.contains('"') {
        let quoted = text.split('"').skip(1).step_by(2);
        return quoted.map(str::to_owned).collect();
    }
    let text = text.replace(" or ", ",").replace(" and ", ",");
    let values = text.split([',', '|', ';', '[', ']']).map(str::trim);
    let values = values.map(|value| unquoted(value.trim_end_matches('.')).to_owned());
    let mut values: Vec<_> = values.filter(|value| !value.is_empty()).collect();
    if values.iter().any(|value| value.contains(' ')) {
        values.clear();
    }
    values
}

pub(super) fn unquoted(text: &str) -> &str {
    let inner = |mark| text.strip_prefix(mark)?.strip_suffix(mark);
    ['"', '\'', '`'].into_iter().find_map(inner).unwrap_or(text)
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
