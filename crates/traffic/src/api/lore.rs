//! What is claimed of an operation, where our document says it, and which lines of pages do.

use std::sync::Arc;

use claims::openapi::{Operation, OperationReader};
use claims::{Aspect, Claim, DocumentClaim};
use review::{Backing, Evidence, Expected, Readings};

/// Where something is documented.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Citation {
    /// A pointer (RFC 6901) into our document.
    pub element: Option<String>,
    /// The page's id.
    pub page: Option<Arc<str>>,
    /// The lines of that page, from 1.
    pub lines: Vec<u32>,
    /// What the document says of the same aspect of the same element.
    pub says: Option<String>,
    /// What that rests on, if it is said: `documented`, or the basis of the readings that lead to it.
    pub basis: Option<&'static str>,
    /// Those readings, by their ids.
    pub readings: Vec<String>,
}

/// What document and pages claim of one operation.
#[derive(Debug)]
pub(crate) struct Lore {
    operation: Arc<str>,
    /// Sorted.
    pub(crate) claims: Vec<DocumentClaim>,
    /// Sorted by claim.
    due: Vec<(Claim, Vec<Evidence>)>,
}

impl Lore {
    pub(crate) fn of<'d>(
        operation: &Operation<'d>,
        reader: &mut OperationReader<'d>,
        expected: &[&Expected],
    ) -> Self {
        let name = operation.name();
        let from = Claim::new(&name, "", "", Aspect::Listed, "");
        let mut due: Vec<(Claim, Vec<Evidence>)> = Vec::new();
        for expected in expected {
            let own = expected.claims.range(from.clone()..);
            let own = own.take_while(|(claim, _)| *claim.operation == *name);
            due.extend(own.map(|(claim, evidence)| (claim.clone(), evidence.clone())));
        }
        due.sort_by(|(one, _), (other, _)| one.cmp(other));
        Self {
            operation: name.into(),
            claims: reader.claims(operation),
            due,
        }
    }

    /// Where an aspect of an element is documented; where it is not, where the element is, or what it
    /// is in, or the operation.
    pub(crate) fn cite(
        &self,
        place: &str,
        name: &str,
        aspect: Aspect,
        readings: &Readings,
    ) -> Citation {
        let mut citation = Citation::default();
        let exact = |it: &&DocumentClaim| answers(&it.claim, (place, name, Some(aspect)));
        let says = self.claims.iter().find(exact);
        citation.says = says.map(|made| made.claim.value.to_string());
        let due = self.due.iter();
        let mut due = due.filter(|(claim, _)| answers(claim, (place, name, Some(aspect))));
        if let Some((claim, evidence)) = due.next()
            && let Some(first) = evidence.first()
        {
            citation.basis = Some(Backing::of(first, claim, readings).support.as_str());
            let ids = first.readings.iter().map(|at| readings.all()[*at].id());
            citation.readings = ids.map(str::to_owned).collect();
        }
        let mut name = name;
        self.add((place, name, Some(aspect)), &mut citation);
        loop {
            self.add((place, name, None), &mut citation);
            if name.is_empty() {
                break;
            }
            name = name.rsplit_once('.').map_or("", |(parent, _)| parent);
        }
        self.add(("operation", "", None), &mut citation);
        citation
    }

    /// Adds what a citation does not have yet.
    fn add(&self, question: Question, citation: &mut Citation) {
        if citation.element.is_none() {
            let mut claims = self.claims.iter().map(|made| (&made.claim, made));
            let made = claims.find(|(claim, _)| answers(claim, question));
            citation.element = made.map(|(_, made)| made.pointer.to_string());
        }
        if citation.page.is_none() {
            let due = self
                .due
                .iter()
                .filter(|(claim, _)| answers(claim, question));
            let evidence: Vec<&Evidence> = due.flat_map(|(_, evidence)| evidence).collect();
            if let Some(first) = evidence.first() {
                citation.page = Some(Arc::clone(&first.page));
                let of_page = evidence.iter().filter(|it| it.page == first.page);
                citation.lines = of_page.map(|it| it.line).collect();
                citation.lines.sort_unstable();
                citation.lines.dedup();
            }
        }
    }

    /// The rows of errors that pages have for a status.
    pub(crate) fn error_rows(&self, status: &str) -> Vec<&Claim> {
        let rows = self.due.iter().filter(|(claim, evidence)| {
            claim.aspect == Aspect::Error
                && *claim.place == *status
                && evidence.iter().any(|it| !it.supplied)
        });
        rows.map(|(claim, _)| claim).collect()
    }

    /// Where the document has the operation.
    pub(crate) fn node(&self) -> Option<String> {
        let documented = |it: &&DocumentClaim| it.claim.aspect == Aspect::Documented;
        let made = self.claims.iter().find(documented);
        made.map(|made| made.pointer.to_string())
    }

    /// What the operation is called.
    pub(crate) fn operation(&self) -> &Arc<str> {
        &self.operation
    }
}

/// Place, name, and the aspect where it matters.
type Question<'q> = (&'q str, &'q str, Option<Aspect>);

fn answers(claim: &Claim, (place, name, aspect): Question) -> bool {
    *claim.place == *place
        && *claim.name == *name
        && aspect.is_none_or(|aspect| aspect == claim.aspect)
}
