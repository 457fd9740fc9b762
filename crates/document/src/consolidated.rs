//! One document of all providers.
//!
//! Pages of one vendor share paths. Where one documents an operation and another only lists it,
//! the operation takes the documented shape and says so; where both document it, the first one's
//! shape stands, and the review finds what differs.
//!
//! An operation has one tag, that of the page whose shape it has; `x-also-listed-by` names the other
//! pages.
//!
//! Where not all providers have the same servers, each operation has those of its own.

use std::collections::BTreeMap;

use contract::catalogue::{Catalogue, Provider};
use serde_json::{Map, Value, json};

use crate::components::Components;
use crate::error::BuildError;
use crate::json::members;
use crate::provider::{assemble, info, operation, page, servers, tag};

/// The consolidated document.
pub(crate) fn document(
    providers: &[(&Provider, Value)],
    catalogue: &Catalogue,
    components: &Components,
) -> Result<Value, Vec<BuildError>> {
    let operations: Vec<_> = providers
        .iter()
        .flat_map(|(provider, document)| {
            let items = members(&document["paths"]);
            items.flat_map(move |(path, item)| {
                members(item).map(move |(method, operation)| (path, method, *provider, operation))
            })
        })
        .collect();
    let mut shared_by: BTreeMap<(&str, &str), Vec<Declared>> = BTreeMap::new();
    for (path, method, provider, operation) in &operations {
        let same = shared_by.entry((path, method)).or_default();
        same.push((provider, operation));
    }
    let common = common_servers(catalogue.providers);
    let mut paths = Map::new();
    for (path, method, ..) in operations {
        let item = paths.entry(path.clone()).or_insert_with(|| json!({}));
        if let Some(same) = shared_by.remove(&(path.as_str(), method.as_str())) {
            item[method] = shared(&same);
            let own = all_servers(same.iter().map(|(provider, _)| *provider));
            if common.is_none() && own != json!([]) {
                item[method]["servers"] = own;
            }
        }
    }
    let paths = Value::Object(paths);
    let errors = repeated_ids(&paths);
    if !errors.is_empty() {
        return Err(errors);
    }
    let sources: Vec<String> = catalogue
        .providers
        .iter()
        .map(|provider| format!("- {}: {}", provider.title, page(provider)))
        .collect();
    let description = format!(
        "Third-party description of customer APIs of banks and payment companies, derived from \
         their documentation pages. No vendor has published or endorsed it. Every statement is \
         traced to a line of a page or to a recorded decision; only the descriptions of types are \
         ours alone. Operations marked `x-documentation: listed` are named on a page and not \
         documented there; `x-inferred` names what is our judgement, `x-likely` what rests on \
         somebody other than the vendor. The licence is that of this description, not of the APIs.\n\nSources:\n\n{}",
        sources.join("\n")
    );
    let mut document = assemble(
        &info(
            "Customer APIs of banks and payment companies",
            SUMMARY,
            &description,
        ),
        common.as_ref(),
        &catalogue.providers.iter().map(tag).collect::<Vec<_>>(),
        &paths,
        catalogue,
        components,
    );
    document["x-tagGroups"] = tag_groups(catalogue.providers);
    Ok(document)
}

const SUMMARY: &str = "What their documentation pages say, statement by statement.";

/// The servers that every provider has.
fn common_servers(providers: &[Provider]) -> Option<Value> {
    let (first, others) = providers.split_first()?;
    let alike = others.iter().all(|other| other.servers == first.servers);
    alike.then(|| servers(first))
}

/// The servers of several providers, each once.
fn all_servers<'p>(providers: impl Iterator<Item = &'p Provider>) -> Value {
    let mut all: Vec<Value> = Vec::new();
    for server in providers.flat_map(|it| servers(it).as_array().cloned().unwrap_or_default()) {
        if !all.contains(&server) {
            all.push(server);
        }
    }
    Value::Array(all)
}

/// A provider's own view of an operation.
type Declared<'d> = (&'d Provider, &'d Value);

/// Returns the operation of all pages that have it, in the shape of the first that documents it.
fn shared(all: &[Declared]) -> Value {
    let lists = |(_, operation): &&Declared| operation["x-documentation"] == json!("listed");
    let documented = all.iter().find(|declared| !lists(declared));
    let Some((_, operation)) = documented.or(all.first()) else {
        return json!({});
    };
    let mut operation = operation.as_object().cloned().unwrap_or_default();
    // One tag: generators make a class of each, and the same code in two classes does not compile.
    let others = all.iter().map(|(provider, _)| provider.id);
    let others: Vec<&str> = others
        .filter(|page| operation["tags"] != json!([page]))
        .collect();
    if !others.is_empty() {
        operation.shift_insert(1, "x-also-listed-by".to_owned(), json!(others));
    }
    let mut operation = Value::Object(operation);
    // Pages that only list the operation are named after the words of the one that documents it.
    let said = documented.and_then(|(_, operation)| operation["description"].as_str());
    let listed = all
        .iter()
        .filter(lists)
        .map(|(provider, _)| match documented {
            Some(_) => format!(
                "{} lists this operation without documenting it.",
                provider.title
            ),
            None => operation::undocumented(provider.title),
        });
    let listed = listed.collect::<Vec<_>>().join(" ");
    let described = [said.unwrap_or_default(), &listed].map(str::trim);
    let described = described
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>();
    if !described.is_empty() {
        operation["description"] = json!(described.join("\n\n"));
    }
    operation
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
    for Provider { id, group, .. } in providers {
        match groups.iter_mut().find(|(known, _)| known == group) {
            Some((_, tags)) => tags.push(id),
            None => groups.push((group, vec![id])),
        }
    }
    let named = |(group, tags)| json!({ "name": vendor(group, providers), "tags": tags });
    groups.into_iter().map(named).collect()
}

/// A vendor's name for people: the words that the titles of its providers begin with.
pub(crate) fn vendor(group: &str, providers: &[Provider]) -> String {
    let of_group = providers.iter().filter(|provider| provider.group == group);
    let mut titles = of_group.map(|provider| provider.title.split(' ').collect::<Vec<_>>());
    let Some(mut shared) = titles.next() else {
        return group.to_owned();
    };
    for title in titles {
        let same = shared
            .iter()
            .zip(&title)
            .take_while(|(one, other)| one == other)
            .count();
        shared.truncate(same);
    }
    if shared.is_empty() {
        group.to_owned()
    } else {
        shared.join(" ")
    }
}
