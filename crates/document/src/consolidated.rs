//! One document of all providers.
//!
//! Markets of one vendor share paths. Where one documents an operation and another only lists it,
//! the operation takes the documented shape and says so; where both document it, the first one's
//! shape stands, and the review finds what differs.

use std::collections::BTreeMap;

use contract::catalogue::{Catalogue, Provider};
use serde_json::{Map, Value, json};

use crate::BuildError;
use crate::components::Components;
use crate::provider::{assemble, info, servers, tag};

/// The consolidated document.
pub(crate) fn document(
    catalogue: &Catalogue,
    providers: &[(&str, Value)],
    components: &Components,
) -> Result<Value, Vec<BuildError>> {
    let mut paths = Map::new();
    for (provider, (_, document)) in catalogue.providers.iter().zip(providers) {
        for (path, item) in members(&document["paths"]) {
            let merged = paths.entry(path.clone()).or_insert_with(|| json!({}));
            for (method, operation) in members(item) {
                match merged.get_mut(method) {
                    Some(known) => merge(known, operation, provider, catalogue),
                    None => merged[method] = operation.clone(),
                }
            }
        }
    }
    let paths = Value::Object(paths);
    let errors = repeated_ids(&paths);
    if !errors.is_empty() {
        return Err(errors);
    }
    let mut all_servers: Vec<Value> = Vec::new();
    for server in catalogue
        .providers
        .iter()
        .flat_map(|p| servers(p).as_array().cloned().unwrap_or_default())
    {
        if !all_servers.contains(&server) {
            all_servers.push(server);
        }
    }
    let sources: Vec<String> = catalogue
        .providers
        .iter()
        .map(|provider| {
            format!(
                "- {}: [{}]({})",
                provider.title, provider.page_title, provider.url
            )
        })
        .collect();
    let description = format!(
        "Third-party description of customer APIs of banks and payment companies, derived from \
         their documentation pages. No vendor has published or endorsed it. Every statement is \
         traced to a line of a page or to a recorded decision. Operations marked \
         `x-documentation: listed` are named on a page and not documented there; `x-inferred` \
         names what is our judgement.\n\nSources:\n\n{}",
        sources.join("\n")
    );
    let mut document = assemble(
        &info(
            "Customer APIs of banks and payment companies",
            SUMMARY,
            &description,
        ),
        &Value::Array(all_servers),
        &catalogue.providers.iter().map(tag).collect::<Vec<_>>(),
        &paths,
        catalogue,
        components,
    );
    document["x-tagGroups"] = tag_groups(catalogue.providers);
    Ok(document)
}

const SUMMARY: &str = "What their documentation pages say, statement by statement.";

fn members(value: &Value) -> impl Iterator<Item = (&String, &Value)> {
    value.as_object().into_iter().flatten()
}

/// Adds a market to an operation that another market has as well.
fn merge(known: &mut Value, operation: &Value, provider: &Provider, catalogue: &Catalogue) {
    let listed = |operation: &Value| operation["x-documentation"] == json!("listed");
    let mut tags = known["tags"].as_array().cloned().unwrap_or_default();
    let lists = match (listed(known), listed(operation)) {
        (true, false) => {
            let before = tags.first().and_then(Value::as_str).unwrap_or_default();
            let title = catalogue
                .providers
                .iter()
                .find(|p| p.id == before)
                .map(|p| p.title);
            *known = operation.clone();
            title
        }
        (false, true) => Some(provider.title),
        _ => None,
    };
    tags.push(json!(provider.id));
    known["tags"] = Value::Array(tags);
    if let Some(title) = lists {
        let said = known["description"].as_str().unwrap_or_default();
        known["description"] = json!(format!(
            "{said}\n\n{title} lists this operation without documenting it."
        ));
    }
}

fn repeated_ids(paths: &Value) -> Vec<BuildError> {
    let mut seen: BTreeMap<&str, String> = BTreeMap::new();
    let mut errors = Vec::new();
    for (path, item) in members(paths) {
        for (method, operation) in members(item) {
            let id = operation["operationId"].as_str().unwrap_or_default();
            let other = format!("{} {path}", method.to_uppercase());
            if let Some(one) = seen.insert(id, other.clone()) {
                errors.push(BuildError::OperationIdCollision {
                    id: id.to_owned(),
                    one,
                    other,
                });
            }
        }
    }
    errors
}

/// `x-tagGroups`: the vendors, each with its pages.
fn tag_groups(providers: &[Provider]) -> Value {
    let mut groups: Vec<(&str, Vec<&str>)> = Vec::new();
    for provider in providers {
        match groups
            .iter_mut()
            .find(|(group, _)| *group == provider.group)
        {
            Some((_, tags)) => tags.push(provider.id),
            None => groups.push((provider.group, vec![provider.id])),
        }
    }
    groups
        .into_iter()
        .map(|(group, tags)| json!({ "name": group, "tags": tags }))
        .collect()
}
