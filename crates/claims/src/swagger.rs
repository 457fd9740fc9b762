//! A description in Swagger 2.0, said in OpenAPI 3.0.
//!
//! The crates that convert one were not taken: they rewrite what stands below `example` and
//! `default`, drop keywords beside `$ref`, or stop at the first error without its place.

mod body;
mod operation;
mod parameter;
mod schema;
mod security;

use std::collections::HashSet;

use serde_json::{Map, Value, json};

use crate::Pointer;

type Object = Map<String, Value>;

/// Returns a Swagger 2.0 document as OpenAPI 3.0.3.
///
/// What both versions have in common, and every extension, stays as it is. So does everything
/// below `default`, `enum` and `example`: it is data. A format of lists that 3.0 does not have is
/// kept as `x-collectionFormat`.
///
/// # Errors
///
/// Returns an error for every place that does not have the form that Swagger 2.0 gives it, with its
/// JSON pointer and how to mend it.
pub fn raise(mut document: Value) -> Result<Value, Vec<String>> {
    let mut raise = Raise::default();
    raise.document(&mut document);
    // What operations share is read for each of them.
    let mut told = HashSet::new();
    raise.problems.retain(|it| told.insert(it.clone()));
    if raise.problems.is_empty() {
        Ok(document)
    } else {
        Err(raise.problems)
    }
}

/// Raises one document in place.
#[derive(Default)]
struct Raise {
    /// The members of the document that its operations share and 3.0 does not have.
    shared: Object,
    problems: Vec<String>,
}

impl Raise {
    fn document(&mut self, document: &mut Value) {
        let Some(members) = self.object("", document) else {
            return;
        };
        for name in "host basePath schemes consumes produces parameters".split(' ') {
            if let Some(value) = members.shift_remove(name) {
                self.shared.insert(name.to_owned(), value);
            }
        }
        if let Some(version) = members.shift_remove("swagger") {
            members.shift_insert(0, "openapi".to_owned(), "3.0.3".into());
            if version != "2.0" && version != json!(2.0) {
                let fix = "give a description in Swagger 2.0";
                self.problem("/swagger", "2.0", Some(&version), fix);
            }
        }
        let schemes = self.shared.get("schemes").cloned();
        if let Some(servers) = self.servers("/schemes", schemes) {
            members.insert("servers".to_owned(), servers);
        }
        if let Some(paths) = members.get_mut("paths") {
            self.each("/paths", paths, Self::path_item);
        }
        let mut components = self.shared_parameters();
        for (name, kind, raise) in [
            ("definitions", "schemas", Self::schema as Raising),
            ("responses", "responses", Self::shared_response),
            (
                "securityDefinitions",
                "securitySchemes",
                Self::security_scheme,
            ),
        ] {
            if let Some(mut defined) = members.shift_remove(name) {
                self.each(&format!("/{name}"), &mut defined, raise);
                components.insert(kind.to_owned(), defined);
            }
        }
        if !components.is_empty() {
            members.insert("components".to_owned(), components.into());
        }
    }

    /// The servers of the document, or of an operation that has schemes of its own.
    ///
    /// Without a host they are relative to the address of the description. Without schemes they have
    /// the scheme of that address.
    fn servers(&mut self, at: &str, schemes: Option<Value>) -> Option<Value> {
        let text = |name| self.shared.get(name).and_then(Value::as_str);
        let [host, path] = ["host", "basePath"].map(|name| text(name).unwrap_or_default());
        let slash = if path.starts_with('/') { "" } else { "/" };
        let address = format!("{host}{slash}{path}");
        let address = address.trim_end_matches('/').to_owned();
        let (absolute, none) = (!host.is_empty(), address.is_empty());
        let schemes = self.texts(at, schemes);
        let urls = match schemes.as_slice() {
            _ if none => return None,
            _ if !absolute => vec![address],
            [] => vec![format!("//{address}")],
            schemes => schemes
                .iter()
                .map(|it| format!("{it}://{address}"))
                .collect(),
        };
        Some(urls.into_iter().map(|url| json!({ "url": url })).collect())
    }

    /// Notes what is wrong at a place.
    fn problem(&mut self, at: &str, expected: &str, found: Option<&Value>, fix: &str) {
        let found = match found {
            None => "none",
            Some(Value::Null) => "null",
            Some(Value::Bool(_)) => "true or false",
            Some(Value::Number(_)) => "a number",
            Some(Value::String(_)) => "another text",
            Some(Value::Array(_)) => "a list",
            Some(Value::Object(_)) => "an object",
        };
        let at = if at.is_empty() { "/" } else { at };
        let problem = format!("{at}: expected {expected}, but found {found} instead; {fix}");
        self.problems.push(problem);
    }

    /// The members of an object. A value that is no object is noted as a problem.
    fn object<'v>(&mut self, at: &str, value: &'v mut Value) -> Option<&'v mut Object> {
        if !value.is_object() {
            let fix = "write its members as `name: value`";
            self.problem(at, "an object", Some(value), fix);
        }
        value.as_object_mut()
    }

    /// The elements of a list, which may be absent. A value that is no list is noted as a problem.
    fn list(&mut self, at: &str, value: Option<Value>) -> Vec<Value> {
        match value {
            None => Vec::new(),
            Some(Value::Array(elements)) => elements,
            Some(other) => {
                let fix = "write it in brackets, even if it has one element";
                self.problem(at, "a list", Some(&other), fix);
                Vec::new()
            }
        }
    }

    /// The texts of a list that may be absent.
    fn texts(&mut self, at: &str, value: Option<Value>) -> Vec<String> {
        let mut texts = Vec::new();
        for (index, value) in self.list(at, value).into_iter().enumerate() {
            match value {
                Value::String(text) => texts.push(text),
                other => {
                    let at = Pointer::step(at, &index.to_string());
                    self.problem(&at, "a text", Some(&other), "write it in quotes");
                }
            }
        }
        texts
    }

    /// Raises each value of a map, but no extension beside them.
    fn each(
        &mut self,
        at: &str,
        map: &mut Value,
        mut raise: impl FnMut(&mut Self, &str, &mut Value),
    ) {
        for (name, value) in self.object(at, map).into_iter().flatten() {
            if !name.starts_with("x-") || value.is_object() {
                raise(self, &Pointer::step(at, name), value);
            }
        }
    }

    /// What `consumes` or `produces` names: of an operation, or else of the document.
    fn media_types(&mut self, at: &str, own: Option<Value>, keyword: &str) -> Vec<String> {
        let at = if own.is_some() { at } else { "" };
        let named = own.or_else(|| self.shared.get(keyword).cloned());
        self.texts(&Pointer::step(at, keyword), named)
    }
}

/// Raises what stands at a place.
type Raising = fn(&mut Raise, &str, &mut Value);

/// One body in each media type; `*/*` if none is known.
fn content(media_types: &[String], body: &Value) -> Object {
    let any = ["*/*".to_owned()];
    let some = if media_types.is_empty() {
        &any
    } else {
        media_types
    };
    some.iter().map(|it| (it.clone(), body.clone())).collect()
}

/// Rewrites a reference, if the value is one; whatever stands beside it stays.
fn refer(value: &mut Value) -> bool {
    let Some(Value::String(reference)) = value.get_mut("$ref") else {
        return false;
    };
    for (from, to) in [
        ("#/definitions/", "#/components/schemas/"),
        ("#/parameters/", "#/components/parameters/"),
        ("#/responses/", "#/components/responses/"),
    ] {
        if let Some(name) = reference.strip_prefix(from) {
            *reference = [to, name].concat();
            break;
        }
    }
    true
}
