//! Whether the documents are valid, and whether they keep the rules of this repository.

use contract::catalogue::Catalogue;
use document::Documents;
use document::lint::{Broken, Rule};
use document::validate::{self, Validation};
use review::{Finding, Kind};
use serde_json::Value;

use crate::table::{CONSOLIDATED, OPENAPI_3_0, OPENAPI_3_2};
use crate::{Declared, LISTED};

/// What has the names, addresses and servers of pages.
const PROVIDERS: &str = "crates/contract/src/catalogue/providers.rs";

/// Every place where a document is not valid or breaks a rule of ours, file by file.
pub(crate) fn invalid(documents: &Documents, catalogue: &Catalogue) -> Vec<Finding> {
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
        findings.extend(linted(&file, document, catalogue));
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

fn linted(file: &str, document: &Value, catalogue: &Catalogue) -> Vec<Finding> {
    // What contradicts itself in a schema is not valid already.
    let broken = document::lint::form(document).into_iter();
    // A draft of one page is a draft in every edition.
    let of_page = file.starts_with("providers/");
    let broken = broken.filter(|broken| of_page || broken.rule != Rule::Unwritten);
    let finding = |broken: Broken| {
        let problem = format!("{} ({})", broken.problem, broken.rule.as_str());
        let fix = match broken.rule {
            Rule::Unwritten => {
                let source = Declared::of(catalogue).at(&broken.pointer);
                let source = source
                    .as_deref()
                    .filter(|it| *it != LISTED)
                    .unwrap_or(PROVIDERS);
                format!("write it in {source} and run `cargo xtask export`")
            }
            _ => CONTRACT.to_owned(),
        };
        Finding::new(Kind::InvalidDocument, problem)
            .in_file(file)
            .at(&broken.pointer)
            .fixed_by(fix)
    };
    broken.map(finding).collect()
}

/// How to fix a document that is not as it should be.
pub const CONTRACT: &str = "correct crates/contract and run `cargo xtask export`";
