//! Whether the documents are valid, and whether they keep the rules of this repository.

use document::{Documents, validate};
use review::{Finding, Kind};
use serde_json::Value;

use crate::table::{CONSOLIDATED, OPENAPI_3_0, OPENAPI_3_2};

/// Every place where a document is not valid or breaks a rule of ours, file by file.
pub(crate) fn invalid(documents: &Documents) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut look =
        |file: &str, document: &Value, validate: fn(&Value) -> Vec<validate::Problem>| {
            findings.extend(problems(file, validate(document)));
            findings.extend(linted(file, document));
        };
    for (id, document) in &documents.providers {
        look(&format!("providers/{id}.json"), document, validate::openapi);
    }
    look(CONSOLIDATED, &documents.consolidated, validate::openapi);
    look(OPENAPI_3_0, &documents.openapi_3_0, validate::openapi_3_0);
    look(OPENAPI_3_2, &documents.openapi_3_2, validate::openapi_3_2);
    for (vendor, schema) in &documents.schemas {
        let file = format!("schemas/{vendor}.schema.json");
        findings.extend(problems(&file, validate::json_schema(schema)));
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
    let broken = document::lint::lint(document);
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
