//! The utoipa view and the schemars view of every type make the same claims.

use std::collections::BTreeSet;

use claims::schema::claims;
use contract::catalogue::CATALOGUE;
use document::Documents;
use serde_json::{Value, json};

use crate::facts;

/// What one view of a type says and the other does not.
fn differences(documents: &Documents, group: &str, name: &str) -> Vec<String> {
    let said = |document: &Value, pointer: String| -> BTreeSet<String> {
        let made = claims(document, &pointer).into_iter();
        made.map(|made| made.claim.to_string()).collect()
    };
    let utoipa = said(
        &documents.consolidated,
        format!("/components/schemas/{name}"),
    );
    let schemars = said(&documents.schemas[group], format!("/$defs/{name}"));
    assert!(
        utoipa.len() + schemars.len() > 0,
        "neither view of {name} says anything"
    );
    let only = |view: &str, one: &BTreeSet<String>, other: &BTreeSet<String>| -> Vec<String> {
        let differ = one.difference(other);
        differ
            .map(|claim| format!("{name}, only {view}: {claim}"))
            .collect()
    };
    [
        only("utoipa", &utoipa, &schemars),
        only("schemars", &schemars, &utoipa),
    ]
    .concat()
}

#[test]
fn both_views_of_every_type_make_the_same_claims() {
    let documents = crate::documents();
    for schema in CATALOGUE.schemas {
        let differences = differences(&documents, schema.group, &schema.name());
        assert_eq!(differences, Vec::<String>::new());
    }
}

#[test]
fn a_fact_that_only_one_view_has_is_named() {
    let mut documents = crate::documents();
    let email = documents.schemas["citi"]
        .pointer("/$defs/CitiEmail/properties")
        .unwrap();
    let (name, _) = email
        .as_object()
        .unwrap()
        .iter()
        .next()
        .expect("it has a property");
    let name = name.clone();
    let types = documents.schemas.get_mut("citi").unwrap();
    types["$defs"]["CitiEmail"]["properties"][&name]["maxLength"] = json!(7);
    assert_eq!(
        differences(&documents, "citi", "CitiEmail"),
        [format!(
            "CitiEmail, only schemars: body · {name} · max-length = 7"
        )]
    );
    documents.consolidated["components"]["schemas"]["CitiEmail"]["properties"][&name] = json!({});
    let differences = differences(&documents, "citi", "CitiEmail");
    assert!(differences.contains(&format!(
        "CitiEmail, only schemars: body · {name} · type = string"
    )));
}

#[test]
fn any_fact_changed_in_one_view_is_seen() {
    let documents = crate::documents();
    let mut changed = 0;
    for schema in CATALOGUE.schemas {
        let name = schema.name();
        let view = &documents.schemas[schema.group]["$defs"][&name];
        let says = |_: &str, name: &str, value: &Value| {
            let wording = name == "description" && value.is_string();
            !wording && name != "x-enumDescriptions"
        };
        for pointer in facts(view, &format!("/$defs/{name}"), says) {
            let mut documents = documents.clone();
            let fact = documents
                .schemas
                .get_mut(schema.group)
                .unwrap()
                .pointer_mut(&pointer)
                .unwrap();
            *fact = json!(format!("{}?", fact.as_str().unwrap_or("other")));
            assert!(
                !differences(&documents, schema.group, &name).is_empty(),
                "{pointer}"
            );
            changed += 1;
        }
    }
    assert!(changed > 200, "only {changed} facts");
}
