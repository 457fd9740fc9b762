//! Opinions about the document: what each page says beside it, and the names that others use.

use std::collections::BTreeSet;
use std::path::Path;

use contract::catalogue::CATALOGUE;
use insta::{Settings, assert_snapshot};
use xtask::Inputs;

fn inputs() -> Inputs {
    let spec = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../spec"));
    Inputs::load(spec, &CATALOGUE).expect("spec/ can be read")
}

/// Beside the artefacts, without the source line that would move.
fn settings() -> Settings {
    let mut settings = Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings
}

#[test]
fn each_page_beside_its_document() {
    let documents = document::build(&CATALOGUE).expect("the catalogue is consistent");
    let Inputs { readings, claims } = inputs();
    for file in &claims {
        let page = &file.page;
        let made = claims::openapi::claims(&documents.providers[&page.page]);
        let table = review::table(page, &readings, &made);
        assert!(!table.contains("\n! "), "{} does not agree", page.page);
        settings().bind(|| assert_snapshot!(page.page.as_str(), table));
    }
}

#[test]
fn operation_ids_and_component_names_are_stable() {
    let documents = document::build(&CATALOGUE).expect("the catalogue is consistent");
    let document = &documents.consolidated;
    let mut names = BTreeSet::new();
    for (path, item) in document["paths"].as_object().expect("paths") {
        for (method, operation) in item.as_object().expect("path items") {
            let id = operation["operationId"].as_str().expect("operation ids");
            names.insert(format!("operation {id}: {} {path}", method.to_uppercase()));
        }
    }
    for (kind, components) in document["components"].as_object().expect("components") {
        let kind = kind.trim_end_matches('s');
        for component in components.as_object().expect("named components").keys() {
            names.insert(format!("{kind} {component}"));
        }
    }
    let names: Vec<_> = names.into_iter().collect();
    settings().bind(|| assert_snapshot!("names", names.join("\n")));
}
