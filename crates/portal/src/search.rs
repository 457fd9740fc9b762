//! What can be searched: operations, parameters, fields, errors and readings, as one JSON file.

use std::collections::BTreeSet;

use claims::Aspect;
use claims::openapi::ERROR_CELL;
use serde::Serialize;
use serde_json::Value;

use crate::field::{fields, merged};
use crate::ledger::{about, anchor};
use crate::operation::{Operation, text};
use crate::site::Site;

/// What an entry is; the order is that of the results where nothing else tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
enum Kind {
    Page,
    Operation,
    Parameter,
    Field,
    Error,
    Reading,
}

/// One thing that can be found. The names are short: there are more than a thousand.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
struct Entry {
    /// What it is.
    k: Kind,
    /// Its name.
    n: String,
    /// Where it is, for people.
    w: String,
    /// Its address, from the root of the site.
    u: String,
    /// What is said of it, where its name does not say it.
    t: String,
}

/// The index, one entry a line.
pub(crate) fn index(site: &Site) -> String {
    let mut entries = BTreeSet::new();
    for provider in site.pages.iter().map(|page| page.provider) {
        entries.insert(Entry {
            k: Kind::Page,
            n: provider.title.to_owned(),
            w: provider.id.to_owned(),
            u: format!("{}/index.html", provider.id),
            t: provider.description.to_owned(),
        });
    }
    for operation in &site.operations {
        of_operation(operation, &mut entries);
    }
    for reading in site.readings().all() {
        entries.insert(Entry {
            k: Kind::Reading,
            n: reading.id().to_owned(),
            w: reading.page.as_str().to_owned(),
            u: format!("readings.html#reading.{}", reading.id()),
            t: reading.reason.clone(),
        });
    }
    let lines: Vec<String> = entries
        .iter()
        .map(|entry| serde_json::to_string(entry).unwrap_or_default())
        .collect();
    format!("[\n{}\n]\n", lines.join(",\n"))
}

fn of_operation(operation: &Operation, entries: &mut BTreeSet<Entry>) {
    let address = operation.address();
    let place = format!("{} \u{b7} {}", operation.provider.title, operation.title());
    let listed = if operation.is_listed() {
        ", only listed"
    } else {
        ""
    };
    entries.insert(Entry {
        k: Kind::Operation,
        n: operation.title().to_owned(),
        w: format!(
            "{} \u{b7} {}{listed}",
            operation.provider.title,
            operation.name()
        ),
        u: address.clone(),
        t: format!("{} {}", operation.id(), operation.description()),
    });
    let mut add = |k: Kind, about: &str, name: &str, within: &str, t: &str| {
        entries.insert(Entry {
            k,
            n: name.to_owned(),
            w: format!("{place} \u{b7} {within}"),
            u: format!("{address}#{}", anchor(about)),
            t: t.to_owned(),
        });
    };
    for parameter in operation.parameters() {
        let (place, name) = (text(parameter, "in"), text(parameter, "name"));
        let description = text(parameter, "description");
        add(
            Kind::Parameter,
            &about(place, name),
            name,
            place,
            description,
        );
    }
    for (place, body) in bodies(operation) {
        for (_, content) in body["content"].as_object().into_iter().flatten() {
            let schema = merged(operation.document, &content["schema"]);
            for field in fields(operation.document, &schema) {
                let description = text(&field.schema, "description");
                let about = about(&place, &field.name);
                add(Kind::Field, &about, &field.name, &place, description);
            }
        }
    }
    for stated in &operation.explanation.statements {
        let said = &stated.statement;
        if said.aspect == Aspect::Error {
            // Type, code and details: people look for the code.
            let mut cells = said.value.split(ERROR_CELL);
            let code = cells.nth(1).unwrap_or(&said.value);
            add(Kind::Error, &said.about, code, &said.about, &said.value);
        }
    }
}

/// The bodies of an operation by their places: `body`, `200`.
fn bodies<'o>(operation: &Operation<'o>) -> Vec<(String, &'o Value)> {
    let request = operation.node.get("requestBody");
    let request = request.map(|body| ("body".to_owned(), body));
    let responses = operation.node["responses"]
        .as_object()
        .into_iter()
        .flatten();
    let responses = responses.map(|(status, response)| (status.clone(), response));
    request.into_iter().chain(responses).collect()
}
