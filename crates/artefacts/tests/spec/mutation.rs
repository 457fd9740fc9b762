//! Every check can fail: each claim of each page and each fact of each document is changed and
//! removed, one after the other, and has to be named.

use std::collections::BTreeSet;
use std::num::NonZeroUsize;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use ::contract::catalogue::CATALOGUE;
use artefacts::{Inputs, stale_claims};
use claims::{Aspect, Claim, DocumentClaim, PageClaim, PageClaims};
use document::validate::Validation;
use review::{Case, Expected, Finding, Readings, Reviewed};
use serde_json::{Value, json};

use super::inputs;

/// What is said of one operation of a page, by the handle that the page has for it: nothing else
/// takes part in comparing it.
struct Scope<'s> {
    readings: &'s Readings,
    page: PageClaims,
    document: Vec<DocumentClaim>,
}

/// What the document of a page must say.
fn expected(page: &PageClaims, readings: &Readings) -> Expected {
    Case::of(page, readings, &Value::Null).reviewed.expected
}

impl<'s> Scope<'s> {
    fn of(
        operation: &str,
        page: &PageClaims,
        document: &[DocumentClaim],
        readings: &'s Readings,
    ) -> Self {
        let mut page = page.clone();
        page.claims
            .retain(|stated| &*stated.claim.operation == operation);
        let expected = expected(&page, readings);
        let meant: BTreeSet<_> = expected.claims.keys().map(|it| &*it.operation).collect();
        let within = |made: &&DocumentClaim| meant.contains(&*made.claim.operation);
        let document = document.iter().filter(within).cloned().collect();
        Self {
            readings,
            page,
            document,
        }
    }

    fn findings(&self, page: &PageClaims, document: &[DocumentClaim]) -> Vec<Finding> {
        review::compare(&expected(page, self.readings), document, "openapi.json")
    }

    /// The rows of the traceability that a change of the page changes.
    fn evidence(&self, page: &PageClaims) -> BTreeSet<String> {
        let mut case = Case::of(page, self.readings, &Value::Null);
        case.reviewed.claims.clone_from(&self.document);
        let rows = reports::traceability(&case.reviewed);
        rows.lines().map(str::to_owned).collect()
    }
}

/// The same claim with another value, or of another element where it has none.
fn changed(claim: &Claim) -> Claim {
    let mut changed = claim.clone();
    match claim.aspect {
        Aspect::Listed => changed.name = format!("{}Other", claim.name).into(),
        _ => changed.value = format!("{}Other", claim.value).into(),
    }
    changed
}

fn operations(page: &PageClaims) -> BTreeSet<String> {
    page.claims
        .iter()
        .map(|stated| stated.claim.operation.to_string())
        .collect()
}

/// Whether a finding leads a reader to the line.
fn names(findings: &[Finding], stated: &PageClaim) -> bool {
    let text = format!("`{}`", stated.claim);
    findings
        .iter()
        .any(|found| found.lines.contains(&stated.line) || found.problem.contains(&text))
}

/// Runs a test for each item, on as many threads as there are cores, and returns what it missed.
/// Each thread keeps a state of its own, for what its items have in common.
pub(super) fn side_by_side<T: Sync, S: Default>(
    items: &[T],
    test: impl Fn(&mut S, &T) -> Vec<String> + Sync,
) -> Vec<String> {
    let next = AtomicUsize::new(0);
    let run = || {
        let (mut state, mut missed) = (S::default(), Vec::new());
        while let Some(item) = items.get(next.fetch_add(1, Ordering::Relaxed)) {
            missed.extend(test(&mut state, item));
        }
        missed
    };
    let cores = thread::available_parallelism().map_or(1, NonZeroUsize::get);
    thread::scope(|scope| {
        let threads: Vec<_> = (0..cores).map(|_| scope.spawn(run)).collect();
        let missed = threads.into_iter().map(|it| it.join().expect("no panic"));
        missed.flatten().collect()
    })
}

/// Every change of one operation of a page that is not named, whether its claims on file follow or
/// not.
fn unnamed_changes(scope: &Scope) -> Vec<String> {
    let begin = scope.findings(&scope.page, &scope.document);
    assert_eq!(begin, [], "agrees to begin with");
    let mut missed = Vec::new();
    let before = scope.evidence(&scope.page);
    for (index, stated) in scope.page.claims.iter().enumerate() {
        for change in [None, Some(changed(&stated.claim))] {
            let mut mutant = scope.page.clone();
            let kind = if let Some(claim) = &change {
                mutant.claims[index].claim.clone_from(claim);
                "changed"
            } else {
                mutant.claims.remove(index);
                "removed"
            };
            mutant.sort();
            if !names(&stale_claims(&mutant, &scope.page, "read"), stated) {
                missed.push(format!("{kind} on the page alone: {stated:?}"));
            }
            if names(&scope.findings(&mutant, &scope.document), stated) {
                continue;
            }
            // Another line says the same: then the evidence in the traceability is stale.
            let after = scope.evidence(&mutant);
            let line = stated.line.to_string();
            let names_line = |row: &&String| {
                // `lines` and `about-lines`.
                let mut lines = row.split(',').rev().skip(9).take(2);
                lines.any(|lines| lines.split(' ').any(|other| other == line))
            };
            if !before.difference(&after).any(|row| names_line(&row)) {
                missed.push(format!("{kind} on the page and on file: {stated:?}"));
            }
        }
    }
    missed
}

#[test]
fn every_change_of_a_page_is_named() {
    let Inputs {
        readings, claims, ..
    } = inputs();
    let documents = document::build(&CATALOGUE).expect("the catalogue is consistent");
    let mut scopes = Vec::new();
    for file in &claims {
        let page = &file.page;
        let made = claims::openapi::claims(&documents.providers[&page.page]);
        let operations = operations(page);
        scopes.extend(
            operations
                .iter()
                .map(|it| Scope::of(it, page, &made, &readings)),
        );
    }
    let changed: usize = scopes.iter().map(|scope| scope.page.claims.len()).sum();
    let all: usize = claims.iter().map(|file| file.page.claims.len()).sum();
    assert_eq!(changed, all, "every claim takes part");
    let missed = side_by_side(&scopes, |(): &mut (), scope| unnamed_changes(scope));
    assert!(missed.is_empty(), "{:#?}", &missed[..missed.len().min(10)]);
}

/// Members that are labels of ours: a change of theirs makes the file stale and nothing else.
const LABELS: [&str; 5] = [
    "operationId",
    "info",
    "x-displayName",
    "x-tagGroups",
    "openapi",
];

/// Whether a pointer leads to the wording of a named type, which is a label like the name.
fn words_a_type(pointer: &str) -> bool {
    let steps: Vec<&str> = pointer.split('/').collect();
    matches!(steps[..], ["", "components", "schemas", _, "description"])
}

/// Whether a pointer leads to a wording.
fn is_wording(pointer: &str) -> bool {
    let described = pointer.ends_with("/description") && !pointer.contains("externalDocs");
    described || pointer.contains("/x-enumDescriptions/")
}

/// The pointers to every member and item of a document that states a fact.
fn facts(value: &Value, pointer: &str, found: &mut Vec<String>) {
    let mut visit = |token: &str, value: &Value| {
        let pointer = format!("{pointer}/{}", claims::Pointer::escape(token));
        facts(value, &pointer, found);
        found.push(pointer);
    };
    match value {
        Value::Object(members) => {
            let is_property = pointer.ends_with("/properties");
            for (name, member) in members {
                if is_property || !LABELS.contains(&name.as_str()) {
                    visit(name, member);
                }
            }
        }
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                visit(&index.to_string(), item);
            }
        }
        _ => {}
    }
}

/// The document without what the pointer points to, or with something else there.
fn mutant(document: &Value, pointer: &str, change: bool) -> Option<Value> {
    let mut mutant = document.clone();
    if change {
        let target = mutant.pointer_mut(pointer)?;
        *target = match &*target {
            Value::String(text) => Value::String(format!("{text}Other")),
            Value::Bool(truth) => Value::Bool(!truth),
            Value::Number(_) => Value::from(987_654),
            Value::Null | Value::Array(_) | Value::Object(_) => return None,
        };
        return Some(mutant);
    }
    let (holder, token) = pointer.rsplit_once('/')?;
    let token = claims::Pointer::unescape(token);
    match mutant.pointer_mut(holder)? {
        Value::Object(members) => drop(members.shift_remove(&*token)?),
        Value::Array(items) => drop(items.remove(token.parse().ok()?)),
        _ => return None,
    }
    Some(mutant)
}

/// Every change of a document that is no finding.
fn unseen_changes(reviewed: &Reviewed) -> Vec<String> {
    let (document, expected) = (reviewed.document, &reviewed.expected);
    let disagrees = |validation: &mut Validation, document: &Value| {
        let made = claims::openapi::claims(document);
        !review::compare(expected, &made, "openapi.json").is_empty()
            || !validation.problems(document).is_empty()
    };
    let agrees = !disagrees(&mut Validation::default(), document);
    assert!(agrees, "agrees to begin with");
    let mut pointers = Vec::new();
    facts(document, "", &mut pointers);
    let operations = document["paths"]
        .as_object()
        .map_or(0, serde_json::Map::len);
    assert!(operations > 0, "the document has operations");
    assert!(pointers.len() > 10 * operations, "the document was walked");
    // An empty schema says nothing, so its absence says the same.
    pointers.retain(|pointer| document.pointer(pointer) != Some(&json!({})));
    pointers.retain(|pointer| !words_a_type(pointer));
    // Most mutants share all their schemas but one: each is compiled once.
    side_by_side(&pointers, |validation, pointer| {
        // A wording is ours: that it is there is a fact, and what it says is not.
        let changes = [false, true].into_iter();
        let changes = changes.filter(|change| !(*change && is_wording(pointer)));
        let unseen = changes.filter(|change| {
            let mutant = mutant(document, pointer, *change);
            mutant.is_some_and(|mutant| !disagrees(validation, &mutant))
        });
        let word = |change| if change { "changed" } else { "removed" };
        unseen.map(|it| format!("{} {pointer}", word(it))).collect()
    })
}

#[test]
fn every_fact_of_every_document_is_held() {
    let inputs = inputs();
    let documents = document::build(&CATALOGUE).expect("the catalogue is consistent");
    let document = |page: &str| &documents.providers[page];
    let cases = inputs.cases(&CATALOGUE, document, &documents.consolidated);
    let pages = cases.pages.iter().map(|case| &case.reviewed);
    let missed: Vec<String> = pages
        .chain([&cases.consolidated])
        .flat_map(unseen_changes)
        .collect();
    assert!(missed.is_empty(), "{:#?}", &missed[..missed.len().min(40)]);
}
