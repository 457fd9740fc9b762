//! How much of each page is in its document, and what the document rests on: counts for
//! `spec/reports/coverage.json`. `spec/README.md` says what each key means.

use std::collections::{BTreeMap, BTreeSet};

use claims::{Claim, PageClaims};
use review::reading::ReadingKind;
use review::{Basis, Case, Cases, Finding, Standing, Support};
use serde::Serialize;

/// Counts by name.
pub type Counts = BTreeMap<&'static str, usize>;

/// `spec/reports/coverage.json`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Coverage {
    /// Each page, in the order of the catalogue.
    pub pages: Vec<PageCoverage>,
    /// The consolidated document.
    pub consolidated: Supported,
    /// The recorded decisions.
    pub readings: ReadingCounts,
    /// All findings, those that concern no page included.
    pub findings: usize,
}

/// How much of one page is in its document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct PageCoverage {
    /// The page's id.
    pub page: String,
    /// The vendor whose page it is.
    pub vendor: String,
    /// The SHA-256 of the captured text.
    pub sha256: String,
    /// The lines of the capture.
    pub lines: Lines,
    /// The statements of the page.
    pub claims: Claims,
    /// Claims of the page's document that no line states, by what the readings behind them rest on.
    pub supplied: Counts,
    /// Findings on the page.
    pub findings: usize,
}

/// How every line of a capture was accounted for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Lines {
    /// All lines.
    pub total: usize,
    /// Those that state something.
    pub read: usize,
    /// Those that state nothing, by the rule that says so.
    pub by_rule: BTreeMap<String, usize>,
}

/// What became of the statements of a page; the parts add up to the total.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Claims {
    /// All statements.
    pub total: usize,
    /// Those that the document makes as the page does.
    pub documented: usize,
    /// Those that the page makes in its own words, and the document in ours.
    pub described: usize,
    /// The part of both whose operation, place or name the page lost, by the basis of the reading that
    /// restored it.
    pub placed: Counts,
    /// Those that a reading decides, by the basis of the reading.
    pub read: Counts,
    /// Those that a reading leaves out.
    pub omitted: usize,
    /// Those that the document does not make: each is in a finding.
    pub unmatched: usize,
}

/// What the claims of a document rest on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Supported {
    /// All claims, each counted once.
    pub claims: usize,
    /// The same by the strongest of what each rests on.
    pub by_basis: Counts,
    /// Those whose strongest basis is only likely, by that basis.
    pub likely: Counts,
    /// The documented and described claims whose operation, place or name the page lost, by the basis of
    /// the reading that restored it.
    pub placed: Counts,
}

/// The recorded decisions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct ReadingCounts {
    /// All of them.
    pub total: usize,
    /// By what they do.
    pub by_kind: Counts,
    /// By what they rest on.
    pub by_basis: Counts,
}

/// Counts what is in the documents and what it rests on.
#[must_use]
pub fn coverage(cases: &Cases, findings: &[Finding]) -> Coverage {
    let Cases {
        consolidated: reviewed,
        readings,
        ..
    } = cases;
    // A mark says what another claim rests on, and nothing of the API.
    let made = reviewed.claims.iter().map(|made| &made.claim);
    let made: BTreeSet<&Claim> = made.filter(|claim| !claim.aspect.is_mark()).collect();
    let mut consolidated = Supported {
        claims: made.len(),
        by_basis: counts(Support::ALL.map(Support::as_str)),
        likely: counts(Basis::ALL.map(Basis::as_str)),
        placed: counts(Basis::ALL.map(Basis::as_str)),
    };
    for claim in &made {
        let backing = reviewed.backing(claim);
        count(&mut consolidated.by_basis, backing.support.as_str());
        if let (Some(_), Support::Reading(basis)) = (backing.certainty, backing.support) {
            count(&mut consolidated.likely, basis.as_str());
        }
        if let (Some(basis), true) = (backing.placement, backing.support.is_stated()) {
            count(&mut consolidated.placed, basis.as_str());
        }
    }
    let mut decisions = ReadingCounts {
        total: readings.all().len(),
        by_kind: counts(ReadingKind::ALL.map(ReadingKind::as_str)),
        by_basis: counts(Basis::ALL.map(Basis::as_str)),
    };
    for reading in readings.all() {
        count(&mut decisions.by_kind, reading.kind.as_str());
        count(&mut decisions.by_basis, reading.basis.as_str());
    }
    Coverage {
        pages: cases
            .pages
            .iter()
            .map(|case| page(case, findings))
            .collect(),
        consolidated,
        readings: decisions,
        findings: findings.len(),
    }
}

fn page(case: &Case, findings: &[Finding]) -> PageCoverage {
    let PageClaims { page, capture, .. } = case.page;
    let by_rule = capture.by_rule().into_iter();
    let by_rule = by_rule
        .map(|(rule, lines)| (rule.to_owned(), lines))
        .collect();
    let on_page = findings
        .iter()
        .filter(|finding| finding.page.as_deref() == Some(page));
    let mut supplied = counts(Basis::ALL.map(Basis::as_str));
    for (claim, evidence) in &case.reviewed.expected.claims {
        if evidence.iter().all(|evidence| evidence.supplied) {
            let backing = case.reviewed.backing(claim);
            count(&mut supplied, backing.support.as_str());
        }
    }
    PageCoverage {
        page: page.clone(),
        vendor: case.vendor.to_owned(),
        sha256: capture.sha256.clone(),
        lines: Lines {
            total: capture.lines.len(),
            read: capture.lines_read(),
            by_rule,
        },
        claims: standing(case),
        supplied,
        findings: on_page.count(),
    }
}

fn standing(case: &Case) -> Claims {
    let made: BTreeSet<&Claim> = case
        .reviewed
        .claims
        .iter()
        .map(|made| &made.claim)
        .collect();
    let mut claims = Claims {
        total: 0,
        documented: 0,
        described: 0,
        placed: counts(Basis::ALL.map(Basis::as_str)),
        read: counts(Basis::ALL.map(Basis::as_str)),
        omitted: 0,
        unmatched: 0,
    };
    // What is said of several places is one statement, and lacking if it is in any of them.
    let once = case.statements().chunk_by(|_, next| next.again);
    for places in once {
        claims.total += 1;
        let mut due = places.iter().filter_map(|one| one.becomes.as_ref());
        if due.any(|claim| !made.contains(claim)) {
            claims.unmatched += 1;
            continue;
        }
        let standings = places.iter().map(|one| one.standing);
        match standings.filter(|it| *it != Standing::Omitted).max() {
            None | Some(Standing::Omitted) => claims.omitted += 1,
            Some(stated @ (Standing::Documented | Standing::Described)) => {
                match stated {
                    Standing::Described => claims.described += 1,
                    _ => claims.documented += 1,
                }
                let placed = places.iter().filter_map(|one| one.placement).max();
                if let Some(basis) = placed {
                    count(&mut claims.placed, basis.as_str());
                }
            }
            Some(Standing::Read(basis)) => count(&mut claims.read, basis.as_str()),
        }
    }
    claims
}

fn counts<const N: usize>(names: [&'static str; N]) -> Counts {
    names.into_iter().map(|name| (name, 0)).collect()
}

fn count(counts: &mut Counts, name: &'static str) {
    *counts.entry(name).or_default() += 1;
}

impl Claims {
    /// How many statements the document makes by readings of a basis.
    #[must_use]
    pub fn read(&self, basis: Basis) -> usize {
        self.read.get(basis.as_str()).copied().unwrap_or_default()
    }
}

impl Coverage {
    /// The counts of a page.
    #[must_use]
    pub fn page(&self, page: &str) -> Option<&PageCoverage> {
        self.pages.iter().find(|one| one.page == page)
    }

    /// The counts as JSON, indented by two.
    ///
    /// # Panics
    ///
    /// Never: counts are numbers and text.
    #[must_use]
    pub fn json(&self) -> String {
        let mut json = serde_json::to_string_pretty(self).expect("counts are numbers and text");
        json.push('\n');
        json
    }
}
