//! What a second description says of one of our statements.

use std::collections::HashSet;

use claims::{Aspect, Claim};
use serde::Serialize;
use serde_json::Value;

use super::said::{Key, Stated};
use crate::case::Reviewed;
use crate::expected::Evidence;
use crate::reading::Readings;

/// What one statement of two descriptions is to the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// Both say something, and not the same.
    Contradicts,
    /// Both say the same.
    Confirms,
    /// Theirs says nothing of it.
    OnlyOurs,
    /// Ours says nothing of it.
    OnlyTheirs,
}

impl Verdict {
    /// Every verdict, the gravest first.
    pub const ALL: [Self; 4] = [
        Self::Contradicts,
        Self::Confirms,
        Self::OnlyOurs,
        Self::OnlyTheirs,
    ];

    /// Its name in reports.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Contradicts => "contradicts",
            Self::Confirms => "confirms",
            Self::OnlyOurs => "only ours",
            Self::OnlyTheirs => "only theirs",
        }
    }
}

/// A line of a page.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Line {
    /// The page's id.
    pub page: String,
    /// The line, from 1.
    pub line: u32,
}

/// What both descriptions say of one aspect of one element.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Answer {
    /// The operation, as ours calls it.
    pub operation: String,
    /// The place in it: `query`, `body`, a status.
    pub place: String,
    /// The name of a parameter or the dotted path of a property.
    pub name: String,
    /// What is said of it: the name of an aspect, or of a keyword.
    pub aspect: String,
    /// What one is to the other.
    pub verdict: Verdict,
    /// What ours says.
    pub ours: Vec<String>,
    /// What theirs says.
    pub theirs: Vec<String>,
    /// The lines that ours rests on.
    pub lines: Vec<Line>,
    /// The readings that ours rests on.
    pub readings: Vec<String>,
    /// Where our document says it (RFC 6901).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub our_pointer: Option<String>,
    /// Where theirs says it (RFC 6901).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub their_pointer: Option<String>,
    /// How many statements more are within what only one side has.
    pub within: usize,
}

impl Answer {
    pub(super) fn new(verdict: Verdict, at: (&str, &str, &str), aspect: Aspect) -> Self {
        let (operation, place, name) = at;
        Self {
            operation: operation.to_owned(),
            place: place.to_owned(),
            name: name.to_owned(),
            aspect: aspect.as_str().to_owned(),
            verdict,
            ours: Vec::new(),
            theirs: Vec::new(),
            lines: Vec::new(),
            readings: Vec::new(),
            our_pointer: None,
            their_pointer: None,
            within: 0,
        }
    }

    pub(super) fn about(verdict: Verdict, key: &Key) -> Self {
        let element = (&*key.operation, &*key.place, &*key.name);
        let mut answer = Self::new(verdict, element, key.aspect);
        if let Some(keyword) = &key.keyword {
            answer.aspect.clone_from(keyword);
        }
        answer
    }

    /// Notes what one side states: ours if the side is "only ours", else theirs.
    pub(super) fn at(&mut self, side: Verdict, stated: &[Stated]) {
        let values = stated.iter().map(|it| it.value().to_owned());
        let values: Vec<String> = values.filter(|value| !value.is_empty()).collect();
        let pointer = stated.iter().find_map(|it| it.pointer.as_ref());
        let pointer = pointer.map(ToString::to_string);
        if side == Verdict::OnlyOurs {
            (self.ours, self.our_pointer) = (values, pointer);
        } else {
            (self.theirs, self.their_pointer) = (values, pointer);
        }
    }

    /// Notes what claims of ours rest on.
    pub(super) fn rests_on(&mut self, ours: &Reviewed, claims: &[Claim]) {
        for claim in claims {
            self.grounds(ours.evidence(claim), ours.readings);
        }
    }

    pub(super) fn grounds(&mut self, evidence: &[Evidence], readings: &Readings) {
        for piece in evidence {
            self.lines.push(Line {
                page: piece.page.to_string(),
                line: piece.line,
            });
            let ids = piece
                .readings
                .iter()
                .map(|index| readings.all()[*index].id.get_ref());
            self.readings.extend(ids.cloned());
        }
        self.lines.sort();
        self.lines.dedup();
        self.readings.sort();
        self.readings.dedup();
    }

    /// Contradicts where values look alike and are of different types in the two descriptions: `1` and
    /// `"1"`.
    pub fn tell_types_apart(&mut self, [ours, theirs]: [&Value; 2]) {
        let is_enum = self.aspect == Aspect::Enum.as_str();
        if self.verdict != Verdict::Confirms || !(is_enum || self.aspect == "default") {
            return;
        }
        let values = |description: &Value, pointer: &Option<String>| {
            let value = description.pointer(pointer.as_deref()?)?;
            let list = value.as_array().filter(|_| is_enum);
            let values = list.map_or(std::slice::from_ref(value), Vec::as_slice);
            let types: HashSet<_> = values.iter().map(std::mem::discriminant).collect();
            Some((types, values.iter().map(Value::to_string).collect()))
        };
        let sides = values(ours, &self.our_pointer).zip(values(theirs, &self.their_pointer));
        if let Some(((_, ours), (_, theirs))) = sides.filter(|(own, their)| own.0 != their.0) {
            self.verdict = Verdict::Contradicts;
            (self.ours, self.theirs) = (ours, theirs);
        }
    }

    /// What it is about, as reports write it: `GET /boats · 200 · owner.name · type`.
    #[must_use]
    pub fn subject(&self) -> String {
        let parts = [&self.operation, &self.place, &self.name, &self.aspect];
        let parts = parts.into_iter().filter(|part| !part.is_empty());
        parts.map(String::as_str).collect::<Vec<_>>().join(" · ")
    }
}
