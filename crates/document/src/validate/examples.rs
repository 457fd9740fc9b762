//! Examples fit their schemas.

use std::collections::BTreeMap;

use jsonschema::Validator;
use serde_json::Value;

use super::problem::{Problem, rejected};
use crate::json::{elements, members, step};
use crate::validator::{compiled, root};
use crate::walk::{Kind, walk};

/// Every example that does not fit its schema: of a parameter or a media type the schema beside
/// it, of a schema that schema.
///
/// Validators are kept for the next document, by their schema.
pub(super) fn fit(
    document: &Value,
    validators: &mut BTreeMap<String, Option<Validator>>,
) -> Vec<Problem> {
    let mut problems = Vec::new();
    walk(document, Kind::Document, &mut |node| {
        let holder = node.value;
        let schema = match node.kind {
            Kind::Schema => Some(holder),
            Kind::Parameter | Kind::MediaType => holder.get("schema"),
            _ => None,
        };
        let Some(schema) = schema else {
            return;
        };
        let mut examples = Vec::new();
        if let Some(example) = holder.get("example") {
            examples.push((format!("{node}/example"), example));
        }
        if let Some(found) = holder.get("examples") {
            // A schema's examples are an array, those of a media type have names.
            let each = elements(found).enumerate();
            examples.extend(each.map(|(index, it)| (format!("{node}/examples/{index}"), it)));
            examples.extend(members(found).filter_map(|(label, example)| {
                let pointer = step(&format!("{node}/examples"), label);
                Some((pointer + "/value", example.get("value")?))
            }));
        }
        if examples.is_empty() {
            return;
        }
        let root = root(document, schema);
        let validator = validators
            .entry(root.to_string())
            .or_insert_with(|| compiled(&root, true));
        for (pointer, value) in examples {
            let Some(validator) = validator else {
                problems.push(Problem::new(
                    pointer,
                    "expected a schema that can be applied",
                ));
                continue;
            };
            problems.extend(rejected(validator, value, &pointer));
        }
    });
    problems
}
