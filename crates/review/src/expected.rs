//! What a document must say: the claims of a page under the readings about it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use claims::{Aspect, Claim, PageClaim, PageClaims};

use crate::reading::{Basis, Kind, Reading, Readings};

/// Why a claim is expected.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Evidence {
    /// The page's id.
    pub page: Arc<str>,
    /// The page's line, from 1.
    pub line: u32,
    /// The place in [`Readings::all`] of the reading that turned the line into the claim.
    pub reading: Option<usize>,
    /// Whether the line says nothing of the kind and the reading supplies it.
    pub supplied: bool,
}

/// The claims that a document must make, each with its evidence.
pub type Expected = BTreeMap<Claim, Vec<Evidence>>;

/// What the readings were good for.
#[derive(Clone, Debug)]
pub struct Usage {
    /// Claims covered, by reading.
    pub covered: Vec<usize>,
    /// Selectors and values that matched, by reading.
    fired: BTreeSet<(usize, Part)>,
    /// Page claims that two readings want to turn into something else.
    pub contested: Vec<(String, PageClaim, usize, usize)>,
    /// Supplied claims that the page states itself.
    pub needless: Vec<(String, Claim, usize)>,
}

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    Selector(usize),
    Value(String),
}

impl Usage {
    /// No use yet.
    #[must_use]
    pub fn of(readings: &Readings) -> Self {
        Self {
            covered: vec![0; readings.all().len()],
            fired: BTreeSet::new(),
            contested: Vec::new(),
            needless: Vec::new(),
        }
    }

    /// The parts of readings that matched nothing, in words.
    #[must_use]
    pub fn idle(&self, readings: &Readings) -> Vec<(usize, String)> {
        let mut idle = Vec::new();
        for (index, reading) in readings.all().iter().enumerate() {
            for (at, selector) in reading.applies_to.iter().enumerate() {
                if !self.fired.contains(&(index, Part::Selector(at))) {
                    idle.push((index, format!("no claim of the page has {selector}")));
                }
            }
            for value in reading.values.keys() {
                if !self.fired.contains(&(index, Part::Value(value.clone()))) {
                    idle.push((index, format!("no claim that it applies to says `{value}`")));
                }
            }
        }
        idle
    }
}

/// What becomes of one claim of a page under the readings.
#[derive(Clone, Debug)]
pub(crate) struct Fate<'p> {
    /// What the page says.
    pub(crate) stated: &'p PageClaim,
    /// The place in [`Readings::all`] of the reading that decided about it, if one did.
    pub(crate) reading: Option<usize>,
    /// What the document must say for it; nothing if a reading omits it.
    pub(crate) claim: Option<Claim>,
    /// What the document must say as well, each with the reading that supplies it.
    pub(crate) supplied: Vec<(usize, Claim)>,
}

/// Applies the readings to every claim of a page; counts in `usage` what they did.
#[must_use]
pub(crate) fn fates<'p>(
    page: &'p PageClaims,
    readings: &Readings,
    usage: &mut Usage,
) -> Vec<Fate<'p>> {
    let about: Vec<(usize, &Reading)> = readings.about(&page.page).collect();
    let documented = page.documented();
    let mut fates = Vec::with_capacity(page.claims.len());
    for stated in &page.claims {
        let said = &stated.claim;
        let mut fate = Fate {
            stated,
            reading: None,
            claim: Some(said.clone()),
            supplied: Vec::new(),
        };
        let documented = documented.contains(&*said.operation);
        for &(index, reading) in &about {
            let Some(selector) = reading.covers(stated, documented) else {
                continue;
            };
            let meaning = reading.meaning(&said.value);
            match (reading.kind, meaning) {
                (Kind::Bind | Kind::Override, None) => continue,
                (Kind::Supply, _) => {
                    let claims = supplied(reading, said).into_iter();
                    fate.supplied.extend(claims.map(|claim| (index, claim)));
                }
                (Kind::Bind | Kind::Override | Kind::Omit, _) => {
                    if let Some(other) = fate.reading.replace(index) {
                        usage
                            .contested
                            .push((page.page.clone(), stated.clone(), other, index));
                        continue;
                    }
                    fate.claim = meaning.map(|meaning| Claim {
                        value: meaning.into(),
                        ..said.clone()
                    });
                    if reading.values.contains_key(&*said.value) {
                        usage
                            .fired
                            .insert((index, Part::Value(said.value.to_string())));
                    }
                }
            }
            usage.covered[index] += 1;
            usage.fired.insert((index, Part::Selector(selector)));
        }
        fates.push(fate);
    }
    fates
}

/// The claims that a document of this page must make; counts in `usage` what the readings did.
#[must_use]
pub fn expect(page: &PageClaims, readings: &Readings, usage: &mut Usage) -> Expected {
    let id: Arc<str> = page.page.as_str().into();
    let mut expected = Expected::new();
    for Fate {
        stated,
        reading,
        claim,
        supplied,
    } in fates(page, readings, usage)
    {
        let line = stated.line;
        let evidence = |reading, supplied| Evidence {
            page: Arc::clone(&id),
            line,
            reading,
            supplied,
        };
        if let Some(claim) = claim {
            add(&mut expected, claim, evidence(reading, false), readings);
        }
        for (reading, claim) in supplied {
            add(
                &mut expected,
                claim,
                evidence(Some(reading), true),
                readings,
            );
        }
    }
    needless(&expected, page, usage);
    expected
}

/// Adds a claim that a reading leads to; what is inferred is to be marked in the document.
fn add(expected: &mut Expected, claim: Claim, evidence: Evidence, readings: &Readings) {
    let basis = evidence.reading.map(|index| readings.all()[index].basis);
    if basis == Some(Basis::Inferred) && claim.aspect != Aspect::Description {
        let mark = Claim {
            aspect: Aspect::Inferred,
            value: claim.aspect.as_str().into(),
            ..claim.clone()
        };
        let evidence = Evidence {
            supplied: true,
            ..evidence.clone()
        };
        push(expected, mark, evidence);
    }
    push(expected, claim, evidence);
}

fn push(expected: &mut Expected, claim: Claim, evidence: Evidence) {
    let known = expected.entry(claim).or_default();
    if known.last() != Some(&evidence) {
        known.push(evidence);
    }
}

/// What a `supply` reading says for one claim that it hangs on.
fn supplied(reading: &Reading, hook: &Claim) -> Vec<Claim> {
    let mut claims = Vec::new();
    for says in &reading.says {
        let own = [hook.name.to_string()];
        for name in says.name.as_ref().map_or(&own[..], |names| names.all()) {
            claims.push(Claim {
                operation: Arc::clone(&hook.operation),
                place: says
                    .place
                    .as_deref()
                    .map_or_else(|| Arc::clone(&hook.place), Into::into),
                name: name.as_str().into(),
                aspect: says.aspect,
                value: says.value.as_str().into(),
            });
        }
    }
    claims
}

/// A supply that the page states itself explains nothing.
fn needless(expected: &Expected, page: &PageClaims, usage: &mut Usage) {
    for (claim, evidence) in expected {
        let stated = evidence.iter().any(|evidence| !evidence.supplied);
        let supply = evidence.iter().find(|evidence| evidence.supplied);
        if let (
            true,
            Some(Evidence {
                reading: Some(reading),
                ..
            }),
        ) = (stated, supply)
        {
            usage
                .needless
                .push((page.page.clone(), claim.clone(), *reading));
        }
    }
}
