//! The documents that the sandbox serves: those of the pages, at its own address, with what it answers of its own accord.
//!
//! What a page documents stands as it is.
//! A status that a page does not document and the sandbox sends is added, marked with `x-sandbox`: a program that reads the document meets no answer that it does not know.
//! So are the links from what an answer holds to the operation that is asked by it.

mod added;
mod links;

use std::collections::BTreeSet;
use std::sync::OnceLock;

use axum::body::Bytes;
use serde_json::{Map, Value, json};

use crate::checks::DocumentError;
use crate::operation::members;
use crate::source::Source;

/// The documents of all sources, which are written when they are first asked for.
#[derive(Debug)]
pub(crate) struct Editions {
    compiled_in: Vec<(Source, Value)>,
    written: OnceLock<Written>,
}

/// The documents as they are served.
#[derive(Debug)]
struct Written {
    all: Bytes,
    sources: Vec<(Source, Bytes)>,
}

impl Editions {
    /// The documents that are compiled in.
    ///
    /// # Errors
    ///
    /// Every one that is no JSON.
    pub(crate) fn compiled_in() -> Result<Self, Vec<DocumentError>> {
        let mut compiled_in = Vec::new();
        let mut errors = Vec::new();
        for source in Source::ALL {
            match serde_json::from_str(source.page().document) {
                Ok(document) => compiled_in.push((source, document)),
                Err(error) => errors.push(DocumentError::new(source.page().id, &error.to_string())),
            }
        }
        if errors.is_empty() {
            let written = OnceLock::new();
            Ok(Self {
                compiled_in,
                written,
            })
        } else {
            Err(errors)
        }
    }

    /// The document of each source, as its page has it.
    pub(crate) fn of_pages(&self) -> impl Iterator<Item = (Source, &Value)> {
        self.compiled_in
            .iter()
            .map(|(source, document)| (*source, document))
    }

    /// All sources in one document.
    #[must_use]
    pub(crate) fn all(&self) -> Bytes {
        self.written().all.clone()
    }

    /// The document of one source.
    #[must_use]
    pub(crate) fn of(&self, source: Source) -> Option<Bytes> {
        let mut sources = self.written().sources.iter();
        let found = sources.find(|(known, _)| *known == source);
        found.map(|(_, document)| document.clone())
    }

    fn written(&self) -> &Written {
        self.written.get_or_init(|| {
            let editions: Vec<(Source, Value)> = self
                .of_pages()
                .map(|(source, document)| (source, of_source(source, document)))
                .collect();
            let sources = editions
                .iter()
                .map(|(source, document)| (*source, written(document)));
            Written {
                all: written(&of_all(&editions)),
                sources: sources.collect(),
            }
        })
    }
}

/// A document as it is served: in lines, since people read it too.
fn written(document: &Value) -> Bytes {
    serde_json::to_vec_pretty(document)
        .unwrap_or_default()
        .into()
}

/// The document of one source.
#[must_use]
pub(crate) fn of_source(source: Source, document: &Value) -> Value {
    let mut document = document.clone();
    document["servers"] = json!([{
        "url": format!("/{}", source.as_str()),
        "description": "This sandbox, with invented customers.",
    }]);
    let paths = document["paths"].as_object_mut();
    for operation in paths
        .into_iter()
        .flat_map(Map::values_mut)
        .flat_map(operations)
    {
        added::extend(source, operation);
        links::extend(operation);
    }
    for (name, schema) in added::schemas(&document["paths"]) {
        document["components"]["schemas"][name] = schema;
    }
    document
}

/// All sources in one document, each path beneath the prefix of its source.
#[must_use]
pub(crate) fn of_all(documents: &[(Source, Value)]) -> Value {
    let mut paths = Map::new();
    let mut components: Map<String, Value> = Map::new();
    let mut tags = Vec::new();
    let mut ids = BTreeSet::new();
    for (source, document) in documents {
        for (path, item) in members(&document["paths"]) {
            let mut item = item.clone();
            for operation in operations(&mut item) {
                let id = operation["operationId"].as_str().unwrap_or_default();
                if !ids.insert(id.to_owned()) {
                    // A market that lists what another one documents.
                    let id = format!("{id}_{}", source.as_str().replace('-', "_"));
                    operation["operationId"] = json!(id);
                }
            }
            paths.insert(format!("/{}{path}", source.as_str()), item);
        }
        for (kind, of_kind) in members(&document["components"]) {
            let kind = components.entry(kind.clone()).or_insert_with(|| json!({}));
            for (name, component) in members(of_kind) {
                kind[name] = component.clone();
            }
        }
        tags.extend(document["tags"].as_array().into_iter().flatten().cloned());
    }
    let first = documents.first().map(|(_, document)| document);
    let of_first = |key: &str| first.map(|first| first[key].clone()).unwrap_or_default();
    let mut info = of_first("info");
    info["title"] = json!("Customer APIs of banks and payment companies, in a sandbox");
    info["summary"] =
        json!("What their documentation pages say, answered with invented customers.");
    info["description"] = json!(
        "Third-party description of customer APIs, derived from their documentation pages. \
         No vendor has published or endorsed it. Responses marked `x-sandbox` are the sandbox's \
         own: no page documents them."
    );
    json!({
        "openapi": of_first("openapi"),
        "info": info,
        "servers": [{ "url": "/", "description": "This sandbox, with invented customers." }],
        "tags": tags,
        "paths": paths,
        "components": components,
    })
}

/// The operations of a path.
fn operations(item: &mut Value) -> impl Iterator<Item = &mut Value> {
    let members = item.as_object_mut().into_iter().flat_map(Map::iter_mut);
    members
        .map(|(_, operation)| operation)
        .filter(|it| it.get("responses").is_some())
}
