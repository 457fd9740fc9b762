//! `spec/README.md`: what each file is, for whom, and how to take it.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use document::{Documents, Lowering};
use serde_json::Value;

use crate::{package, table};

/// The text of `spec/README.md`.
pub(crate) fn readme(documents: &Documents) -> String {
    let lowerings = lowerings(&documents.lowerings);
    include_str!("readme.md")
        .replace("{artefacts}\n", &table::rows())
        .replace("{lowerings}\n", &lowerings)
        .replace("{ajv}", &ajv(documents.schemas.values()))
        .replace("{package}", package::NAME)
}

/// The formats that the package `ajv-formats` knows and that schemas here may have.
const FORMATS: [&str; 12] = [
    "date",
    "date-time",
    "double",
    "duration",
    "email",
    "float",
    "int32",
    "int64",
    "time",
    "uri",
    "url",
    "uuid",
];

/// The line that tells Ajv in strict mode the keywords and formats that JSON Schema does not have.
fn ajv<'d>(schemas: impl Iterator<Item = &'d Value>) -> String {
    let mut keywords = BTreeSet::new();
    let mut formats = BTreeSet::new();
    schemas.for_each(|schema| unknown(schema, &mut keywords, &mut formats));
    let keywords = keywords.iter().map(|keyword| format!("\"{keyword}\""));
    let keywords = keywords.collect::<Vec<_>>().join(", ");
    let formats = formats.iter();
    let formats = formats.map(|format| format!(".addFormat(\"{format}\", true)"));
    let formats: String = formats.collect();
    format!("ajv.addVocabulary([{keywords}]){formats};")
}

/// Collects the keywords of ours and the formats that are not in [`FORMATS`].
fn unknown<'d>(
    schema: &'d Value,
    keywords: &mut BTreeSet<&'d str>,
    formats: &mut BTreeSet<&'d str>,
) {
    for (keyword, value) in schema.as_object().into_iter().flatten() {
        match (keyword.as_str(), value) {
            ("properties" | "$defs", Value::Object(named)) => {
                for schema in named.values() {
                    unknown(schema, keywords, formats);
                }
            }
            // Instances: what is in them is no keyword.
            ("examples" | "default" | "enum" | "const", _) => {}
            ("format", Value::String(format)) if !FORMATS.contains(&format.as_str()) => {
                formats.insert(format);
            }
            (own, _) if own.starts_with("x-") => drop(keywords.insert(own)),
            (_, Value::Array(schemas)) => {
                for schema in schemas {
                    unknown(schema, keywords, formats);
                }
            }
            (_, value) => unknown(value, keywords, formats),
        }
    }
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

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::ajv;

    #[test]
    fn ajv_is_told_what_it_does_not_know_and_nothing_else() {
        let schema = json!({ "$defs": { "A": {
            "properties": {
                "x-name": { "format": "date", "x-b": { "x-within": 1 } },
                "format": { "anyOf": [{ "format": "date-time-local", "x-a": 1 }] },
            },
            "examples": [{ "x-of-an-instance": 1 }],
        } } });
        let line = "ajv.addVocabulary([\"x-a\", \"x-b\"]).addFormat(\"date-time-local\", true);";
        assert_eq!(ajv([&schema].into_iter()), line);
    }
}
