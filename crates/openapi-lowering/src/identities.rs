//! The schemas that can be referred to by a name instead of a pointer.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::keywords::{SUBSCHEMAS, is_map, lists};
use crate::place::{Place, decoded, within};

/// The schemas that can be referred to by other than a pointer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Identities {
    /// Pointers to schema resources, by `$id`.
    resources: BTreeMap<String, String>,
    /// Pointers to schemas, by the pointer to their resource and `$anchor`.
    anchors: BTreeMap<(String, String), String>,
}

impl Identities {
    /// Takes down the identities of a schema and of all schemas within it.
    pub(crate) fn of(&mut self, schema: &Value, place: &Place) {
        let place = place.of(schema);
        if let Some(Value::String(id)) = schema.get("$id") {
            self.resources
                .insert(id.clone(), place.pointer().to_owned());
        }
        for keyword in ["$anchor", "$dynamicAnchor"] {
            if let Some(Value::String(anchor)) = schema.get(keyword) {
                let key = (place.resource().to_owned(), anchor.clone());
                self.anchors.insert(key, place.pointer().to_owned());
            }
        }
        let keywords = schema.as_object().into_iter().flatten();
        for (keyword, found) in keywords.filter(|(it, _)| lists(SUBSCHEMAS, it)) {
            let place = place.step(keyword);
            match found {
                Value::Array(schemas) => {
                    for (index, schema) in schemas.iter().enumerate() {
                        self.of(schema, &place.index(index));
                    }
                }
                Value::Object(schemas) if is_map(keyword) => {
                    for (name, schema) in schemas {
                        self.of(schema, &place.step(name));
                    }
                }
                schema => self.of(schema, &place),
            }
        }
    }

    /// The place of the schema at a pointer, within the innermost resource around it.
    pub(crate) fn place(&self, pointer: &str) -> Place {
        let around = |resource: &&String| within(pointer, resource);
        let resources = self.resources.values().filter(around);
        let innermost = resources.max_by_key(|resource| resource.len());
        Place::at(pointer.to_owned(), innermost.cloned().unwrap_or_default())
    }

    /// The pointer to what a reference leads to within the document.
    pub(crate) fn target(&self, reference: &str, place: &Place) -> Option<String> {
        let (uri, fragment) = reference.split_once('#').unwrap_or((reference, ""));
        let resource = match uri {
            "" => place.resource(),
            uri => self.resources.get(uri)?,
        };
        let fragment = decoded(fragment);
        if fragment.is_empty() || fragment.starts_with('/') {
            return Some(format!("{resource}{fragment}"));
        }
        self.anchors.get(&(resource.to_owned(), fragment)).cloned()
    }
}
