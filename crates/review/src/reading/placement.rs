//! Readings that tell what a statement is about, beside those that tell what it says.
//!
//! Where a page lost which operation, place or name a line is about, a `bind` finds that again and
//! keeps what the line says. Such a reading places the statement; the line still says it.

use claims::{Aspect, Claim};

use super::{Basis, Becomes, Certainty, Reading, Readings};

impl Reading {
    /// Whether it keeps what a claim says and only finds again what that is about.
    pub(crate) fn keeps_values(&self) -> bool {
        match &self.becomes {
            Some(Becomes::Parts(parts)) => parts.value.is_none(),
            Some(Becomes::Value(_)) => false,
            None => !self.names.is_empty(),
        }
    }

    /// Whether it only places a claim of a document that it leads to: the line says what the
    /// claim says, and the reading of which operation, place or name.
    ///
    /// That something is listed under a name which the line lost is not placed but decided: the
    /// line does not say this name. The same goes for a status and for an operation. What decides
    /// a claim decides also that the claim is our judgement.
    #[must_use]
    pub fn only_places(&self, claim: &Claim) -> bool {
        if !self.keeps_values() {
            return false;
        }
        let exists = matches!(judged(claim), Aspect::Listed | Aspect::Documented);
        let Some(Becomes::Parts(parts)) = &self.becomes else {
            return !exists;
        };
        if parts.aspect.is_some() {
            return false;
        }
        if !exists {
            return true;
        }
        let found_again = if !claim.name.is_empty() {
            let name = parts.name.as_deref();
            name.is_some_and(|name| !name.ends_with('*'))
        } else if &*claim.place == "operation" {
            parts.operation.is_some()
        } else {
            parts.place.is_some()
        };
        !found_again
    }
}

/// The aspect that a claim is about: of a mark, the one that is marked.
fn judged(claim: &Claim) -> Aspect {
    match (claim.aspect, &*claim.value) {
        // See [`mark`](crate::expected).
        (Aspect::Inferred, "method") => Aspect::Listed,
        (mark, aspect) if mark.is_mark() => aspect.parse().unwrap_or(mark),
        (aspect, _) => aspect,
    }
}

impl Readings {
    /// Of the readings that lead to a claim, those that decide what it says and those that only
    /// place it, both in their order.
    #[must_use]
    pub fn parted(&self, readings: &[usize], claim: &Claim) -> (Vec<usize>, Vec<usize>) {
        let decides = |index: &usize| !self.all[*index].only_places(claim);
        readings.iter().partition(|index| decides(index))
    }

    /// What a claim rests on that these readings lead to: the weakest basis of those that decide
    /// what it says; none if a line of the page says it.
    #[must_use]
    pub fn basis(&self, readings: &[usize], claim: &Claim) -> Option<Basis> {
        let readings = readings.iter().map(|index| &self.all[*index]);
        let deciding = readings.filter(|reading| !reading.only_places(claim));
        deciding.map(|reading| reading.basis).max()
    }

    /// What the place of a claim rests on: the weakest basis of the readings that only place it.
    #[must_use]
    pub fn placement(&self, readings: &[usize], claim: &Claim) -> Option<Basis> {
        let readings = readings.iter().map(|index| &self.all[*index]);
        let placing = readings.filter(|reading| reading.only_places(claim));
        placing.map(|reading| reading.basis).max()
    }

    /// Whether one of these readings says itself where the document marks its judgement.
    pub(crate) fn marks_itself(&self, readings: &[usize]) -> bool {
        let mut said = readings.iter().flat_map(|index| &self.all[*index].says);
        said.any(|said| said.aspect == Aspect::Inferred)
    }

    /// How sure a claim is: only likely where one of the readings that decide what it says is. Of
    /// what is inferred nothing more is said.
    #[must_use]
    pub fn certainty(&self, readings: &[usize], claim: &Claim) -> Option<Certainty> {
        let readings = readings.iter().map(|index| &self.all[*index]);
        let mut deciding = readings.filter(|reading| !reading.only_places(claim));
        let least = deciding.clone().filter_map(|reading| reading.certainty);
        let least = least.max();
        least.filter(|_| deciding.all(|reading| reading.basis != Basis::Inferred))
    }
}
