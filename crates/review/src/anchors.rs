//! Whether the words that our texts were written for still stand on the pages.

mod evidence;

use std::collections::BTreeMap;

use claims::anchors::Anchor;
use claims::{Aspect, Claim};

use crate::case::{Case, Cases};
use crate::finding::{Finding, Kind};
use crate::reading::Readings;

/// A statement that a page makes in words, with our text for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wording {
    /// The words as they stand today, and our text.
    pub anchor: Anchor,
    /// The lines of the page, in order; of a range that a reading cites, the first and the last one.
    pub lines: Vec<u32>,
    /// The JSON pointer to our text in the document of the page, if it has one.
    pub pointer: Option<String>,
    /// Whether the page numbers what the statement is about, and a reading names it.
    pub numbered: bool,
    /// Whether confirmed lines that a reading cites are not there any more.
    pub gone: bool,
}

impl Wording {
    /// Whether a reading cites it as evidence.
    fn is_evidence(&self) -> bool {
        self.anchor.claim.aspect == Aspect::Lines
    }

    /// The kind of the finding if the words are others than those that were confirmed.
    #[must_use]
    pub fn kind(&self) -> Kind {
        match self.anchor.claim.aspect {
            _ if self.numbered => Kind::StaleBinding,
            Aspect::EnumDescription => Kind::StaleMeaning,
            Aspect::Lines => Kind::StaleEvidence,
            _ => Kind::StaleDescription,
        }
    }

    /// The finding that the words changed; `file` is the document of the page.
    #[must_use]
    pub fn finding(&self, file: &str) -> Finding {
        let Anchor {
            page, claim, text, ..
        } = &self.anchor;
        if self.is_evidence() {
            let (reading, lines) = (&claim.name, &claim.value);
            let problem = if self.anchor.words.is_empty() {
                format!(
                    "the reading `{reading}` cites {page} {lines}, where the page has no line, or a blank one"
                )
            } else {
                format!(
                    "the reading `{reading}` cites {page} {lines}, where the page has other words now"
                )
            };
            let mut finding = Finding::new(self.kind(), problem).in_file("readings.toml");
            finding.reading = Some(reading.to_string());
            return finding.on(page, self.lines.iter().copied());
        }
        let rests = match (&*claim.value, text.is_empty()) {
            (_, true) => "a reading left it out".to_owned(),
            ("stated", _) => format!("our text was written: “{text}”"),
            (value, _) => format!("our text for `{value}` was written: “{text}”"),
        };
        let problem = format!("the page words `{claim}` differently than when {rests}");
        let finding = Finding::new(self.kind(), problem).on(page, self.lines.iter().copied());
        match &self.pointer {
            Some(pointer) => finding.in_file(file).at(pointer),
            None => finding,
        }
    }
}

/// Every statement that the pages make in words, page by page, in the order of claims, and then the
/// lines that readings cite as evidence. `confirmed` tells where cited lines that moved stand now.
#[must_use]
pub fn wordings(cases: &Cases, confirmed: &[Anchor]) -> Vec<Wording> {
    let mut wordings: Vec<Wording> = cases.pages.iter().flat_map(of_page).collect();
    wordings.extend(evidence::wordings(cases, &by_statement(confirmed)));
    wordings
}

/// Readings that cite lines of a page that is none of these.
#[must_use]
pub fn of_no_page(readings: &Readings, pages: &[&str]) -> Vec<Finding> {
    evidence::of_no_page(readings, pages)
}

fn of_page(case: &Case) -> Vec<Wording> {
    let made = case.reviewed.claims.iter();
    let made: BTreeMap<&Claim, _> = made.map(|made| (&made.claim, &made.pointer)).collect();
    let mut wordings: BTreeMap<&Claim, Wording> = BTreeMap::new();
    for fate in &case.fates {
        let Some(words) = fate.stated.digest else {
            continue;
        };
        let wording = wordings.entry(&fate.called).or_insert_with(|| {
            let pointer = fate.claim.as_ref().and_then(|claim| made.get(claim));
            let pointer = pointer.map(ToString::to_string);
            let text = pointer.as_deref();
            let text = text.and_then(|pointer| case.reviewed.document.pointer(pointer)?.as_str());
            Wording {
                anchor: Anchor {
                    page: case.id().to_owned(),
                    claim: fate.called.clone(),
                    words: [words].into(),
                    text: text.unwrap_or_default().to_owned(),
                },
                lines: Vec::new(),
                pointer,
                numbered: false,
                gone: false,
            }
        });
        wording.anchor.words.insert(words);
        wording.lines.push(fate.stated.line);
        wording.numbered |= fate.stated.claim.name.contains('#');
    }
    wordings.into_values().collect()
}

/// The wordings whose words are others than those that were confirmed. What was never confirmed is
/// new, and not stale.
#[must_use]
pub fn stale<'w>(wordings: &'w [Wording], confirmed: &[Anchor]) -> Vec<&'w Wording> {
    let confirmed = by_statement(confirmed);
    let is_stale = |wording: &&Wording| {
        let known = confirmed.get(&key(&wording.anchor));
        wording.gone || known.is_some_and(|known| known.words != wording.anchor.words)
    };
    wordings.iter().filter(is_stale).collect()
}

/// The anchors of today's wordings: with the words that were confirmed, else with those of today.
#[must_use]
pub fn kept(wordings: &[Wording], confirmed: &[Anchor]) -> Vec<Anchor> {
    let confirmed = by_statement(confirmed);
    let anchor = |wording: &Wording| {
        let mut anchor = wording.anchor.clone();
        if let Some(known) = confirmed.get(&key(&wording.anchor)) {
            anchor.words.clone_from(&known.words);
            if wording.gone {
                anchor.text.clone_from(&known.text);
            }
        }
        anchor
    };
    let anchors = wordings.iter().map(anchor);
    anchors.filter(|anchor| !anchor.words.is_empty()).collect()
}

fn key(anchor: &Anchor) -> (&str, &Claim) {
    (&anchor.page, &anchor.claim)
}

fn by_statement(anchors: &[Anchor]) -> BTreeMap<(&str, &Claim), &Anchor> {
    anchors.iter().map(|it| (key(it), it)).collect()
}
