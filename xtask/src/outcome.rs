//! What the contract, the claims and the readings come to: documents, findings and files.
//!
//! Everything here is a function of its arguments; files are read and written elsewhere.

use std::collections::{BTreeMap, BTreeSet};
use std::panic::resume_unwind;
use std::thread;

use claims::PageClaims;
use claims::csv::ClaimsFile;
use contract::catalogue::Catalogue;
use document::{Documents, validate};
use review::{Contradiction, Finding, Kind, Market, Readings, Statement, Usage};
use serde_json::Value;

use crate::editions::{self, OPENAPI_3_0, OPENAPI_3_2};
use crate::inputs::claims_path;
use crate::reports::Reports;
use crate::sums::{SUMS, Sums};

/// All that can be said without looking at the artefacts on disk.
#[derive(Debug)]
pub struct Outcome {
    /// The documents of the contract.
    pub documents: Documents,
    /// What does not add up, in the order of pages and lines.
    pub findings: Vec<Finding>,
    /// Where the sources contradict each other or themselves, which is no finding.
    pub contradictions: Vec<Contradiction>,
    /// The files that `spec/` should hold, by path below it.
    pub files: BTreeMap<String, String>,
    /// How many claims of a page each reading covers.
    pub covered: Vec<usize>,
    /// How many claims the consolidated document makes.
    pub document_claims: usize,
}

/// Builds the documents, reviews them and renders every file.
///
/// # Errors
///
/// Every contradiction of the catalogue with itself, as findings.
pub fn outcome(
    catalogue: &Catalogue,
    readings: &Readings,
    claims: &[ClaimsFile],
) -> Result<Outcome, Vec<Finding>> {
    let documents = document::build(catalogue).map_err(|errors| {
        let finding = |error: &document::BuildError| {
            Finding::new(Kind::InvalidDocument, error.to_string())
                .fixed_by("correct crates/contract")
        };
        errors.iter().map(finding).collect::<Vec<_>>()
    })?;
    // Whether documents are valid and whether they agree are two questions, for two cores; the
    // one that is answered sooner writes the documents down as well.
    let (findings, contradictions, files, covered, document_claims) = thread::scope(|scope| {
        let validity = scope.spawn(|| (all_invalid(&documents), files(&documents)));
        let mut findings = edited(claims);
        let mut usage = Usage::of(readings);
        let mut markets = Vec::new();
        let mut made = BTreeMap::new();
        for (id, document) in &documents.providers {
            let file = format!("providers/{id}.json");
            let own = claims::openapi::claims(document);
            if let Some(page) = page(claims, id) {
                let expected = review::expect(page, readings, &mut usage);
                findings.extend(review::compare(&expected, &own, &file));
                markets.push(Market {
                    page: id.clone(),
                    expected,
                });
            }
            made.insert(id.clone(), own);
        }
        let document = claims::openapi::claims(&documents.consolidated);
        let expected = review::consolidated(&markets);
        findings.extend(review::compare(&expected, &document, CONSOLIDATED));
        findings.extend(editions::unequal(&documents, &document));
        findings.extend(usage.findings(readings));
        let (pages, statements) = statements(catalogue, readings, claims);
        findings.extend(review::reading::stale_misspellings(&statements, readings));
        findings.extend(review::reading::stale_contradictions(&statements, readings));
        findings.extend(review::reading::stale_gaps(&pages, readings));
        let validity = validity.join();
        let (invalid, mut files) = validity.unwrap_or_else(|panic| resume_unwind(panic));
        findings.extend(invalid);
        let findings = distinct(findings);
        let contradictions = review::contradictions(&statements, readings);
        let reports = Reports {
            catalogue,
            documents: &documents,
            readings,
            covered: &usage.covered,
            pages: &pages,
            statements: &statements,
            markets: &markets,
            made: &made,
            expected: &expected,
            document: &document,
            findings: &findings,
            contradictions: &contradictions,
        };
        files.extend(reports.files());
        let sums = Sums::of(&files).to_string();
        files.insert(SUMS.to_owned(), sums);
        (
            findings,
            contradictions,
            files,
            usage.covered,
            document.len(),
        )
    });
    Ok(Outcome {
        documents,
        findings,
        contradictions,
        files,
        covered,
        document_claims,
    })
}

/// The pages of the catalogue that have claims, and the statements of all of them.
fn statements<'c>(
    catalogue: &Catalogue,
    readings: &Readings,
    claims: &'c [ClaimsFile],
) -> (Vec<&'c PageClaims>, Vec<Statement>) {
    let mut pages = Vec::new();
    let mut statements = Vec::new();
    for provider in catalogue.providers {
        if let Some(page) = page(claims, provider.id) {
            statements.extend(review::statements(provider.group, page, readings));
            pages.push(page);
        }
    }
    (pages, statements)
}

/// The consolidated document below `spec/`.
pub const CONSOLIDATED: &str = "openapi.json";

fn schema_path(vendor: &str) -> String {
    format!("schemas/{vendor}.schema.json")
}

fn page<'c>(claims: &'c [ClaimsFile], id: &str) -> Option<&'c PageClaims> {
    claims
        .iter()
        .map(|file| &file.page)
        .find(|page| page.page == id)
}

fn edited(claims: &[ClaimsFile]) -> Vec<Finding> {
    let edited = claims.iter().filter(|file| !file.sealed).map(|file| {
        let problem = "the rows are not those that were read from the page";
        Finding::new(Kind::EditedClaims, problem)
            .on(&file.page.page, [])
            .in_file(&claims_path(&file.page.page))
            .fixed_by("restore the file, or write it with `cargo xtask read --pages DIR`")
    });
    edited.collect()
}

/// Every place where a document is not valid or breaks a rule of ours, file by file.
fn all_invalid(documents: &Documents) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut look =
        |file: &str, document: &Value, validate: fn(&Value) -> Vec<validate::Problem>| {
            findings.extend(invalid(file, validate(document)));
            findings.extend(linted(file, document));
        };
    for (id, document) in &documents.providers {
        look(&format!("providers/{id}.json"), document, validate::openapi);
    }
    look(CONSOLIDATED, &documents.consolidated, validate::openapi);
    look(OPENAPI_3_0, &documents.openapi_3_0, validate::openapi_3_0);
    look(OPENAPI_3_2, &documents.openapi_3_2, validate::openapi_3_2);
    for (vendor, schema) in &documents.schemas {
        findings.extend(invalid(&schema_path(vendor), validate::json_schema(schema)));
    }
    findings
}

fn invalid(file: &str, problems: Vec<validate::Problem>) -> Vec<Finding> {
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

/// What to do about a document that is not as it should be.
pub const CONTRACT: &str = "correct crates/contract and run `cargo xtask export`";

/// A difference shows in a provider's document and in the consolidated one: once is enough.
fn distinct(findings: Vec<Finding>) -> Vec<Finding> {
    let mut seen = BTreeSet::new();
    let key = |finding: &Finding| {
        (
            finding.kind,
            finding.problem.clone(),
            finding.page.clone(),
            finding.pointer.clone(),
        )
    };
    findings
        .into_iter()
        .filter(|finding| {
            let mut key = key(finding);
            if finding.is_of_a_claim() {
                (key.2, key.3) = (None, None);
            }
            seen.insert(key)
        })
        .collect()
}

fn files(documents: &Documents) -> BTreeMap<String, String> {
    let mut files = BTreeMap::from([
        (
            CONSOLIDATED.to_owned(),
            document::json(&documents.consolidated),
        ),
        (
            "openapi.yaml".to_owned(),
            document::yaml(&documents.consolidated),
        ),
        (
            OPENAPI_3_0.to_owned(),
            document::json(&documents.openapi_3_0),
        ),
        (
            OPENAPI_3_2.to_owned(),
            document::json(&documents.openapi_3_2),
        ),
        ("README.md".to_owned(), crate::readme::readme(documents)),
    ]);
    for (id, provider) in &documents.providers {
        files.insert(format!("providers/{id}.json"), document::json(provider));
    }
    for (vendor, schema) in &documents.schemas {
        files.insert(schema_path(vendor), document::json(schema));
    }
    files
}
