//! What in the document rests on a decision: what would be wrong if it is.

use std::collections::BTreeMap;
use std::fmt;

use claims::{Aspect, Claim};
use review::words::{count, listed};
use review::{Cases, Evidence};

/// What rests on one decision.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Weight {
    /// The claims of the document that it decides, by what they say.
    decides: BTreeMap<Aspect, usize>,
    /// The claims that a line states and whose label it restores.
    pub(crate) places: usize,
    /// The statements of pages that it leaves out.
    omits: usize,
}

impl Weight {
    /// How many claims of the document rest on it.
    pub(crate) fn claims(&self) -> usize {
        self.decides() + self.places
    }

    /// How many claims of the document it decides; a line states none of them.
    pub(crate) fn decides(&self) -> usize {
        self.decides.values().sum()
    }

    /// Whether code would be written differently without it.
    pub(crate) fn changes_code(&self) -> bool {
        self.places > 0 || self.decides.keys().any(|aspect| is_code(*aspect))
    }
}

/// Whether what is said in this aspect decides how code is written.
pub(crate) const fn is_code(aspect: Aspect) -> bool {
    !matches!(
        aspect,
        Aspect::Description
            | Aspect::EnumDescription
            | Aspect::Title
            | Aspect::Url
            | Aspect::Example
            | Aspect::Inferred
            | Aspect::Likely
            | Aspect::Documented
            | Aspect::Cut
            | Aspect::Error
    )
}

impl fmt::Display for Weight {
    /// `wrong: type (9), listed (2); misplaced: 114 claims`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut parts = Vec::new();
        if !self.decides.is_empty() {
            let decides = self.decides.iter();
            let decides = decides.map(|(aspect, number)| format!("{aspect} ({number})"));
            parts.push(format!("wrong: {}", listed(decides)));
        }
        if self.places > 0 {
            parts.push(format!("misplaced: {}", count(self.places, "claim")));
        }
        if self.omits > 0 {
            parts.push(format!("missing: {}", count(self.omits, "statement")));
        }
        f.write_str(&parts.join("; "))
    }
}

/// What in the consolidated document rests on each of the readings, in their order.
pub(crate) fn weights(cases: &Cases) -> Vec<Weight> {
    let mut weights = vec![Weight::default(); cases.readings.all().len()];
    let reviewed = &cases.consolidated;
    let made = reviewed.claims.iter().map(|made| &made.claim);
    // A mark says what another claim rests on, which counts once.
    let made = made.filter(|claim| !claim.aspect.is_mark());
    let mut made: Vec<&Claim> = made.collect();
    made.sort_unstable();
    made.dedup();
    for claim in made {
        let (deciding, placing) = behind(reviewed.evidence(claim), claim, cases);
        for index in deciding {
            *weights[index].decides.entry(claim.aspect).or_default() += 1;
        }
        for index in placing {
            weights[index].places += 1;
        }
    }
    for (claim, evidence) in &reviewed.expected.omitted {
        let (deciding, _) = behind(evidence, claim, cases);
        for index in deciding {
            weights[index].omits += 1;
        }
    }
    weights
}

/// The readings that decide a claim on any page, and those that only place it, each once.
fn behind(evidence: &[Evidence], claim: &Claim, cases: &Cases) -> (Vec<usize>, Vec<usize>) {
    let (mut deciding, mut placing) = (Vec::new(), Vec::new());
    for one in evidence {
        let (decide, place) = cases.readings.parted(&one.readings, claim);
        deciding.extend(decide);
        placing.extend(place);
    }
    for indices in [&mut deciding, &mut placing] {
        indices.sort_unstable();
        indices.dedup();
    }
    (deciding, placing)
}
