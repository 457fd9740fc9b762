//! The document of one provider: what its page documents, and what it only lists.

pub(crate) mod operation;

use contract::catalogue::{Catalogue, Mark, Operation, Provider, SecurityScheme, Server};
use serde_json::{Map, Value, json};

use crate::components::Components;
use crate::error::BuildError;
use crate::normalise::point;

/// Where an OpenAPI document keeps its schemas.
const SCHEMAS: &str = "#/components/schemas/";

/// The OpenAPI version of the canonical documents.
const VERSION: &str = "3.1.0";

/// The document of one provider.
pub(crate) fn document(
    provider: &Provider,
    catalogue: &Catalogue,
    components: &Components,
) -> Result<Value, Vec<BuildError>> {
    let mut paths = Map::new();
    let mut errors = Vec::new();
    let security = common_security(provider);
    for operation in provider.operations {
        let (method, path, operation) = match operation {
            Operation::Documented(documented) => {
                operation::documented(documented(), provider.group, components)
            }
            Operation::Listed(listed) => {
                operation::listed(listed, provider.title, security.as_ref())
            }
        };
        let name = format!("{} {path}", method.to_uppercase());
        let item = paths.entry(path).or_insert_with(|| json!({}));
        if item.get(method).is_some() {
            errors.push(BuildError::OperationCollision {
                provider: provider.id.to_owned(),
                operation: name,
            });
            continue;
        }
        item[method] = operation::tagged(provider.id, operation);
    }
    if !errors.is_empty() {
        return Err(errors);
    }
    let description = format!(
        "Third-party description of an API of {}, derived from a documentation page, \
         {}. The vendor has neither published nor endorsed it. Operations marked \
         `x-documentation: listed` are named on the page and not documented there; \
         `x-inferred` names what is our judgement, `x-likely` what rests on somebody \
         other than the vendor. The licence is that of this description, not of the API.",
        provider.title,
        page(provider)
    );
    Ok(assemble(
        &info(
            provider.title,
            "A customer API as its public documentation describes it.",
            &description,
        ),
        Some(&servers(provider)),
        &[tag(provider)],
        &Value::Object(paths),
        catalogue,
        components,
    ))
}

/// The security requirement that all documented operations of a provider share, if they do.
///
/// Without one, OpenAPI would have an operation that is only listed need no credentials.
fn common_security(provider: &Provider) -> Option<Value> {
    let mut common = None;
    for operation in provider.operations {
        let Operation::Documented(documented) = operation else {
            continue;
        };
        let security = serde_json::to_value(documented().operation.security).ok()?;
        if common.get_or_insert_with(|| security.clone()) != &security {
            return None;
        }
    }
    common.filter(Value::is_array)
}

/// An OpenAPI document from its parts, with the components that the paths reach.
///
/// Without servers of the document, each operation has its own.
pub(crate) fn assemble(
    info: &Value,
    servers: Option<&Value>,
    tags: &[Value],
    paths: &Value,
    catalogue: &Catalogue,
    components: &Components,
) -> Value {
    let mut schemas = Value::Object(components.reached(paths));
    point(&mut schemas, SCHEMAS);
    let schemes: Map<String, Value> = catalogue
        .security_schemes
        .iter()
        .filter(|scheme| requires(paths, scheme.name))
        .map(|scheme| (scheme.name.to_owned(), security_scheme(scheme)))
        .collect();
    let mut document = json!({ "openapi": VERSION, "info": info });
    if let Some(servers) = servers {
        document["servers"] = servers.clone();
    }
    document["tags"] = json!(tags);
    document["paths"] = paths.clone();
    document["components"] = json!({ "schemas": schemas, "securitySchemes": schemes });
    document
}

/// The HTTP authentication schemes that are registered with IANA (RFC 9110, section 16.4.1), as of
/// November 2026.
const REGISTERED: [&str; 14] = [
    "basic",
    "bearer",
    "concealed",
    "digest",
    "dpop",
    "gnap",
    "hoba",
    "mutual",
    "negotiate",
    "oauth",
    "privatetoken",
    "scram-sha-1",
    "scram-sha-256",
    "vapid",
];

/// A security scheme as OpenAPI has it.
///
/// An HTTP scheme should be a registered one (OpenAPI 3.1.0, section 4.8.27.1). Generators refuse
/// or drop any other, so it is an API key, whose value is the whole `Authorization` header.
fn security_scheme(scheme: &SecurityScheme) -> Value {
    let registered = REGISTERED.contains(&scheme.scheme.to_ascii_lowercase().as_str());
    let mut said = if registered {
        json!({ "type": "http", "scheme": scheme.scheme })
    } else {
        json!({ "type": "apiKey", "in": "header", "name": "Authorization" })
    };
    said["description"] = scheme.description.into();
    if !scheme.likely.is_empty() {
        said[Mark::Likely.keyword()] = json!(scheme.likely);
    }
    said
}

/// Whether an operation refers to a security scheme.
fn requires(paths: &Value, scheme: &str) -> bool {
    let items = paths.as_object().into_iter().flatten();
    let operations = items.flat_map(|(_, item)| item.as_object().into_iter().flatten());
    operations
        .flat_map(|(_, operation)| operation["security"].as_array().into_iter().flatten())
        .any(|requirement| requirement.get(scheme).is_some())
}

pub(crate) fn info(title: &str, summary: &str, description: &str) -> Value {
    json!({
        "title": title,
        "summary": summary,
        "description": description,
        // Nobody to write to is known; but that it is not the vendor is.
        "contact": { "name": "The authors of this third-party description, not the vendors" },
        "license": { "name": "MIT OR Apache-2.0", "identifier": env!("CARGO_PKG_LICENSE") },
        // Until it is known what changed since the newest release.
        "version": "0.1.0",
    })
}

pub(crate) fn servers(provider: &Provider) -> Value {
    provider.servers.iter().map(server).collect()
}

fn server(server: &Server) -> Value {
    let variables = server.variables.iter().map(|variable| {
        (
            variable.name.to_owned(),
            json!({ "default": variable.default }),
        )
    });
    let variables: Map<String, Value> = variables.collect();
    let mut described = json!({ "url": server.url, "description": server.description });
    if !variables.is_empty() {
        described["variables"] = Value::Object(variables);
    }
    if !server.likely.is_empty() {
        described[Mark::Likely.keyword()] = json!(server.likely);
    }
    described
}

/// The page in a sentence, linked where its address is known.
pub(crate) fn page(provider: &Provider) -> String {
    let note = provider.page_note.unwrap_or(provider.id);
    let Some(url) = provider.url else {
        let title = provider.page_title;
        return title.map_or(note.to_owned(), |title| format!("{title} ({note})"));
    };
    format!("[{}]({url})", provider.page_title.unwrap_or(note))
}

/// A tag is a page; OpenAPI has its title, or which page it is, beside its address only.
pub(crate) fn tag(provider: &Provider) -> Value {
    let mut tag = json!({ "name": provider.id, "description": provider.description });
    if let Some(url) = provider.url {
        let mut page = Map::new();
        if let Some(words) = provider.page_title.or(provider.page_note) {
            page.insert("description".to_owned(), words.into());
        }
        page.insert("url".to_owned(), url.into());
        tag["externalDocs"] = Value::Object(page);
    }
    tag["x-displayName"] = provider.title.into();
    tag
}
