//! Everything that has a name can be found, and what is found is there.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::html::tags;
use crate::material::{Material, SITE, operations};

fn entries() -> Vec<Value> {
    serde_json::from_str(&SITE["search.json"]).expect("the index is JSON")
}

fn word<'v>(entry: &'v Value, key: &str) -> &'v str {
    entry[key].as_str().expect("a word")
}

/// The addresses of the entries of a kind.
fn of_kind(kind: &str) -> BTreeSet<String> {
    let entries = entries();
    let of_kind = entries.iter().filter(|entry| entry["k"] == kind);
    of_kind.map(|entry| word(entry, "u").to_owned()).collect()
}

#[test]
fn every_operation_parameter_and_error_is_found() {
    let (found, parameters, errors) =
        (of_kind("operation"), of_kind("parameter"), of_kind("error"));
    for (_, _, operation, address) in operations() {
        assert!(found.contains(&address), "{address}");
        for parameter in operation["parameters"].as_array().into_iter().flatten() {
            let at = format!(
                "{address}#{}.{}",
                word(parameter, "in"),
                word(parameter, "name")
            );
            assert!(parameters.contains(&at), "{at}");
        }
        let responses = operation["responses"].as_object().expect("responses");
        for (status, response) in responses {
            if response["content"]["application/json"]
                .get("examples")
                .is_some()
                && address.starts_with("citi")
            {
                assert!(
                    !status.starts_with('4') || errors.contains(&format!("{address}#{status}")),
                    "{address} {status}"
                );
            }
        }
    }
}

#[test]
fn every_field_of_every_page_is_found() {
    let found = of_kind("field");
    let mut fields = 0;
    for (_, _, _, address) in operations() {
        for tag in tags(&SITE[&address]) {
            let class = tag.get("class").unwrap_or_default();
            let id = tag.get("id").unwrap_or_default();
            let of_body = class.starts_with("field depth-")
                && ["header.", "path.", "query."]
                    .iter()
                    .all(|place| !id.starts_with(place));
            if of_body {
                fields += 1;
                assert!(found.contains(&format!("{address}#{id}")), "{address}#{id}");
            }
        }
    }
    assert!(fields > 300, "the sample is the whole: {fields}");
    assert_eq!(found.len(), fields);
}

#[test]
fn every_reading_is_found() {
    let due = Material::load().readings.all().len();
    assert_eq!(of_kind("reading").len(), due);
}

#[test]
fn what_is_found_is_there() {
    for entry in entries() {
        let address = word(&entry, "u");
        let (file, fragment) = address.split_once('#').unwrap_or((address, ""));
        let html = SITE
            .get(file)
            .unwrap_or_else(|| panic!("{file} is not there"));
        let there = fragment.is_empty() || html.contains(&format!("id=\"{fragment}\""));
        assert!(there, "{address}");
    }
}
