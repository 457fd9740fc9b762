//! A capture of a page: what it says, and its lines where they are at hand.

use claims::{Aspect, PageClaims};

/// A capture of a page.
///
/// Claims hold digests of sentences only. With the text of the capture, drift also shows the
/// sentences, and sees what only they tell: a deprecation, and words that a cut left unfinished.
#[derive(Clone, Debug)]
pub struct Capture<'c> {
    pub(super) claims: &'c PageClaims,
    /// Empty if the text is not at hand.
    lines: Vec<&'c str>,
}

impl<'c> Capture<'c> {
    /// Returns a capture with its text; the lines of the claims are those of the text.
    #[must_use]
    pub fn new(claims: &'c PageClaims, text: &'c str) -> Self {
        let lines = text.lines().map(str::trim).collect();
        Self { claims, lines }
    }

    /// The text of a line, from 1; empty if it is not at hand.
    pub(super) fn line(&self, number: u32) -> &'c str {
        let index = usize::try_from(number)
            .ok()
            .and_then(|it| it.checked_sub(1));
        index.and_then(|it| self.lines.get(it)).unwrap_or(&"")
    }

    /// The words on lines, each once, without the mark of a bullet.
    pub(super) fn words(&self, numbers: &[u32]) -> Vec<String> {
        let mut words: Vec<String> = Vec::new();
        for number in numbers {
            let line = self.line(*number);
            let line = line.strip_prefix('•').unwrap_or(line).trim_start();
            if !line.is_empty() && !words.iter().any(|it| it == line) {
                words.push(line.to_owned());
            }
        }
        words
    }

    /// The lines before a line, the last one first, without blank ones.
    pub(super) fn before(&self, number: u32) -> impl Iterator<Item = &'c str> {
        let before = (1..number).rev().map(|it| self.line(it));
        before.filter(|line| !line.is_empty())
    }

    /// The numbers of the lines.
    pub(super) fn numbers(&self) -> impl Iterator<Item = u32> {
        (1..).zip(&self.lines).map(|(number, _)| number)
    }

    /// The line in which the capture ends, if that is in the middle of something.
    pub(super) fn end(&self) -> Option<u32> {
        let mut claims = self.claims.claims.iter();
        let cut = claims.find(|stated| stated.claim.aspect == Aspect::Cut)?;
        Some(cut.line)
    }
}

/// A capture without its text: only the claims are at hand.
impl<'c> From<&'c PageClaims> for Capture<'c> {
    fn from(claims: &'c PageClaims) -> Self {
        let lines = Vec::new();
        Self { claims, lines }
    }
}
