//! Where each element of a document comes from, as an overlay (OpenAPI Overlay 1.0.0) that adds
//! `x-provenance` to it.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use claims::Digest;
use serde_json::json;

use review::{Backing, Cases, Readings, Reviewed};

use crate::Tool;
use crate::elements::{Element, elements};

/// What supports an element: how well, on which page, the readings that decide, and those that only
/// restore a label.
type Source<'e> = (Backing, &'e str, Vec<usize>, Vec<usize>);

/// By source, the lines that an element rests on.
type Provenance<'e> = BTreeMap<Source<'e>, BTreeSet<u32>>;

/// The overlay, as YAML whose leaves are one line each.
///
/// An element has the provenance of the statements about it. If there are none, it has that of the
/// elements within it. The lines of the page are given by the digests of their words.
#[must_use]
pub fn provenance(cases: &Cases, tool: &Tool) -> String {
    let reviewed = &cases.consolidated;
    let readings = reviewed.readings;
    let elements = elements(reviewed.document);
    let found = rest(&elements, reviewed);
    let mut overlay = format!(
        "# Written by `{}`; do not edit.\n\
         overlay: 1.0.0\n\
         extends: ../openapi.json\n\
         info:\n  title: Where each element comes from\n  version: 1.0.0\n\
         actions:\n",
        tool.export
    );
    for element in &elements {
        let own = found.get(element.pointer.as_str());
        let within = || {
            let below = format!("{}/", element.pointer);
            let mut within = Provenance::new();
            let from = found.range(below.as_str()..);
            for (_, provenance) in from.take_while(|(pointer, _)| pointer.starts_with(&below)) {
                for (key, lines) in provenance {
                    within.entry(key.clone()).or_default().extend(lines);
                }
            }
            within
        };
        let provenance = own.cloned().unwrap_or_else(within);
        if provenance.is_empty() {
            continue;
        }
        let _ = write!(
            overlay,
            "  - target: {}\n    update:\n      x-provenance:\n",
            json!(element.path)
        );
        for ((backing, page, deciding, placing), lines) in provenance {
            let basis = backing.support.as_str();
            let words = words(cases, page, &lines);
            let mut entry = json!({ "page": page, "words": words, "basis": basis });
            if let Some(certainty) = backing.certainty {
                entry["certainty"] = json!(certainty.as_str());
            }
            if !deciding.is_empty() {
                entry["readings"] = json!(ids(&deciding, readings));
            }
            if let Some(basis) = backing.placement {
                entry["placed"] =
                    json!({ "basis": basis.as_str(), "readings": ids(&placing, readings) });
            }
            let _ = writeln!(overlay, "        - {entry}");
        }
    }
    overlay
}

/// The digests of the lines of a page, in the order of the lines. They stay the same where the page
/// only moves, which the numbers of the lines do not.
fn words<'c>(cases: &'c Cases, page: &str, lines: &BTreeSet<u32>) -> Vec<&'c str> {
    let capture = cases.get(page).map(|case| &case.page.capture);
    let line = |line: &u32| capture?.line(*line)?.words.as_ref();
    let mut words = Vec::new();
    for digest in lines.iter().filter_map(line).map(Digest::as_str) {
        if !words.contains(&digest) {
            words.push(digest);
        }
    }
    words
}

fn ids<'r>(indices: &[usize], readings: &'r Readings) -> Vec<&'r str> {
    let ids = indices.iter().map(|index| readings.all()[*index].id());
    ids.collect()
}

/// What each described element rests on, by pointer.
fn rest<'e>(elements: &'e [Element], reviewed: &'e Reviewed) -> BTreeMap<&'e str, Provenance<'e>> {
    let known: BTreeSet<&str> = elements
        .iter()
        .map(|element| element.pointer.as_str())
        .collect();
    let mut found: BTreeMap<&str, Provenance> = BTreeMap::new();
    for claim in &reviewed.claims {
        let evidence = reviewed.evidence(&claim.claim);
        if evidence.is_empty() {
            continue;
        }
        let pointer = claim.pointer.to_string();
        let mut around = Some(pointer.as_str());
        while let Some(here) = around {
            if let Some(pointer) = known.get(here) {
                let provenance = found.entry(pointer).or_default();
                for one in evidence {
                    let backing = Backing::of(one, &claim.claim, reviewed.readings);
                    let (deciding, placing) = reviewed.readings.parted(&one.readings, &claim.claim);
                    let source = (backing, &*one.page, deciding, placing);
                    provenance.entry(source).or_default().insert(one.line);
                }
                break;
            }
            around = here.rsplit_once('/').map(|(outer, _)| outer);
        }
    }
    found
}
