//! Where something stands in the 3.1 document, and what references lead to from there.

use std::collections::BTreeMap;

use serde_json::Value;

use super::Lowerer;
use super::members;
use super::schema::SUBSCHEMAS;
use crate::validate::escaped;

/// A JSON pointer, and that of the schema resource around it (JSON Schema 2020-12 core, 4.3.5).
#[derive(Clone, Debug, Default)]
pub(super) struct Place {
    pointer: String,
    resource: String,
}

impl Place {
    pub(super) fn pointer(&self) -> &str {
        &self.pointer
    }

    pub(super) fn step(&self, token: &str) -> Self {
        Self {
            pointer: format!("{}/{}", self.pointer, escaped(token)),
            resource: self.resource.clone(),
        }
    }

    pub(super) fn index(&self, index: usize) -> Self {
        self.step(&index.to_string())
    }

    /// The place of a schema: with a `$id` it is a resource of its own.
    pub(super) fn of(&self, schema: &Value) -> Self {
        let resource = match schema.get("$id") {
            Some(Value::String(_)) => &self.pointer,
            _ => &self.resource,
        };
        Self {
            pointer: self.pointer.clone(),
            resource: resource.clone(),
        }
    }
}

/// The schemas that can be referred to by other than a pointer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Identities {
    /// Pointers to schema resources, by `$id`.
    resources: BTreeMap<String, String>,
    /// Pointers to schemas, by the pointer to their resource and `$anchor`.
    anchors: BTreeMap<(String, String), String>,
}

impl Identities {
    /// Takes down the identities of a schema and of all schemas within it.
    pub(super) fn of(&mut self, schema: &Value, place: &Place) {
        let place = place.of(schema);
        if let Some(Value::String(id)) = schema.get("$id") {
            self.resources.insert(id.clone(), place.pointer.clone());
        }
        for keyword in ["$anchor", "$dynamicAnchor"] {
            if let Some(Value::String(anchor)) = schema.get(keyword) {
                let key = (place.resource.clone(), anchor.clone());
                self.anchors.insert(key, place.pointer.clone());
            }
        }
        let within = members(schema).filter(|(keyword, _)| SUBSCHEMAS.contains(&keyword.as_str()));
        for (keyword, found) in within {
            let place = place.step(keyword);
            match found {
                Value::Array(schemas) => {
                    for (index, schema) in schemas.iter().enumerate() {
                        self.of(schema, &place.index(index));
                    }
                }
                Value::Object(_) if is_map(keyword) => {
                    for (name, schema) in members(found) {
                        self.of(schema, &place.step(name));
                    }
                }
                schema => self.of(schema, &place),
            }
        }
    }

    /// The place of the schema at a pointer, within the innermost resource around it.
    pub(super) fn place(&self, pointer: &str) -> Place {
        let around = |resource: &&String| within(pointer, resource);
        let resources = self.resources.values().filter(around);
        let innermost = resources.max_by_key(|resource| resource.len());
        Place {
            pointer: pointer.to_owned(),
            resource: innermost.cloned().unwrap_or_default(),
        }
    }

    /// The pointer to what a reference leads to within the document.
    fn target(&self, reference: &str, place: &Place) -> Option<String> {
        let (uri, fragment) = reference.split_once('#').unwrap_or((reference, ""));
        let resource = match uri {
            "" => &place.resource,
            uri => self.resources.get(uri)?,
        };
        let fragment = decoded(fragment);
        if fragment.is_empty() || fragment.starts_with('/') {
            return Some(format!("{resource}{fragment}"));
        }
        self.anchors.get(&(resource.clone(), fragment)).cloned()
    }
}

/// Whether a pointer leads to what is at another one, or into it.
pub(super) fn within(pointer: &str, outer: &str) -> bool {
    let rest = pointer.strip_prefix(outer);
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// Keywords whose members are schemas by names that are not keywords.
pub(super) fn is_map(keyword: &str) -> bool {
    matches!(
        keyword,
        "properties" | "patternProperties" | "dependentSchemas" | "$defs" | "definitions"
    )
}

impl Lowerer<'_> {
    /// What a `$ref` of a schema is in 3.0, where only pointers and other documents are known.
    pub(super) fn reference(&mut self, reference: &str, place: &Place) -> Value {
        let Some(target) = self.identities.target(reference, place) else {
            return reference.into();
        };
        let lowered = match self.moved.get(&target) {
            Some(name) => format!("#{}/{name}", super::SCHEMAS),
            None if reference.starts_with('#') && decoded(&reference[1..]) == target => {
                reference.to_owned()
            }
            None => format!("#{target}"),
        };
        if lowered != reference {
            let construct = "reference by `$id` or `$anchor`, or to what moved";
            self.exact(place, construct, "reference by pointer to a component");
        }
        self.references.push((place.pointer.clone(), target));
        lowered.into()
    }

    /// The pointer that a Reference Object holds, if it is one into this document.
    pub(super) fn local(reference: &Value) -> Option<String> {
        let pointer = reference.as_str()?.strip_prefix('#')?;
        Some(decoded(pointer))
    }
}

/// A fragment without percent-encoding (RFC 3986, section 2.1); what is none stays.
fn decoded(fragment: &str) -> String {
    let mut bytes = Vec::with_capacity(fragment.len());
    let mut rest = fragment.as_bytes();
    while let [first, others @ ..] = rest {
        let hex = others
            .get(..2)
            .and_then(|hex| std::str::from_utf8(hex).ok());
        let byte = hex.and_then(|hex| u8::from_str_radix(hex, 16).ok());
        if let (b'%', Some(byte)) = (first, byte) {
            bytes.push(byte);
            rest = &others[2..];
        } else {
            bytes.push(*first);
            rest = others;
        }
    }
    String::from_utf8(bytes).unwrap_or_else(|_| fragment.to_owned())
}

/// What a component made of the schema at a pointer may be called (OpenAPI 3.0.3, Components).
pub(super) fn component_name(pointer: &str) -> String {
    let allowed = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-');
    let named = pointer.rsplit('/').find_map(|token| {
        let name: String = token.chars().filter(|c| allowed(*c)).collect();
        // The index of a list is no name.
        name.starts_with(|c: char| c.is_ascii_alphabetic())
            .then_some(name)
    });
    named.unwrap_or_else(|| "Schema".to_owned())
}
