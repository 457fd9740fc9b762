//! Where each element of a document comes from, as an overlay (OpenAPI Overlay 1.0.0) that adds
//! `x-provenance` to it.

mod elements;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use claims::DocumentClaim;
use serde_json::{Value, json};

use crate::expected::{Evidence, Expected};
use crate::reading::Readings;
use crate::support::Support;

use elements::{Element, elements};

/// By basis, page and readings, the lines that an element rests on.
type Provenance<'e> = BTreeMap<(Support, &'e str, &'e [usize]), BTreeSet<u32>>;

/// The overlay, as YAML whose leaves are one line each.
///
/// An element has the provenance of what is said of itself; one of which nothing is said has that
/// of what it holds.
#[must_use]
pub fn provenance(
    document: &Value,
    expected: &Expected,
    made: &[DocumentClaim],
    readings: &Readings,
) -> String {
    let elements = elements(document);
    let found = rest(&elements, expected, made, readings);
    let mut overlay = String::from(
        "# Written by `cargo xtask export`; do not edit.\n\
         overlay: 1.0.0\n\
         info:\n  title: Where each element comes from\n  version: 1.0.0\n\
         actions:\n",
    );
    for element in &elements {
        let own = found.get(element.pointer.as_str());
        let within = || {
            let below = format!("{}/", element.pointer);
            let mut within = Provenance::new();
            let from = found.range(below.as_str()..);
            for (_, provenance) in from.take_while(|(pointer, _)| pointer.starts_with(&below)) {
                for (key, lines) in provenance {
                    within.entry(*key).or_default().extend(lines);
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
        for ((support, page, by), lines) in provenance {
            let ids: Vec<&str> = by.iter().map(|index| readings.all()[*index].id()).collect();
            let mut entry = json!({ "page": page, "lines": lines, "basis": support.as_str() });
            if !ids.is_empty() {
                entry["readings"] = json!(ids);
            }
            let _ = writeln!(overlay, "        - {entry}");
        }
    }
    overlay
}

/// What the elements of which something is said rest on, by pointer.
fn rest<'e>(
    elements: &'e [Element],
    expected: &'e Expected,
    made: &[DocumentClaim],
    readings: &Readings,
) -> BTreeMap<&'e str, Provenance<'e>> {
    let known: BTreeSet<&str> = elements
        .iter()
        .map(|element| element.pointer.as_str())
        .collect();
    let mut found: BTreeMap<&str, Provenance> = BTreeMap::new();
    for claim in made {
        let Some(evidence) = expected.claims.get(&claim.claim) else {
            continue;
        };
        let pointer = claim.pointer.to_string();
        let mut around = Some(pointer.as_str());
        while let Some(here) = around {
            if let Some(pointer) = known.get(here) {
                let provenance = found.entry(pointer).or_default();
                for one in evidence {
                    let Evidence {
                        page,
                        line,
                        readings: by,
                        ..
                    } = one;
                    provenance
                        .entry((Support::of(one, readings), page, by))
                        .or_default()
                        .insert(*line);
                }
                break;
            }
            around = here.rsplit_once('/').map(|(outer, _)| outer);
        }
    }
    found
}
