//! Accounts for every line of a page: claim, rule or error.

use std::collections::BTreeMap;

use claims::{Capture, Claim, Digest, PageClaim, PageClaims};

use crate::source::{Line, Source, quoted};
use crate::{PageError, Rule};

/// What a reader makes of each line.
#[derive(Debug)]
pub(crate) struct Ledger<'p> {
    page: &'p str,
    claims: Vec<PageClaim>,
    rules: BTreeMap<u32, Rule>,
    /// One a line: what else is wrong there shows when it is mended.
    errors: BTreeMap<u32, PageError>,
}

impl<'p> Ledger<'p> {
    pub(crate) fn new(page: &'p str) -> Self {
        Self {
            page,
            claims: Vec::new(),
            rules: BTreeMap::new(),
            errors: BTreeMap::new(),
        }
    }

    /// The line states this.
    pub(crate) fn state(&mut self, line: u32, claim: Claim) {
        self.push(line, claim, None);
    }

    /// The line states this in words that are not carried over.
    pub(crate) fn state_wording(&mut self, line: u32, claim: Claim, wording: &str) {
        self.push(line, claim, Some(Digest::of(wording)));
    }

    fn push(&mut self, line: u32, claim: Claim, digest: Option<Digest>) {
        self.claims.push(PageClaim {
            line,
            claim,
            digest,
        });
    }

    /// Nothing states these after all.
    pub(crate) fn retract(&mut self, claims: &[Claim]) {
        self.claims.retain(|stated| !claims.contains(&stated.claim));
    }

    /// The line states nothing, for the reason that the rule names.
    pub(crate) fn rule(&mut self, line: u32, rule: Rule) {
        self.rules.insert(line, rule);
    }

    /// The line is not as the layout has it.
    pub(crate) fn expected(&mut self, expected: &str, found: Line) {
        self.error(found.number, expected, quoted(found.text));
    }

    pub(crate) fn error(&mut self, line: u32, expected: &str, found: String) {
        let (page, expected) = (self.page.to_owned(), expected.to_owned());
        self.errors.entry(line).or_insert(PageError {
            page,
            line,
            expected,
            found,
        });
    }

    /// How many lines were wrong so far.
    pub(crate) fn errors(&self) -> usize {
        self.errors.len()
    }

    /// The page's claims, if every line was accounted for.
    pub(crate) fn close(mut self, source: &Source) -> Result<PageClaims, Vec<PageError>> {
        let count = source.text.lines().count();
        let mut lines: Vec<Option<&'static str>> = vec![None; count + 1];
        for (line, rule) in &self.rules {
            lines[*line as usize] = Some(rule.as_str());
        }
        for stated in &self.claims {
            let line = &mut lines[stated.line as usize];
            let schema = [Rule::SchemaStructure.as_str(), Capture::SCHEMA];
            *line = match line {
                Some(rule) if schema.contains(rule) => Some(Capture::SCHEMA),
                _ => Some(Capture::READ),
            };
        }
        // Behind an error, lines are passed over.
        if self.errors.is_empty() {
            for line in source.lines() {
                if lines[line.number as usize].is_none() {
                    self.expected("a line that a rule or a claim accounts for", line);
                }
            }
        }
        if !self.errors.is_empty() {
            return Err(self.errors.into_values().collect());
        }
        let capture = Capture {
            sha256: source.sha256.clone(),
            lines: source.captured(&lines),
        };
        let mut page = PageClaims {
            page: self.page.to_owned(),
            capture,
            claims: self.claims,
        };
        page.sort();
        Ok(page)
    }
}
