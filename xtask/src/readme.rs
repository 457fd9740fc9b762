//! `spec/README.md`: what each file is, for whom, and how to take it.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use document::{Documents, Lowering};

/// The text of `spec/README.md`.
pub(crate) fn readme(documents: &Documents) -> String {
    let mut providers = String::new();
    for id in documents.providers.keys() {
        let what = "the document of one page alone, OpenAPI 3.1 | reviewers of that page, portals";
        let _ = writeln!(providers, "| `providers/{id}.json` | {what} |");
    }
    let mut schemas = String::new();
    for vendor in documents.schemas.keys() {
        let what = "JSON Schema 2020-12 of the types | validators, form builders";
        let _ = writeln!(schemas, "| `schemas/{vendor}.schema.json` | {what} |");
    }
    let lowerings = lowerings(&documents.lowerings);
    include_str!("readme.md")
        .replace("{providers}\n", &providers)
        .replace("{schemas}\n", &schemas)
        .replace("{lowerings}\n", &lowerings)
}

/// What the 3.0 edition says otherwise: a row a construct, with how often and one place.
fn lowerings(made: &[Lowering]) -> String {
    let mut constructs: BTreeMap<_, (usize, &str)> = BTreeMap::new();
    for lowering in made {
        let key = (lowering.construct, lowering.became, lowering.exact);
        let (count, _) = constructs.entry(key).or_insert((0, &lowering.pointer));
        *count += 1;
    }
    let mut rows = String::new();
    for ((construct, became, exact), (count, pointer)) in constructs {
        let says = if exact { "the same" } else { "less" };
        let _ = writeln!(
            rows,
            "| {construct} | {became} | {says} | {count} | `{pointer}` |"
        );
    }
    rows
}
