//! Where something stands in the 3.1 document.

use percent_encoding::percent_decode_str;
use serde_json::Value;

/// A JSON pointer, and that of the schema resource around it (JSON Schema 2020-12 core, 4.3.5).
#[derive(Clone, Debug, Default)]
pub(crate) struct Place {
    pointer: String,
    resource: String,
}

impl Place {
    pub(crate) fn at(pointer: String, resource: String) -> Self {
        Self { pointer, resource }
    }

    pub(crate) fn pointer(&self) -> &str {
        &self.pointer
    }

    /// The pointer to the schema resource around the place.
    pub(crate) fn resource(&self) -> &str {
        &self.resource
    }

    pub(crate) fn step(&self, token: &str) -> Self {
        let mut pointer = String::with_capacity(self.pointer.len() + token.len() + 1);
        pointer.push_str(&self.pointer);
        pointer.push('/');
        for character in token.chars() {
            match character {
                '~' => pointer.push_str("~0"),
                '/' => pointer.push_str("~1"),
                other => pointer.push(other),
            }
        }
        Self {
            pointer,
            resource: self.resource.clone(),
        }
    }

    pub(crate) fn index(&self, index: usize) -> Self {
        self.step(&index.to_string())
    }

    /// The place of a schema: with a `$id` it is a resource of its own.
    pub(crate) fn of(&self, schema: &Value) -> Self {
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

/// Whether a pointer equals the outer one or leads into it.
pub(crate) fn within(pointer: &str, outer: &str) -> bool {
    let rest = pointer.strip_prefix(outer);
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// Decodes a percent-encoded fragment (RFC 3986, section 2.1); one that is not UTF-8 stays.
pub(crate) fn decoded(fragment: &str) -> String {
    let decoded = percent_decode_str(fragment).decode_utf8();
    decoded.map_or_else(|_| fragment.to_owned(), Into::into)
}

/// What a component made of the schema at a pointer may be called (OpenAPI 3.0.3, Components).
pub(crate) fn component_name(pointer: &str) -> String {
    let allowed = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-');
    let named = pointer.rsplit('/').find_map(|token| {
        let name: String = token.chars().filter(|c| allowed(*c)).collect();
        // The index of a list is no name.
        name.starts_with(|c: char| c.is_ascii_alphabetic())
            .then_some(name)
    });
    named.unwrap_or_else(|| "Schema".to_owned())
}
