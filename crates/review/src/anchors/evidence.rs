//! The lines of pages that readings give as evidence.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;
use std::sync::LazyLock;

use claims::anchors::Anchor;
use claims::{Aspect, CapturedLine, Claim, Digest};
use regex_lite::Regex;

use super::Wording;
use crate::case::Cases;
use crate::finding::{Finding, Kind};
use crate::reading::Readings;

/// `citi-australia lines 52-54, 60 and 63`; without a page, the lines are of the last one.
static LINES: LazyLock<Regex> = LazyLock::new(|| {
    let one = r"\d+(?:-\d+)?(?: \([^)]*\))?";
    let next = r"(?:, and |, beside | and |, | to )";
    let lines = format!(r"(?:([a-z]+(?:-[a-z]+)+) )?lines? ({one}(?:{next}{one})*)");
    Regex::new(&lines).expect("a regular expression")
});

/// One line, or several from the first to the last.
static RANGE: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"(\d+)(?:-(\d+))?(?: \([^)]*\))?").expect("a regular expression"));

/// The lines that a text cites, each range with its page.
pub(super) fn cited(text: &str) -> Vec<(&str, RangeInclusive<u32>)> {
    let (mut cited, mut page) = (Vec::new(), "");
    for lines in LINES.captures_iter(text) {
        page = lines.get(1).map_or(page, |page| page.as_str());
        let list = lines.get(2).map_or("", |list| list.as_str());
        for range in RANGE.captures_iter(list) {
            let number = |group| {
                let number: Option<u32> = range.get(group)?.as_str().parse().ok();
                number
            };
            // A number that is too long is of no line.
            let first = number(1).unwrap_or(u32::MAX);
            cited.push((page, first..=number(2).unwrap_or(first)));
        }
    }
    cited
}

/// Readings that cite lines of a page that is none of these.
pub(super) fn of_no_page(readings: &Readings, pages: &[&str]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for reading in readings.all() {
        for (page, range) in cited(&reading.evidence) {
            if !pages.contains(&page) {
                let problem = format!(
                    "the reading `{}` cites line {} of `{page}`, and no page is called so",
                    reading.id(),
                    range.start()
                );
                let mut finding =
                    Finding::new(Kind::StaleEvidence, problem).in_file("readings.toml");
                finding.reading = Some(reading.id().to_owned());
                findings.push(finding);
            }
        }
    }
    findings
}

/// Every range of lines that the readings cite, with the words that stand there. Words that were
/// confirmed and stand elsewhere on the page have only moved.
pub(super) fn wordings(
    cases: &Cases,
    confirmed: &BTreeMap<(&str, &Claim), &Anchor>,
) -> Vec<Wording> {
    let pages = cases.pages.iter();
    let pages = pages.map(|case| (case.id(), Places::of(&case.page.capture.lines)));
    let pages: BTreeMap<&str, Places> = pages.collect();
    let mut wordings: BTreeMap<(&str, Claim), Wording> = BTreeMap::new();
    for reading in cases.readings.all() {
        for (page, range) in cited(&reading.evidence) {
            let Some(places) = pages.get(page) else {
                continue;
            };
            let (first, last) = (*range.start(), *range.end());
            let said = if first == last {
                first.to_string()
            } else {
                format!("{first}-{last}")
            };
            let claim = Claim::new("", "reading", reading.id(), Aspect::Lines, &said);
            let known = confirmed.get(&(page, &claim)).copied();
            let found = places.find(&range, known).unwrap_or_default();
            wordings.entry((page, claim.clone())).or_insert(Wording {
                anchor: Anchor {
                    page: page.to_owned(),
                    claim,
                    words: found.words.into_iter().collect(),
                    text: found.text,
                },
                lines: match found.lines {
                    Some((first, last)) if first == last => vec![first],
                    Some((first, last)) => vec![first, last],
                    None => vec![first],
                },
                pointer: None,
                numbered: false,
                gone: found.gone || found.words.is_none(),
            });
        }
    }
    wordings.into_values().collect()
}

/// Cited lines as they stand today.
#[derive(Default)]
struct Found {
    words: Option<Digest>,
    /// Which of the places with these words is meant, if there are several.
    text: String,
    /// The first and the last one.
    lines: Option<(u32, u32)>,
    /// Whether one of the places with the confirmed words is not there any more.
    gone: bool,
}

/// The lines of a page that are not blank, with their numbers.
struct Places<'p>(Vec<(u32, &'p Digest)>);

impl<'p> Places<'p> {
    fn of(lines: &'p [CapturedLine]) -> Self {
        let numbered = (1..).zip(lines);
        Self(
            numbered
                .filter_map(|(number, line)| Some((number, line.words.as_ref()?)))
                .collect(),
        )
    }

    /// Finds the lines with the words that were confirmed for a range, or else those of the range.
    /// Nothing is found if the first or the last line of the range has no words.
    fn find(&self, range: &RangeInclusive<u32>, known: Option<&Anchor>) -> Option<Found> {
        let at = |line: u32| {
            self.0
                .binary_search_by_key(&line, |(number, _)| *number)
                .ok()
        };
        let stated = at(*range.start()).zip(at(*range.end()));
        let stated = stated.filter(|(first, last)| first <= last);
        let there = stated.map(|(first, last)| (first, last + 1 - first));
        let due = known.and_then(|known| known.words.first().copied());
        if let Some((known, due)) = known.zip(due) {
            let same = |(first, count): &(usize, usize)| self.words(*first, *count) == due;
            let span = usize::try_from(range.end().saturating_sub(*range.start())).ok()? + 1;
            let moved = || self.moved(due, span, stated.map_or(0, |(first, _)| first));
            let lines = there.filter(same).or_else(moved);
            let places = lines.map_or_else(Vec::new, |lines| self.places(lines));
            let count = lines.map_or(0, |(_, count)| count);
            let (number, all) = which(&known.text);
            if places.len() >= all {
                // Where the page says it more often than before, the cited lines come first.
                let here = there.filter(|(it, _)| places.len() > all && places.contains(it));
                let first = here.map_or(places[number - 1], |(first, _)| first);
                return self.found(first, count, &places);
            }
        }
        let (first, count) = there?;
        let places = self.places((first, count));
        let gone = due.is_some();
        Some(Found {
            gone,
            ..self.found(first, count, &places)?
        })
    }

    fn found(&self, first: usize, count: usize, places: &[usize]) -> Option<Found> {
        let number = places.iter().position(|place| *place == first)? + 1;
        Some(Found {
            words: Some(self.words(first, count)),
            text: match places.len() {
                1 => String::new(),
                all => format!("{number} of {all}"),
            },
            lines: Some((self.0.get(first)?.0, self.0.get(first + count - 1)?.0)),
            gone: false,
        })
    }

    /// The digest of the words of so many lines; of one line it is the line's own.
    fn words(&self, first: usize, count: usize) -> Digest {
        match &self.0[first..first + count] {
            [(_, words)] => **words,
            lines => Digest::of_parts(lines.iter().map(|(_, words)| words.as_str().as_bytes())),
        }
    }

    /// The first of lines in a row, at most `span`, that have a digest, and how many they are. They
    /// are looked for near a line first: most have moved by a few.
    fn moved(&self, due: Digest, span: usize, near: usize) -> Option<(usize, usize)> {
        let mut starts: Vec<usize> = (0..self.0.len()).collect();
        starts.sort_by_key(|first| first.abs_diff(near));
        starts.into_iter().find_map(|first| {
            let lines = self.0[first..].iter().take(span);
            if *self.0[first].1 == due {
                return Some((first, 1));
            }
            let mut digests = Digest::running(lines.map(|(_, words)| words.as_str().as_bytes()));
            let last = digests.position(|digest| digest == due)?;
            Some((first, last + 1))
        })
    }

    /// Where lines with the same words as so many lines in a row stand, themselves included.
    fn places(&self, (first, count): (usize, usize)) -> Vec<usize> {
        let words = |first: usize| self.0[first..first + count].iter().map(|(_, words)| words);
        let starts = 0..=self.0.len() - count;
        starts.filter(|it| words(*it).eq(words(first))).collect()
    }
}

/// `2 of 5`: which of how many places. One that is the only one says nothing.
fn which(text: &str) -> (usize, usize) {
    let number = text.split_once(" of ");
    let number = number.and_then(|(one, all)| Some((one.parse().ok()?, all.parse().ok()?)));
    let number = number.filter(|(one, all)| (1..=*all).contains(one));
    number.unwrap_or((1, 1))
}
