//! Whether the documents are valid, and whether they keep the rules of this repository.

use document::Documents;
use document::validate::{self, Validation};
use review::{Finding, Kind};
use serde_json::Value;

use crate::table::{CONSOLIDATED, OPENAPI_3_0, OPENAPI_3_2};

/// Every place where a document is not valid or breaks a rule of ours, file by file.
pub(crate) fn invalid(documents: &Documents) -> Vec<Finding> {
    let editions = [
        (CONSOLIDATED, &documents.consolidated),
        (OPENAPI_3_0, &documents.openapi_3_0),
        (OPENAPI_3_2, &documents.openapi_3_2),
    ];
    let editions = editions.map(|(file, document)| (file.to_owned(), document));
    let providers = documents.providers.iter();
    let providers = providers.map(|(id, document)| (format!("providers/{id}.json"), document));
    let schemas = documents.schemas.iter();
    let schemas = schemas.map(|(vendor, schema)| (format!("schemas/{vendor}.schema.json"), schema));
    let mut findings = Vec::new();
    // The editions and the providers share most of their schemas.
    let mut validation = Validation::default();
    for (file, document) in providers.chain(editions) {
        findings.extend(problems(&file, validation.problems(document)));
        findings.extend(linted(&file, document));
    }
    for (file, schema) in schemas {
        findings.extend(problems(&file, validation.problems(schema)));
    }
    findings
}

fn problems(file: &str, problems: Vec<validate::Problem>) -> Vec<Finding> {
    let finding = |problem: validate::Problem| {
        Finding::new(Kind::InvalidDocument, problem.problem)
            .in_file(file)
            .at(&problem.pointer)
            .fixed_by(CONTRACT)
    };
    problems.into_iter().map(finding).collect()
}

fn linted(file: &str, document: &Value) -> Vec<Finding> {
    // What contradicts itself in a schema is not valid already.
    let broken = document::lint::form(document);
    let finding = |broken: document::lint::Broken| {
        let problem = format!("{} ({})", broken.problem, broken.rule.as_str());
        Finding::new(Kind::InvalidDocument, problem)
            .in_file(file)
            .at(&broken.pointer)
            .fixed_by(CONTRACT)
    };
    broken.into_iter().map(finding).collect()
}

/// How to fix a document that is not as it should be.
pub const CONTRACT: &str = "correct crates/contract and run `cargo xtask export`";
