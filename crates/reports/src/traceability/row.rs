//! One row of `spec/reports/traceability.csv`.

use std::collections::BTreeSet;

use claims::{Claim, Digest};

use review::Basis;
use review::Evidence;
use review::Readings;
use review::Support;
use review::classes::Classed;
use review::reading::{Certainty, ReadingKind};

/// The header row; `spec/README.md` says what each column means.
pub(super) const COLUMNS: [&str; 19] = [
    "pointer",
    "operation",
    "place",
    "name",
    "aspect",
    "value",
    "document-says",
    "page",
    "lines",
    "about-lines",
    "url",
    "readings",
    "basis",
    "certainty",
    "placed-by",
    "placed-basis",
    "digest",
    "category",
    "sensitivity",
];

/// One claim, with what it rests on by one page and the same readings.
pub(super) struct Row<'r> {
    pub(super) pointer: String,
    claim: &'r Claim,
    document_says: String,
    pub(super) page: &'r str,
    lines: String,
    about_lines: String,
    pub(super) url: &'r str,
    readings: String,
    basis: &'static str,
    certainty: &'static str,
    placed_by: String,
    placed_basis: &'static str,
    digests: String,
}

impl<'r> Row<'r> {
    /// A claim that rests on nothing yet.
    pub(super) fn new(pointer: String, claim: &'r Claim, document_says: String) -> Self {
        Self {
            pointer,
            claim,
            document_says,
            page: "",
            lines: String::new(),
            about_lines: String::new(),
            url: "",
            readings: String::new(),
            basis: "",
            certainty: "",
            placed_by: String::new(),
            placed_basis: "",
            digests: String::new(),
        }
    }

    /// The claim rests on these lines, by these readings.
    pub(super) fn rests_on(&mut self, by: &[usize], lines: &[&Evidence], readings: &'r Readings) {
        let ids = |indices: &[usize]| {
            let ids = indices.iter().map(|index| readings.all()[*index].id());
            ids.collect::<Vec<_>>().join(" ")
        };
        let (deciding, placing) = readings.parted(by, self.claim);
        self.readings = ids(&deciding);
        self.placed_by = ids(&placing);
        self.basis = Support::by(by, self.claim, readings).as_str();
        let certainty = readings.certainty(by, self.claim);
        self.certainty = certainty.map_or("", Certainty::as_str);
        let placement = readings.placement(by, self.claim);
        self.placed_basis = placement.map_or("", Basis::as_str);
        let numbers: Vec<String> = lines.iter().map(|one| one.line.to_string()).collect();
        let mut deciding = deciding.iter().map(|index| &readings.all()[*index]);
        // What a reading leaves out the line says all the same.
        if deciding.all(|reading| reading.kind == ReadingKind::Omit) {
            self.lines = numbers.join(" ");
        } else {
            self.about_lines = numbers.join(" ");
        }
        let digests = lines.iter().filter_map(|one| one.digest.as_ref());
        let digests: BTreeSet<&str> = digests.map(Digest::as_str).collect();
        self.digests = digests.into_iter().collect::<Vec<_>>().join(" ");
    }

    /// The cells, in the order of [`COLUMNS`].
    pub(super) fn cells<'a>(&'a self, classed: &'a Classed) -> [&'a str; 19] {
        let class = classed.get(&self.claim.element);
        [
            &self.pointer,
            &self.claim.operation,
            &self.claim.place,
            &self.claim.name,
            self.claim.aspect.as_str(),
            &self.claim.value,
            &self.document_says,
            self.page,
            &self.lines,
            &self.about_lines,
            self.url,
            &self.readings,
            self.basis,
            self.certainty,
            &self.placed_by,
            self.placed_basis,
            &self.digests,
            class.map_or("", |it| it.category.as_str()),
            class.map_or("", |it| it.sensitivity.as_str()),
        ]
    }
}
