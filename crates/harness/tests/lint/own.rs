//! The rules of ours, on the real documents.

use std::collections::BTreeMap;

use artefacts::Inputs;
use contract::catalogue::{CATALOGUE, Catalogue, PROVIDERS, Provider};
use harness::documents::{documents, schemas};
use harness::lint::own;

use crate::spec;

#[test]
fn the_real_documents_break_no_rule_of_ours() {
    let documents = documents(&spec()).expect("spec/ can be read");
    let paths: Vec<_> = documents.iter().map(|it| it.path.as_str()).collect();
    assert!(paths.contains(&"spec/openapi.json"), "{paths:?}");
    for provider in PROVIDERS {
        let path = format!("spec/providers/{}.json", provider.id);
        assert!(paths.contains(&path.as_str()), "{paths:?}");
    }
    assert_eq!(own(&documents), []);
    let schemas = schemas(&spec()).expect("spec/ can be read");
    assert_eq!(schemas.len(), 4);
    assert_eq!(own(&schemas), []);
}

#[test]
fn a_json_schema_that_breaks_a_rule_of_ours() {
    let mut schemas = schemas(&spec()).expect("spec/ can be read");
    let email = &mut schemas[0].value["$defs"]["CitiEmail"];
    email["pattern"] = "[a-".into();
    let found = own(&schemas);
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0].file, "spec/schemas/citi.schema.json");
    assert_eq!(found[0].at, "/$defs/CitiEmail/pattern");
}

#[test]
fn a_document_in_spec_that_breaks_a_rule_of_ours() {
    let mut documents = documents(&spec()).expect("spec/ can be read");
    let document = documents
        .iter_mut()
        .find(|it| it.path == "spec/openapi-3.0.json");
    let document = document.expect("an edition");
    let info = document.value["info"]
        .as_object_mut()
        .expect("invalid test case");
    info.remove("license").expect("invalid test case");
    let found = own(&documents);
    let place = |it: &harness::lint::Problem| (it.file.clone(), it.at.clone(), it.rule.clone());
    let mut places: Vec<_> = found.iter().map(place).collect();
    places.dedup();
    let due = ["spec/openapi-3.0.json", "/info/license", "licence"].map(str::to_owned);
    assert_eq!(places, [due.into()]);
}

#[test]
fn check_applies_the_rules_of_ours_too() {
    static NOWHERE: &[Provider] = &[Provider {
        servers: &[],
        ..PROVIDERS[3]
    }];
    let inputs = Inputs::load(&spec(), &CATALOGUE, cli::text::read).expect("spec/ can be read");
    let catalogue = Catalogue {
        providers: NOWHERE,
        inferred_parameters: &[],
        ..CATALOGUE
    };
    let outcome = artefacts::build(
        &catalogue,
        document::build(&catalogue),
        &inputs,
        &BTreeMap::new(),
    );
    let findings = outcome.expect("the catalogue agrees with itself").findings;
    let problem = "expected servers of the operation or the document, but found none instead \
                   (servers)";
    assert!(
        findings.iter().any(|finding| finding.problem == problem),
        "{findings:?}"
    );
}
