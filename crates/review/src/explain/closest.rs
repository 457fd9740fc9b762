//! What a query that matches nothing may have meant.

use serde_json::Value;

use super::query::{Subject, operations, schemas};

/// From which likeness on a name is worth showing (1 is the same name).
const WORTH: f64 = 0.5;

/// How many names are shown.
const MOST: usize = 5;

/// Nothing in the document is called so, or what is says nothing.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{problem}")]
pub struct Unknown {
    /// What was expected and what was found.
    pub problem: String,
    /// The closest names, the closest first.
    pub closest: Vec<String>,
}

impl Unknown {
    /// What is asked for is there and makes no claim.
    pub(super) fn silent(query: &str) -> Self {
        let problem = format!("`{query}` is a label of ours, which states nothing about the API");
        Self {
            problem,
            closest: Vec::new(),
        }
    }

    pub(super) fn of(document: &Value, query: &str) -> Self {
        let plain = query.to_lowercase();
        let alike =
            |name: &str| strsim::normalized_damerau_levenshtein(&plain, &name.to_lowercase());
        let mut named: Vec<(f64, String)> = Vec::new();
        for operation in operations(document) {
            if let Subject::Operation { name, id, pointer } = operation {
                named.extend(
                    [Some(name), id, Some(pointer)]
                        .into_iter()
                        .flatten()
                        .map(|name| (alike(&name), name)),
                );
            }
        }
        for (name, pointer) in schemas(document) {
            // Who asks for a property alone means that of any schema.
            let property = name
                .split_once('.')
                .map_or(0.0, |(_, property)| alike(property));
            named.push((alike(&name).max(property), name));
            named.push((alike(&pointer), pointer));
        }
        let pointers = query.starts_with(['/', '#']);
        named.retain(|(alike, name)| *alike >= WORTH && name.starts_with('/') == pointers);
        // Stable: what is equally alike stays in the order of the document.
        named.sort_by(|(one, _), (other, _)| other.total_cmp(one));
        named.truncate(MOST);
        Self {
            problem: format!(
                "expected a pointer, an operation, a schema or a property of the document, but \
                 found `{query}` instead"
            ),
            closest: named.into_iter().map(|(_, name)| name).collect(),
        }
    }
}
