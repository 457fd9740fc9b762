//! The catalogue agrees with itself, and the two views of every type with each other.

use std::collections::{BTreeMap, BTreeSet};

use contract::catalogue::{
    MARKS, Operation, PROVIDERS, SCALARS, SCHEMAS, SECURITY_SCHEMES, Schema, component_name,
};
use contract::citi::headers::CLIENT_DETAILS_FIELDS;
use schemars::SchemaGenerator;
use serde_json::{Value, json};

fn utoipa(schema: &Schema) -> Value {
    serde_json::to_value((schema.utoipa)()).expect("a schema is JSON")
}

fn schemars(schema: &Schema) -> Value {
    let settings = schemars::generate::SchemaSettings::draft2020_12().for_serialize();
    (schema.schemars)(&mut SchemaGenerator::new(settings)).to_value()
}

/// Every value of `key` at any depth.
fn all<'a>(value: &'a Value, key: &str) -> Vec<&'a str> {
    match value {
        Value::Object(members) => members
            .iter()
            .flat_map(|(name, value)| match value {
                Value::String(text) if name == key => vec![text.as_str()],
                _ => all(value, key),
            })
            .collect(),
        Value::Array(items) => items.iter().flat_map(|item| all(item, key)).collect(),
        _ => vec![],
    }
}

/// The operations of every provider: id, method, path, title, and the document's own operation if documented.
fn operations() -> Vec<(String, String, String, String, Option<Value>)> {
    let mut operations = vec![];
    let all = PROVIDERS.iter().flat_map(|provider| {
        let own = provider.operations.iter();
        own.map(|operation| (provider.group, operation))
    });
    for (group, operation) in all {
        operations.push(match operation {
            Operation::Documented(declare) => {
                let it = declare();
                let id = it.operation.operation_id.clone().expect("it has an id");
                assert!(id.starts_with(group), "{id}");
                let title = it.operation.summary.clone().expect("it has a title");
                let value = serde_json::to_value(&it.operation).expect("an operation is JSON");
                (id, it.method.to_owned(), it.path, title, Some(value))
            }
            Operation::Listed(it) => (
                it.id.to_owned(),
                it.method.to_owned(),
                it.path.to_owned(),
                it.title.to_owned(),
                None,
            ),
        });
    }
    operations
}

#[test]
fn a_schema_is_named_after_its_group_and_its_rust_type_in_both_views() {
    for schema in SCHEMAS {
        let (_, noun) = (schema.rust)().rsplit_once("::").expect("a path");
        let (first, rest) = schema.group.split_at(1);
        assert_eq!(
            schema.name(),
            format!("{}{rest}{noun}", first.to_uppercase())
        );
        assert_eq!([(schema.noun)(), (schema.schemars_noun)()], [noun; 2]);
    }
}

#[test]
fn names_are_unique() {
    let names: BTreeSet<String> = SCHEMAS.iter().chain(SCALARS).map(Schema::name).collect();
    assert_eq!(names.len(), SCHEMAS.len() + SCALARS.len());
}

#[test]
fn both_views_have_the_same_properties_requirements_and_descriptions() {
    for schema in SCHEMAS {
        let (name, left, right) = (schema.name(), utoipa(schema), schemars(schema));
        assert_eq!(left["description"], right["description"], "{name}");
        assert_eq!(left["required"], right["required"], "{name}");
        assert_eq!(left["enum"], right["enum"], "{name}");
        assert_eq!(
            all(&left["properties"], "description"),
            all(&right["properties"], "description"),
            "{name}"
        );
        let keys = |value: &Value| -> Vec<String> {
            value["properties"]
                .as_object()
                .into_iter()
                .flat_map(|it| it.keys().cloned())
                .collect()
        };
        assert_eq!(keys(&left), keys(&right), "{name}");
        assert!(
            !keys(&left).is_empty() || left["enum"].is_array(),
            "{name} says nothing"
        );
    }
}

#[test]
fn every_property_has_a_description_of_one_line() {
    for schema in SCHEMAS {
        for (property, value) in schemars(schema)["properties"]
            .as_object()
            .into_iter()
            .flatten()
        {
            let name = format!("{}.{property}", schema.name());
            let description = value["description"].as_str().expect(&name);
            assert!(
                description.ends_with('.') && !description.contains('\n'),
                "{name}"
            );
        }
    }
}

#[test]
fn no_format_appears_that_no_page_or_reading_states() {
    let views = SCHEMAS
        .iter()
        .flat_map(|schema| [utoipa(schema), schemars(schema)]);
    let operations = operations().into_iter().filter_map(|operation| operation.4);
    let values: Vec<Value> = views.chain(operations).collect();
    let formats: BTreeSet<&str> = values
        .iter()
        .flat_map(|value| all(value, "format"))
        .collect();
    assert_eq!(
        formats,
        BTreeSet::from([
            "date",
            "date-time-local",
            "double",
            "int32",
            "int64",
            "uuid"
        ])
    );
}

#[test]
fn every_reference_leads_to_a_listed_schema_and_every_schema_is_reached() {
    let own = |group: &str, value: Value| -> BTreeSet<String> {
        let references = all(&value, "$ref").into_iter();
        let nouns = references.map(|it| it.rsplit('/').next().expect("a name").to_owned());
        let scalar = |noun: &str| SCALARS.iter().any(|scalar| scalar.name() == noun);
        nouns
            .map(|noun| {
                if scalar(&noun) {
                    noun
                } else {
                    component_name(group, &noun)
                }
            })
            .collect()
    };
    let declared = PROVIDERS.iter().flat_map(|provider| {
        let documented = provider
            .operations
            .iter()
            .filter_map(|operation| match operation {
                Operation::Documented(declare) => Some(declare().operation),
                Operation::Listed(_) => None,
            });
        documented.flat_map(move |it| own(provider.group, json!(it)))
    });
    let types = SCHEMAS
        .iter()
        .flat_map(|schema| own(schema.group, utoipa(schema)));
    let reached: BTreeSet<String> = declared.chain(types).collect();
    let names: BTreeSet<String> = SCHEMAS.iter().chain(SCALARS).map(Schema::name).collect();
    assert_eq!(reached, names);
}

#[test]
fn an_operation_id_stands_for_one_method_path_and_title() {
    let mut by_id = BTreeMap::new();
    let mut by_place = BTreeMap::new();
    for (id, method, path, title, _) in operations() {
        let place = (method, path);
        let known = by_id
            .entry(id.clone())
            .or_insert_with(|| (place.clone(), title.clone()));
        assert_eq!(*known, (place.clone(), title), "{id}");
        assert_eq!(*by_place.entry(place).or_insert_with(|| id.clone()), id);
    }
    assert_eq!(by_id.len(), by_place.len());
    assert!(
        by_id.len() < operations().len(),
        "no operation is on two pages"
    );
}

#[test]
fn every_documented_operation_demands_a_listed_security_scheme() {
    let schemes: BTreeSet<&str> = SECURITY_SCHEMES.iter().map(|scheme| scheme.name).collect();
    for (id, _, _, _, operation) in operations() {
        let Some(operation) = operation else { continue };
        let demands = operation["security"].as_array().expect(&id);
        assert!(!demands.is_empty(), "{id}");
        for name in demands
            .iter()
            .flat_map(|it| it.as_object().expect(&id).keys())
        {
            assert!(schemes.contains(name.as_str()), "{id} demands {name}");
        }
    }
}

#[test]
fn everything_that_is_marked_exists() {
    for mark in MARKS {
        let schema = SCHEMAS.iter().find(|schema| schema.name() == mark.schema);
        let schema = utoipa(schema.expect(mark.schema));
        assert!(
            schema["properties"][mark.property].is_object(),
            "{}",
            mark.property
        );
    }
    assert!(!MARKS.is_empty(), "nothing was looked for");
}

#[test]
fn the_client_details_header_names_its_fields_in_order() {
    let mut count = 0;
    for (id, _, _, _, operation) in operations() {
        let parameters = operation
            .iter()
            .filter_map(|it| it["parameters"].as_array());
        let header = parameters
            .flatten()
            .find(|it| it["name"] == "clientDetails");
        let Some(header) = header else { continue };
        let description = header["description"].as_str().expect(&id);
        let named: Vec<&str> = description.split('`').skip(1).step_by(2).collect();
        // The capture of a page may end within them.
        assert!(CLIENT_DETAILS_FIELDS.starts_with(&named), "{id}: {named:?}");
        count += usize::from(named.len() == CLIENT_DETAILS_FIELDS.len());
    }
    assert!(count >= 3, "{count} of them name all fields");
}

#[test]
fn a_description_of_a_provider_is_its_own_and_counts_what_is_only_listed() {
    let descriptions: BTreeSet<&str> = PROVIDERS.iter().map(|it| it.description).collect();
    assert_eq!(descriptions.len(), PROVIDERS.len());
    for provider in PROVIDERS {
        let listed = provider.operations.iter();
        let listed = listed.filter(|it| matches!(it, Operation::Listed(_)));
        let says_fifteen = provider.description.contains("Fifteen more operations");
        assert_eq!(
            listed.count(),
            if says_fifteen { 15 } else { 0 },
            "{}",
            provider.id
        );
    }
}
