//! The documents that the sandbox serves: those of the pages, at its own address, with everything that it answers beyond them.
//!
//! What a page documents stays as it is.
//! A status that the sandbox sends and the page does not document is added and marked with `x-sandbox`, so that a program that reads the document meets no unknown answer.
//! So are links from an answer to the operation that takes its values: OpenAPI's links, which fuzzers follow.

mod added;

use std::collections::BTreeSet;
use std::sync::{Arc, OnceLock};

use axum::body::Bytes;
use serde_json::{Map, Value, json};

use crate::operation::members;
use crate::served::Served;

/// The documents as they are served, written when they are first asked for.
#[derive(Debug, Default)]
pub(crate) struct Editions(OnceLock<Written>);

#[derive(Debug)]
struct Written {
    all: Bytes,
    pages: Vec<Bytes>,
}

impl Editions {
    /// All pages in one document.
    #[must_use]
    pub(crate) fn all(&self, pages: &[Arc<Served>]) -> Bytes {
        self.written(pages).all.clone()
    }

    /// The document of the page at a place of the list.
    #[must_use]
    pub(crate) fn of(&self, pages: &[Arc<Served>], place: usize) -> Bytes {
        self.written(pages).pages[place].clone()
    }

    fn written(&self, pages: &[Arc<Served>]) -> &Written {
        self.0.get_or_init(|| {
            let editions = pages.iter().map(|page| (page.id, of_page(page, pages)));
            let editions: Vec<_> = editions.collect();
            Written {
                all: written(&of_all(&editions)),
                pages: editions.iter().map(|(_, it)| written(it)).collect(),
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

/// The document of one page; of `pages`, others may have the types of its refusals.
fn of_page(page: &Served, pages: &[Arc<Served>]) -> Value {
    let mut document = page.document.clone();
    document["servers"] = json!([{
        "url": format!("/{}", page.id),
        "description": "This sandbox, with invented customers.",
    }]);
    let mut schemas = Map::new();
    let paths = document["paths"].as_object_mut();
    for operation in paths
        .into_iter()
        .flat_map(Map::values_mut)
        .flat_map(operations)
    {
        added::extend(page, operation, &mut schemas);
    }
    for (name, schema) in schemas {
        document["components"]["schemas"][name] = schema;
    }
    if let Some(error) = page.manner.error {
        lend(&mut document, error, pages);
    }
    document
}

/// Adds a component that a page lacks and another of its vendor has, with those that it refers to.
fn lend(document: &mut Value, name: &str, pages: &[Arc<Served>]) {
    let of = |document: &Value| document["components"]["schemas"].get(name).cloned();
    let has = of(document).is_some();
    let Some(schema) = pages
        .iter()
        .find_map(|it| of(&it.document))
        .filter(|_| !has)
    else {
        return;
    };
    let text = schema.to_string();
    document["components"]["schemas"][name] = schema;
    for reference in text.split("\"#/components/schemas/").skip(1) {
        if let Some((name, _)) = reference.split_once('"') {
            lend(document, name, pages);
        }
    }
}

/// All pages in one document, each path beneath the prefix of its page.
fn of_all(documents: &[(&str, Value)]) -> Value {
    let mut paths = Map::new();
    let mut components: Map<String, Value> = Map::new();
    let mut tags = Vec::new();
    let mut ids = BTreeSet::new();
    for (page, document) in documents {
        for (path, item) in members(&document["paths"]) {
            let mut item = item.clone();
            for operation in operations(&mut item) {
                let id = operation["operationId"].as_str().unwrap_or_default();
                if !ids.insert(id.to_owned()) {
                    // Two pages of a vendor can have the same operation.
                    let id = format!("{id}_{}", page.replace('-', "_"));
                    operation["operationId"] = json!(id);
                }
            }
            paths.insert(format!("/{page}{path}"), item);
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
