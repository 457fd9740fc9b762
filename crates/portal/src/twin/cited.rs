//! Evidence in a few characters: labels, lines, and numbers for readings.

use std::collections::{BTreeMap, BTreeSet};

use claims::{Aspect, Claim};
use review::Readings;
use review::explain::{Claimed, Ground};

use crate::ledger::Told;
use crate::words;

/// Lines by page.
type Lines = BTreeMap<String, BTreeSet<u32>>;

/// What rests on the same: each label with its lines.
type Group = Vec<(String, Lines)>;

/// Writes evidence, and remembers which readings it named, in the order of the first mention.
pub(super) struct Cited<'c> {
    readings: &'c Readings,
    /// The page whose lines need no name.
    page: &'c str,
    named: Vec<usize>,
}

impl<'c> Cited<'c> {
    /// Nothing named yet.
    pub(super) fn of(readings: &'c Readings, page: &'c str) -> Self {
        Self {
            readings,
            page,
            named: Vec::new(),
        }
    }

    /// The readings that were named.
    pub(super) fn named(&self) -> &[usize] {
        &self.named
    }

    /// The evidence of statements in braces, after a space; nothing of nothing. Values that the text
    /// before the braces has are not repeated.
    pub(super) fn braces(&mut self, stated: &[Told]) -> String {
        self.evidence(stated, label)
    }

    /// The same with every value.
    pub(super) fn braces_with_values(&mut self, stated: &[Told]) -> String {
        self.evidence(stated, |said, _| valued(said))
    }

    fn evidence(&mut self, stated: &[Told], label: fn(&Claimed, Ground) -> String) -> String {
        let mut groups: Vec<(String, Group)> = Vec::new();
        for told in stated {
            // A mark says of what another statement rests on, and that statement says it here.
            if told.statement.aspect.is_mark() {
                continue;
            }
            for ((ground, by), lines) in told.origins {
                let rests = self.rests(told.statement, *ground, by);
                let group = entry(&mut groups, rests);
                let known = entry(group, label(told.statement, *ground));
                for (page, lines) in lines {
                    known.entry(page.clone()).or_default().extend(lines);
                }
            }
        }
        let groups = groups.iter().map(|(rests, group)| {
            let said = self.said(group);
            if rests.is_empty() {
                said
            } else {
                format!("{rests}: {said}")
            }
        });
        let said = groups.collect::<Vec<_>>().join("; ");
        if said.is_empty() {
            said
        } else {
            format!(" {{{said}}}")
        }
    }

    /// `inferred R3`, `placed by R1 R2`; empty where a line is enough.
    fn rests(&mut self, said: &Claimed, ground: Ground, by: &[usize]) -> String {
        let (place, name) = said.about.split_once(" · ").unwrap_or((&said.about, ""));
        let claim = Claim::new("", place, name, said.aspect, &said.value);
        let (deciding, placing) = self.readings.parted(by, &claim);
        let mut words = Vec::new();
        if !matches!(ground, Ground::Documented | Ground::Described) {
            words.push(ground.name().into_owned());
        }
        words.extend(deciding.into_iter().map(|it| self.number(it)));
        if !placing.is_empty() {
            words.push("placed by".to_owned());
            words.extend(placing.into_iter().map(|it| self.number(it)));
        }
        words.join(" ")
    }

    fn number(&mut self, reading: usize) -> String {
        let known = self.named.iter().position(|it| *it == reading);
        let place = known.unwrap_or_else(|| {
            self.named.push(reading);
            self.named.len() - 1
        });
        format!("R{}", place + 1)
    }

    fn said(&self, group: &Group) -> String {
        let (mut said, rest) = match self.in_short(group) {
            Some(short) => (vec![short], &group[3..]),
            None => (Vec::new(), group.as_slice()),
        };
        said.extend(rest.iter().map(|(label, lines)| {
            let pages = lines.iter().map(|(page, lines)| self.lines(page, lines));
            format!("{label} {}", pages.collect::<Vec<_>>().join(", "))
        }));
        said.join(", ")
    }

    fn lines(&self, page: &str, lines: &BTreeSet<u32>) -> String {
        let numbers = words::numbers(lines);
        if page == self.page {
            numbers
        } else {
            format!("{page} {numbers}")
        }
    }

    /// `92–94`, if the group begins with name, words and type, which have a line each, one after the
    /// other. A page that renders a body twice has them twice.
    fn in_short(&self, group: &Group) -> Option<String> {
        let [(name, named), (words, worded), (kind, typed), ..] = group.as_slice() else {
            return None;
        };
        let usual = (name.as_str(), words.as_str(), kind.as_str()) == ("name", "words", "type");
        let own = |lines: &'_ Lines| {
            let own = lines.get(self.page).filter(|_| lines.len() == 1);
            own.cloned().unwrap_or_default()
        };
        let later = |lines: BTreeSet<u32>, by: u32| -> BTreeSet<u32> {
            lines.into_iter().map(|line| line + by).collect()
        };
        let first = own(named);
        let rows = own(worded) == later(first.clone(), 1) && own(typed) == later(first.clone(), 2);
        let ranges = first
            .iter()
            .map(|line| format!("{line}\u{2013}{}", line + 2));
        (usual && rows && !first.is_empty()).then(|| ranges.collect::<Vec<_>>().join(", "))
    }
}

/// What a list has under a name, which is added to its end if it is new.
fn entry<T: Default>(list: &mut Vec<(String, T)>, name: String) -> &mut T {
    let known = list.iter().position(|(known, _)| *known == name);
    let place = known.unwrap_or_else(|| {
        list.push((name, T::default()));
        list.len() - 1
    });
    &mut list[place].1
}

/// What is said, in a word.
fn word(said: &Claimed) -> &'static str {
    match said.aspect {
        Aspect::Listed => "name",
        Aspect::Documented => "section",
        Aspect::Description => "words",
        Aspect::EnumDescription => "meaning",
        aspect => aspect.as_str(),
    }
}

/// The same with its value, if it has one.
fn valued(said: &Claimed) -> String {
    match (said.aspect, said.value.as_str()) {
        // That there are words is all there is.
        (Aspect::Description, _) | (_, "") => word(said).to_owned(),
        // What the line also says, and the document does not.
        (Aspect::Unread, value) => value.to_owned(),
        (_, value) => format!("{} `{value}`", word(said)),
    }
}

/// What is said, with its value only where the text before the braces does not have it.
fn label(said: &Claimed, ground: Ground) -> String {
    let told = matches!(
        said.aspect,
        Aspect::Listed
            | Aspect::Title
            | Aspect::Url
            | Aspect::Type
            | Aspect::Format
            | Aspect::Required
            | Aspect::Enum
            | Aspect::EnumDescription
            | Aspect::Example
            | Aspect::Default
            | Aspect::Pattern
            | Aspect::MaxLength
            | Aspect::MinLength
            | Aspect::MinItems
            | Aspect::Precision
            | Aspect::ReferenceData
            | Aspect::ReferenceCode
            | Aspect::MediaType
    );
    if told && ground != Ground::Omitted {
        word(said).to_owned()
    } else {
        valued(said)
    }
}
